import { expect, test } from 'vitest';
import { classifyCells } from '#test/support/classify-cells.ts';

type Cell = (row: number) => string;
const count: Cell = (row) => String(3 + ((row * 7919) % 900));

/** A row for each place and time, with what is counted there. */
test.each([
  [
    'English',
    {
      State: (row: number) => ['Ohio', 'Texas', 'Maine', 'Utah'][row % 4]!,
      Year: (row: number) => String(1999 + (row >> 2)),
      Deaths: count,
    },
    ['Deaths', 'State'],
  ],
  [
    'German',
    {
      Bundesland: (row: number) => ['Bayern', 'Hessen', 'Sachsen', 'Berlin'][row % 4]!,
      Jahr: (row: number) => String(1999 + (row >> 2)),
      Todesfälle: count,
      Krankheit_Fälle: count,
    },
    ['Todesfälle', 'Bundesland', 'Krankheit_Fälle'],
  ],
  [
    'French',
    {
      region: (row: number) => ['Bretagne', 'Normandie', 'Corse', 'Occitanie'][row % 4]!,
      mois: (row: number) =>
        `20${String(10 + Math.floor(row / 48)).padStart(2, '0')}-${String(1 + ((row >> 2) % 12)).padStart(2, '0')}`,
      cas: count,
      diabete: count,
    },
    ['cas', 'diabete', 'region'],
  ],
])('%s: a row of a place and a time is about nobody, and so is what is counted in it', async (_, table, names) => {
  const found = await classifyCells(table);
  for (const name of names) {
    expect(found[name], name).toMatchObject({ class: 'non_pii' });
    expect(found[name]?.flags, name).toEqual([]);
    expect(found[name]?.undecided, name).toBeUndefined();
  }
});

test('sums broken down by sex and age are sums; a person’s own row in a place and a year is not', async () => {
  const places = ['Spain', 'Italy', 'Chile', 'Peru', 'Japan'];
  const sums = await classifyCells({
    country: (row) => places[Math.floor(row / 16)]!,
    year: (row) => String(2000 + (Math.floor(row / 4) % 4)),
    sex: (row) => (row % 2 ? 'male' : 'female'),
    age_group: (row) => (row % 4 < 2 ? '15-24' : '25-34'),
    suicides: count,
  });
  for (const name of ['sex', 'age_group', 'suicides', 'country']) expect(sums[name]?.class, name).toBe('non_pii');
  const persons = await classifyCells({
    country: (row) => places[row % 5]!,
    year: (row) => String(2000 + (row % 8)),
    sex: (row) => (row % 2 ? 'male' : 'female'),
    age: (row) => String(18 + (row % 60)),
    disease: (row) => ['asthma', 'diabetes', 'none'][row % 3]!,
  });
  for (const name of ['sex', 'age', 'disease']) expect(persons[name]?.class, name).toBe('linkable');
  const named = await classifyCells({
    country: (row) => places[row % 5]!,
    year: (row) => String(2000 + (row % 8)),
    email: (row) => `p${row}@example.org`,
    cases: count,
  });
  expect(named['email']?.class).toBe('linked');
  expect(named['country']?.class).toBe('linkable');
});

test('a bare key of orders is the order’s where persons have several, and the person’s where each has one', async () => {
  const orders = (repeats: boolean) =>
    classifyCells({
      id: (row) => String(5000 + ((row * 37) % 80)),
      email: (row) => `p${repeats ? row % 9 : row}@example.org`,
      date: (row) => `2024-03-${String(1 + (row % 28)).padStart(2, '0')}`,
      product_name: (row) => `Chair ${row % 9}`,
      quantity: (row) => String(1 + (row % 4)),
    });
  const several = await orders(true);
  expect(several['id']).toMatchObject({ type: 'record_id', class: 'non_pii' });
  expect(several['date']?.type).toBe('order_date');
  expect((await orders(false))['id']?.class).toBe('linkable');
});

test('a day with what happened on it is a sum, and so are the shares and means of a place', async () => {
  const days = await classifyCells({
    date_value: (row) => `2024-0${1 + Math.floor(row / 28)}-${String((row % 28) + 1).padStart(2, '0')}`,
    arrests_theft: count,
    arrests_fraud: count,
    charges_theft: count,
  });
  const places = await classifyCells({
    Libellé: (row) => `Sainte-${['Anne', 'Marie', 'Foy'][row % 3]}-${row}`,
    'Population 2021': count,
    'Médiane du revenu': count,
    'Part des 15-29 ans': count,
    'Taux de chômage': count,
    'Nombre de lycées': count,
  });
  for (const found of [days, places])
    for (const [name, finding] of Object.entries(found)) expect(finding.class, name).toBe('non_pii');
});

test('the first key says whose address it is: a hospital’s is nobody’s', async () => {
  const streets = (row: number) => `Hauptstraße ${row + 1}`;
  const hospitals = await classifyCells({ id_hospital: (row) => String(1000 + row), calle: streets, cama: count });
  expect(hospitals['calle']?.class).toBe('non_pii');
  const patients = await classifyCells({ id_paciente: (row) => String(1000 + row), calle: streets, cama: count });
  expect(patients['calle']?.class).toBe('linked');
});

test('a word for a person with one for a number is the key of the person; codes that begin otherwise are of a thing', async () => {
  const found = await classifyCells({
    klient_id: (row) => `CS${100 + (row % 30)}`,
    ID: (row) => `PD${500 + (row % 40)}`,
    price: (row) => `${row + 3}.90`,
  });
  expect(found['klient_id']).toMatchObject({ class: 'linkable', type: 'customer_id' });
  expect(found['ID']?.class).toBe('non_pii');
});
