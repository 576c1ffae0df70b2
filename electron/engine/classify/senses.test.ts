import { expect, test } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import { couldBeKnown } from '#shared/domain/could-be-known.ts';
import { classifyCells } from '#test/support/classify-cells.ts';

type Cell = (row: number) => string;
const of =
  (...values: readonly string[]): Cell =>
  (row) =>
    values[(row * 7 + Math.floor(row / 3)) % values.length]!;
const scale =
  (top: number, salt = 0): Cell =>
  (row) =>
    String(1 + ((row * (5 + salt) + Math.floor(row / 4)) % top));
const id: Cell = (row) => String(row + 1);
const age: Cell = (row) => String(19 + ((row * 7) % 50));

test.each([
  ['English', ['family', 'leisure', 'health', 'alcohol', 'religion', 'sex life', 'depression']],
  ['German', ['Familie', 'Freizeit', 'Gesundheit', 'Alkohol am Wochenende', 'Religion', 'Sexualleben', 'Diabetes']],
  ['Portuguese', ['familia', 'lazer', 'saude', 'alcool', 'religiao', 'vida sexual', 'depressao']],
])('%s: a scale of grades takes no flag from what the law protects, nor a class', async (_, names) => {
  const flags = ['health', 'health', 'religion', 'sexual_orientation', 'health'];
  const found = await classifyCells(Object.fromEntries([['id', id], ...names.map((name, at) => [name, scale(5, at)])]));
  for (const [at, flag] of flags.entries()) expect(found[names[at + 2]!]?.flags, names[at + 2]).toContain(flag);
  for (const name of names.slice(2, 6)) expect(found[name]?.class, name).toBe('linkable');
});

test('nor does yes or no', async () => {
  const names = ['famille', 'sante', 'alcool', 'vie sexuelle', 'religion'];
  const found = await classifyCells(
    Object.fromEntries([
      ['id', id],
      ...names.map((name, at) => [name, of(...(at % 2 ? ['Oui', 'Non'] : ['Non', 'Oui']))]),
    ]),
  );
  for (const name of names.slice(1)) expect(found[name]?.class, name).toBe('linkable');
});

/** Each with the type that a clear name keeps although no value is written as expected. */
test.each([
  ['digits in names', 'Name', (row: number) => `Alice${row} ${['Rossi', 'Novak', 'Meyer'][row % 3]}${row * 3}`],
  ['initials', 'name', (row: number) => `${'ABCDEFGH'[row % 8]}. ${'KLMNOP'[row % 6]}.${row % 2 ? '' : ' jr'}`],
  ['handles', 'customer_name', (row: number) => `@${['anna', 'bruno', 'carla'][row % 3]}_${row}`],
])('%s under a clear name in a table of persons never fall to non-PII', async (_, name, cell) => {
  const found = await classifyCells({ [name]: cell, gender: of('female', 'male'), age });
  expect(found[name]?.class).toBe('linked');
});

test('a name that is held against its values is for a person to look at; numbered firms are no persons', async () => {
  const persons = await classifyCells({ Name: (row) => `Eva${row} Rossi${row * 3}`, gender: of('female', 'male') });
  expect(persons['Name']).toMatchObject({ needsReview: true });
  expect(persons['Name']!.confidence).toBeLessThanOrEqual(0.6);
  const firms = await classifyCells({ nome: (row) => `Azienda_${row}`, gender: of('female', 'male') });
  expect(firms['nome']?.class).not.toBe('linked');
});

test.each([
  ['firmware_build', (row: number) => `80.${100 + row}.3.${row % 9}`],
  ['Versionsnummer', (row: number) => `172.${16 + (row % 9)}.${row}.${row % 200}`],
  ['driverVersion', (row: number) => `31.0.101.${2000 + row}`],
])('%s: the whole word outweighs the look of an address', async (name, cell) => {
  const found = await classifyCells({ [name]: cell, size: (row) => String(row * 977) });
  expect(found[name]).toMatchObject({ type: 'app_version', class: 'non_pii' });
  expect(found[name]?.flags).not.toContain('online_identifier');
});

test('a running number is no phone number, a roll number neither', async () => {
  const dialled: Cell = (row) => `0${100_000_000 + row * 7_654_321}`;
  for (const name of ['röstlängdsnr', 'valglistenr', 'roll_no']) {
    const found = await classifyCells({ gender: of('female', 'male'), age, [name]: dialled });
    expect(found[name]?.type, name).not.toBe('phone_number');
    expect(found[name], name).toSatisfy(couldBeKnown);
  }
});

test('lists of numbers are nobody’s number: a plural is no prefix of another word', async () => {
  for (const name of ['numbers', 'numbers_called', 'lucky_numbers']) {
    const found = await classifyCells({ item: of('cup', 'ink', 'pen'), [name]: scale(40) });
    expect(found[name]?.class, name).toBe('non_pii');
  }
});

const notTypes = (finding: Finding | undefined, ...types: string[]): void => expect(types).not.toContain(finding?.type);

test.each([
  [
    'French',
    'satisfaction_employee_equipe',
    'departement',
    ['Conseil', 'Achats', 'Ventes'],
    'frequence_deplacement',
    'BU',
  ],
  ['Spanish', 'satisfaccion_empleado_equipo', 'departamento', ['Ventas', 'Compras'], 'frecuencia_viajes', 'K'],
  ['Italian', 'soddisfazione_dipendente_team', 'dipartimento', ['Vendite', 'Acquisti'], 'frequenza_trasferte', 'GL'],
])('%s: words of the office keep their own sense', async (_, satisfaction, department, units, often, short) => {
  const found = await classifyCells({
    employee_id: id,
    [satisfaction]: scale(4),
    [department]: of(...units),
    [often]: of('never', 'often'),
    [short]: of('Lyon', 'Sevilla', 'Torino'),
  });
  expect(found[satisfaction]?.type).toBe('satisfaction_score');
  expect(found[department]?.type).toBe('department');
  notTypes(found[often], 'purchase_frequency', 'ad_exposure');
  expect(found[short]?.flags).not.toContain('health');
});

test('a département of France is still a region', async () => {
  const found = await classifyCells({ departement: of('Île-de-France', 'Bretagne', 'Normandie'), age });
  expect(found['departement']?.type).toBe('state_region');
});

test('opinions and offers about a matter are not the matter', async () => {
  const found = await classifyCells({
    Age: age,
    Gender: of('Male', 'Female'),
    mental_health_interview: of('Yes', 'No', 'Maybe'),
    physical_health_consequence: of('Yes', 'No'),
    opinion_salud_mental: of('Sí', 'No'),
    x_education_forums: of('Yes', 'No'),
    foros_educacion: of('Sí', 'No'),
    work_interfere: of('Often', 'Rarely', 'Never', 'Sometimes'),
    trabajo_interfiere: of('Siempre', 'Nunca', 'A veces'),
    no_employees: of('1-5', '6-25', '26-100', '100-500'),
    anzahl_mitarbeiter: of('1-10', '11-50'),
  });
  for (const name of ['mental_health_interview', 'physical_health_consequence', 'opinion_salud_mental'])
    expect(found[name]?.type, name).toBe('opinion');
  for (const name of ['x_education_forums', 'foros_educacion']) notTypes(found[name], 'education_level');
  for (const name of ['work_interfere', 'trabajo_interfiere']) notTypes(found[name], 'occupation');
  for (const name of ['no_employees', 'anzahl_mitarbeiter']) expect(found[name]?.type, name).toBe('company_size');
});

test('one word of several, with no value to agree, is never certain', async () => {
  const found = await classifyCells({ age, gender: of('male', 'female'), tokyo_religion_blah: scale(9) });
  expect(found['tokyo_religion_blah']!.confidence).toBeLessThan(0.9);
});

test.each([
  ['gender_concept_id', ['8507', '8532'], 'gender'],
  ['race_concept_id', ['8515', '8527', '8516'], 'race_ethnicity'],
  ['religion_code', ['1', '2', '3'], 'religion'],
  ['id_estado_civil', ['1', '2', '3'], 'marital_status'],
  ['nationality_fk', ['101', '102', '140'], 'nationality'],
  ['familienstand_code', ['1', '2', '3'], 'marital_status'],
])('%s is the fact that its words name', async (name, codes, type) => {
  const found = await classifyCells({
    person_id: id,
    [name]: of(...codes),
    year_of_birth: (row) => String(1950 + (row % 50)),
  });
  expect(found[name]).toMatchObject({ type, class: 'linkable' });
  if (type === 'race_ethnicity' || type === 'religion') expect(found[name]?.flags).toContain(type);
});

test('beside a national number of its own in every row no word is below linkable', async () => {
  const pesel = (row: number): string => {
    const ten = `${String(50 + (row % 45))}01${String(1 + (row % 28)).padStart(2, '0')}${String(1000 + row)}`;
    const sum = [...ten].reduce((total, digit, at) => total + Number(digit) * [1, 3, 7, 9][at % 4]!, 0);
    return `${ten}${(10 - (sum % 10)) % 10}`;
  };
  for (const [first, last, state] of [
    ['fnamn', 'enamn', 'medborgarskap'],
    ['zqimie', 'zqnazw', 'zqobyw'],
    ['kapa', 'kapb', 'kapc'],
  ] as const) {
    const found = await classifyCells({
      national_id: pesel,
      [first]: of('Karin', 'Nils', 'Lars'),
      [last]: of('Lindberg', 'Hansen', 'Berg'),
      [state]: of('svensk', 'tysk'),
    });
    for (const name of [first, last, state]) expect(found[name]?.class, name).not.toBe('non_pii');
  }
});

test.each([
  ['edad', (row: number) => `${(row % 14) + 1}A ${row % 12}M`],
  ['Alter', (row: number) => `${(row % 14) + 1} Jahre ${row % 12} Monate`],
  ['age_at_visit', (row: number) => `P${(row % 15) + 1}Y${row % 12}M`],
  ['age', (row: number) => (row % 2 ? `${(row % 22) + 1} months` : `${(row % 9) + 2} years`)],
])('%s in years and months is an age, and those of children are told', async (name, cell) => {
  const found = await classifyCells({ patient_id: (row) => String(19_000 + row * 3), [name]: cell });
  expect(found[name]).toMatchObject({ type: 'age', flags: expect.arrayContaining(['minor_age']) });
});

test('a village is where a person lives', async () => {
  for (const name of ['village', 'dorf', 'aldea', 'Name of the hamlet']) {
    const found = await classifyCells({ [name]: of('Kitui', 'Mwala', 'Ikutha'), age });
    expect(found[name]?.class, name).toBe('linkable');
  }
});
