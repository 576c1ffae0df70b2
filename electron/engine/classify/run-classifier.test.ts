import { afterEach, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { classification } from '#shared/domain/finding.ts';
import { classifyRelation, type ClassifyOptions } from './run-classifier.ts';

const open: { duck: Duck; directory: string }[] = [];
afterEach(() =>
  open.splice(0).forEach(({ duck, directory }) => (duck.close(), rmSync(directory, { recursive: true, force: true }))),
);

async function duckHere(): Promise<Duck> {
  const directory = mkdtempSync(join(tmpdir(), 'custos-classify-'));
  const duck = await openDuck({ directory });
  open.push({ duck, directory });
  return duck;
}

const firstNames = ['Anna', 'Carlos', 'Sophie', 'Thomas', 'Giulia', 'Robert', 'Maria', 'Peter', 'Laura', 'David'];
const surnames = ['Schmidt', 'García', 'Martin', 'Rossi', 'Silva', 'Jones', 'Meyer', 'Novak', 'Bakker', 'Lefevre'];

/** A table as VARCHAR columns c1…cn; a header of null is a file without a header row. */
async function classify(
  table: Record<string, (row: number) => string | null>,
  options: Partial<ClassifyOptions> & { rows?: number; headers?: boolean } = {},
) {
  const duck = await duckHere();
  const names = Object.keys(table);
  const columns = names.map((name, at) => ({
    name: options.headers === false ? `c${at + 1}` : name,
    physical: `c${at + 1}`,
    header: options.headers === false ? null : name,
  }));
  await duck.run(`CREATE TABLE t (${columns.map((column) => `${column.physical} VARCHAR`).join(', ')})`);
  const rows = Array.from({ length: options.rows ?? 40 }, (_, row) => names.map((name) => table[name]?.(row) ?? null));
  const cell = (value: string | null) => (value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`);
  for (let start = 0; start < rows.length; start += 1000)
    await duck.run(
      `INSERT INTO t VALUES ${rows
        .slice(start, start + 1000)
        .map((row) => `(${row.map(cell).join(', ')})`)
        .join(', ')}`,
    );
  const result = await classifyRelation(duck, 't', columns, {
    policy: 'customer-tracking',
    today: '2026-06-01',
    ...options,
  });
  return { result, column: (name: string) => result.columns.find((finding) => finding.name === name) };
}

const people = {
  kundennummer: (row: number) => `K-${1000 + row * 7}`,
  Vorname: (row: number) => firstNames[row % 10] ?? '',
  Nachname: (row: number) => surnames[(row * 3) % 10] ?? '',
  'E-Mail': (row: number) => `person${row}@example.org`,
  Geburtsdatum: (row: number) => `${(row % 28) + 1}.${(row % 12) + 1}.${1950 + row}`,
  Geschlecht: (row: number) => (row % 2 ? 'm' : 'w'),
  Krankheit: (row: number) => ['Asthma', 'Diabetes', 'keine', 'Migräne'][row % 4] ?? '',
  Umsatz: (row: number) => `${row * 13},50`,
};

test('a German customer table: who is pointed at, how directly, and what the law protects', async () => {
  const { column, result } = await classify(people);
  expect(column('E-Mail')).toMatchObject({ type: 'email_address', class: 'linked' });
  expect(column('Geburtsdatum')).toMatchObject({ type: 'date_of_birth', class: 'linked' });
  expect(column('Vorname')).toMatchObject({ type: 'first_name', class: 'linkable' });
  expect(column('Nachname')).toMatchObject({ type: 'last_name', class: 'linkable' });
  expect(column('Geschlecht')).toMatchObject({ type: 'gender', class: 'linkable' });
  expect(column('Krankheit')).toMatchObject({
    type: 'diagnosis',
    class: 'linkable',
    flags: expect.arrayContaining(['health']),
  });
  expect(column('Umsatz')?.class).toBe('non_pii');
  expect(column('kundennummer')).toMatchObject({ type: 'customer_id', class: 'linkable' });
  expect(classification.safeParse(result).success).toBe(true);
});

test('without a header the values still give people away', async () => {
  const { result } = await classify(people, { headers: false });
  expect(result.columns.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['first_name', 'last_name', 'email_address', 'date_of_birth', 'gender', 'diagnosis']),
  );
  expect(result.columns.map(({ name }) => name)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8']);
});

test('no evidence ever quotes a cell', async () => {
  const { result } = await classify(people);
  const said = JSON.stringify(result.columns.map(({ evidence, notes }) => [evidence, notes]));
  for (const secret of ['person1', 'example.org', 'Schmidt', 'Lefevre', 'K-1000']) expect(said).not.toContain(secret);
});

test(
  'online identifiers are no personal data under customer-tracking and linked under gdpr-strict; the flag says what ' +
    'they are',
  async () => {
    const log = {
      ip: (row: number) => `198.51.100.${row}`,
      user_agent: (row: number) => `Mozilla/5.0 (X11; Linux x86_64) rv:${row}`,
      page_url: (row: number) => `https://shop.example/p/${row}`,
    };
    const tracking = await classify(log);
    expect(tracking.column('ip')).toMatchObject({ type: 'ip_address', class: 'non_pii', flags: ['online_identifier'] });
    const strict = await classify(log, { policy: 'gdpr-strict' });
    expect(strict.column('ip')).toMatchObject({ class: 'linked', flags: ['online_identifier'] });
    expect(strict.column('ip')?.evidence.some(({ kind }) => kind === 'policy')).toBe(true);
    expect(strict.column('page_url')?.class).toBe('non_pii');
  },
);

test('values overrule a header that cannot be true', async () => {
  const { column } = await classify({
    email_verified: (row) => String(row % 2),
    email: (row) => String(row % 2),
    scenario_code: (row) => `SCN-${100 + row}`,
    age: (row) => String(40_000 + row * 11),
  });
  expect(column('email_verified')?.class).toBe('non_pii');
  expect(column('email')?.type).not.toBe('email_address');
  expect(column('scenario_code')?.type).not.toBe('card_security_code');
  expect(column('age')?.type).not.toBe('age');
});

test('order numbers, dates and coordinates of machines are no phone numbers', async () => {
  const { column } = await classify({
    respondent: (row) => String(3_887_201_482 + row * 977),
    day: (row) => `2017-06-${String((row % 28) + 1).padStart(2, '0')}`,
    reading: (row) => (12.5 + row / 7).toFixed(4),
  });
  for (const name of ['respondent', 'day', 'reading']) expect(column(name)?.type).not.toBe('phone_number');
});

test('ages under 18 raise the minor flag, and no others do', async () => {
  const { column } = await classify({
    Alter: (row) => String(12 + row),
    name: (row) => `${firstNames[row % 10]} ${surnames[row % 10]}`,
  });
  expect(column('Alter')).toMatchObject({ type: 'age', flags: expect.arrayContaining(['exact_age', 'minor_age']) });
  const adults = await classify({
    Alter: (row) => String(20 + row),
    name: (row) => `${firstNames[row % 10]} ${surnames[row % 10]}`,
  });
  expect(adults.column('Alter')?.flags).not.toContain('minor_age');
});

test('identifiers inside free text are counted, not shown', async () => {
  const { column } = await classify({
    notes: (row) =>
      (row % 4 === 0
        ? `Please write to someone${row}@example.org about the broken order`
        : 'The parcel arrived two days late but complete and undamaged') + ` number ${row}`,
  });
  expect(column('notes')?.flags).toContain('free_text_pii');
  expect(
    column('notes')
      ?.evidence.map(({ detail }) => detail)
      .join(' '),
  ).toMatch(/10 hold e-mail addresses/);
});

test('a digest under a name is a pseudonym, still personal', async () => {
  const { column } = await classify({
    email: (row) => (row * 7919).toString(16).padStart(32, 'a1'),
    total: (row) => String(row),
  });
  expect(column('email')).toMatchObject({ type: 'email_address', class: 'linked' });
});

test('which columns single people out is measured, and the smaller set is named first', async () => {
  const { result } = await classify(
    {
      plz: (row) => String(10_115 + (row % 20)),
      Alter: (row) => String(20 + (row % 40)),
      Geschlecht: (row) => (row % 2 ? 'm' : 'w'),
    },
    { rows: 40 },
  );
  const worst = result.singlingOut[0];
  expect(worst?.uniqueShare).toBe(1);
  expect(worst?.columns).toEqual(['Alter']);
  expect(result.singlingOut.every(({ uniqueShare }) => uniqueShare > 0 && uniqueShare <= 1)).toBe(true);
});

test('a table longer than the sample is counted whole, twice with the same result', async () => {
  const long = {
    id: (row: number) => String(row),
    age: (row: number) => String(18 + (row % 60)),
    city: (row: number) => ['Berlin', 'Lyon', 'Sevilla', 'Porto', 'Utrecht'][row % 5] ?? '',
  };
  const first = await classify(long, { rows: 8000 });
  expect(first.result.rows).toBe(8000);
  expect(first.column('age')).toMatchObject({ type: 'age' });
  expect(first.column('id')?.class).toBe('linkable');
  const second = await classify(long, { rows: 8000 });
  expect(second.result).toEqual(first.result);
});

test('an empty table and a table of blanks are classified, not refused', async () => {
  const { result } = await classify({ a: () => null, b: () => '' }, { rows: 3 });
  expect(result.columns.map(({ type, class: columnClass }) => [type, columnClass])).toEqual([
    ['empty', 'non_pii'],
    ['empty', 'non_pii'],
  ]);
  const none = await classify({ a: () => null }, { rows: 0 });
  expect(none.result).toMatchObject({ rows: 0, singlingOut: [] });
});

test('headers may be anything', async () => {
  const { result } = await classify(
    { ['"; DROP TABLE t; --']: () => 'x', ['💥'.repeat(3000)]: () => '1', ' ': () => '2', __proto__x: () => '3' },
    { rows: 5 },
  );
  expect(result.columns).toHaveLength(4);
});

test('stops when asked to', async () => {
  const duck = await duckHere();
  await duck.run('CREATE TABLE t AS SELECT 1::VARCHAR AS c1');
  await expect(
    classifyRelation(duck, 't', [{ name: 'a', physical: 'c1', header: 'a' }], {
      policy: 'customer-tracking',
      signal: AbortSignal.abort(),
    }),
  ).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
});

test.each([
  ['rows of their own', (row: number) => `K-${row}`],
  ['rows that repeat', (row: number) => `K-${row % 40}`],
])('knowing the number of rows only saves time: %s', async (_name, key) => {
  const duck = await duckHere();
  const columns = ['key', 'city', 'visits'].map((name, at) => ({ name, physical: `c${at + 1}`, header: name }));
  await duck.run('CREATE TABLE t (c1 VARCHAR, c2 VARCHAR, c3 VARCHAR)');
  const rows = Array.from(
    { length: 9000 },
    (_, row) => `('${key(row)}', '${['Bern', 'Lyon', 'Porto'][row % 3]}', '${row % 40}')`,
  );
  await duck.run(`INSERT INTO t VALUES ${rows.join(', ')}`);
  const options = { policy: 'customer-tracking' as const, today: '2026-06-01' };
  const unknown = await classifyRelation(duck, 't', columns, options);
  expect(unknown.rows).toBe(9000);
  for (const expected of [9000, 90_000])
    expect(await classifyRelation(duck, 't', columns, { ...options, rows: expected })).toEqual(unknown);
});

test('a clear name over values that fail their check digits stays personal, and goes to review with the reason', async () => {
  const { column } = await classify({
    ...people,
    'SV-Nr': (row) => `65${100100 + row * 37}M${100 + row}`,
    Kreditkarte: (row) => `4${String(100000000000003 + row * 7919).padStart(15, '0')}`,
  });
  for (const name of ['SV-Nr', 'Kreditkarte']) {
    expect(column(name)).toMatchObject({ class: 'linked', needsReview: true });
    expect(
      column(name)
        ?.evidence.map(({ detail }) => detail)
        .join(' '),
    ).toMatch(/pass the check; the others may be mistyped/);
  }
});

test('in a table of persons a number of its own in every row that nothing names counts as theirs until somebody looked', async () => {
  const { column } = await classify({
    ...people,
    Zx: (row) => `${48_120_733 + ((row * 7_919) % 4_001) * 97}`,
    Yq: (row) => `AB${3_000 + row * 17}KT`,
  });
  for (const name of ['Zx', 'Yq']) expect(column(name)).toMatchObject({ class: 'linkable', needsReview: true });
  const { column: goods } = await classify({
    Artikelnummer: (row) => `A-${row * 3}`,
    Produkt: (row) => ['Lampe', 'Tisch'][row % 2] ?? '',
    Preis: (row) => `${row},90`,
    Zx: (row) => `${48_120_733 + ((row * 7_919) % 4_001) * 97}`,
  });
  expect(goods('Zx')).toMatchObject({ class: 'non_pii' });
});

test('a vague name does not stand in the way of what the values are', async () => {
  const { column } = await classify({
    ...people,
    Geburtsdatum: (row) => `${row}`,
    date: (row) => `${1945 + row}-0${(row % 9) + 1}-12`,
    key: (row) => `(212) 555-0${100 + row}`,
  });
  expect(column('date')).toMatchObject({ type: 'date_of_birth' });
  expect(column('key')).toMatchObject({ type: 'phone_number', class: 'linked' });
});

test('a restaurant’s name, place and phone make it no person, whatever first names it borrows', async () => {
  const { column } = await classify({
    name: (row) =>
      ['Casa Maria', 'Golden Dragon', 'Chez Martin', 'The Copper Pot', 'Burger Barn', 'Blue Door'][row % 6] ?? '',
    cuisine: (row) => ['Italian', 'Chinese', 'French'][row % 3] ?? '',
    city: (row) => ['Leeds', 'York', 'Bath', 'Derby'][row % 4] ?? '',
    lat: (row) => `51.${50123 + row * 7}`,
    lng: (row) => `-1.${20123 + row * 11}`,
    stars: (row) => `${(row % 5) + 1}`,
  });
  expect(column('name')).toMatchObject({ class: 'non_pii' });
  expect(column('city')).toMatchObject({ class: 'non_pii' });
  expect(column('lat')).toMatchObject({ class: 'non_pii', flags: [] });
});

test('answers share one scale: coded facts beside them stay what they are called', async () => {
  const answers = Object.fromEntries(
    Array.from({ length: 8 }, (_, at) => [`q${at + 1}`, (row: number) => `${((row * (at + 3)) % 5) + 1}`]),
  );
  const { column } = await classify(
    {
      RESPID: (row) => `${5000 + row}`,
      RELIG: (row) => `${(row % 9) + 1}`,
      MARSTAT: (row) => `${(row % 5) + 1}`,
      HLTHGEN: (row) => `${((row * 3) % 5) + 1}`,
      ...answers,
    },
    { rows: 120 },
  );
  expect(column('RELIG')).toMatchObject({ class: 'linkable', flags: expect.arrayContaining(['religion']) });
  expect(column('MARSTAT')).toMatchObject({ type: 'marital_status', class: 'linkable' });
  expect(column('HLTHGEN')).toMatchObject({ class: 'linkable', flags: expect.arrayContaining(['health']) });
  expect(column('q3')).toMatchObject({ class: 'non_pii', category: 'attitudinal' });
});

test('a state is one of a request where its values are, and an address of two letters is none', async () => {
  const { column } = await classify(
    {
      ...people,
      estado: (row) => ['aberto', 'fechado', 'pendente'][row % 3] ?? '',
      address: (row) => (row % 2 ? 'U' : 'R'),
    },
    { rows: 60 },
  );
  expect(column('estado')).toMatchObject({ class: 'non_pii' });
  expect(column('address')?.class).not.toBe('linked');
});

test('without headers: a file with diseases is about health throughout, and asks for a look at what nothing names', async () => {
  const ward = {
    number: (row: number) => `P-${1000 + row * 7}`,
    first: (row: number) => firstNames[row % 10] ?? '',
    sex: (row: number) => (row % 2 ? 'male' : 'female'),
    disease: (row: number) => ['Asthma', 'Diabetes', 'Hypertension', 'Migraine'][row % 4] ?? '',
    came: (row: number) => `2024-0${(row % 9) + 1}-1${row % 10}`,
    measured: (row: number) => `${4 + ((row * 7) % 30) / 10}`,
  };
  const { column } = await classify(ward, { headers: false, rows: 90 });
  expect(column('c5')).toMatchObject({
    type: 'medical_date',
    flags: expect.arrayContaining(['health']),
    needsReview: true,
  });
  expect(column('c6')).toMatchObject({
    type: 'lab_value',
    flags: expect.arrayContaining(['health']),
    needsReview: true,
  });
});

test('without headers: codes of a few digits are for review, whatever they are taken for', async () => {
  const { column } = await classify(
    {
      ...people,
      branch: (row) => ['0041', '0117', '0230', '0312'][row % 4] ?? '',
      place: (row) => `${100 + ((row * 37) % 260)}`,
      area: (row) => `${10000 + ((row * 7919) % 80_000)}`,
    },
    { headers: false, rows: 120 },
  );
  for (const name of ['c9', 'c10', 'c11']) expect(column(name), name).toMatchObject({ needsReview: true });
});

test('without headers: the few words of what happened at a moment are not about the person', async () => {
  const { column } = await classify(
    {
      ...people,
      Krankheit: (row) => firstNames[(row * 7) % 10] ?? '',
      at: (row) =>
        `2025-03-${String((row % 28) + 1).padStart(2, '0')} ` +
        `1${row % 10}:${String((row * 7) % 60).padStart(2, '0')}:0${row % 7}`,
      kind: (row) => ['alpha', 'beta', 'gamma'][row % 3] ?? '',
    },
    { headers: false, rows: 120 },
  );
  expect(column('c10')).toMatchObject({ class: 'non_pii', needsReview: true });
});
