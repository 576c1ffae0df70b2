import { expect, test } from 'vitest';
import { classifyCells } from '#test/support/classify-cells.ts';

/** A number in 0..1 of a row with no pattern, the same in every run. */
const chance = (row: number, seed: number): number => (((row + 1) * (seed * 7919 + 104_729)) % 1009) / 1009;
const pick = (row: number, seed: number, ...of: string[]): string =>
  of[Math.floor(chance(row, seed) * of.length)] ?? '';
const first = (row: number): string => pick(row, 3, 'Anna', 'Thomas', 'Maria', 'Robert', 'Sophie', 'Carlos', 'Giulia');
const last = (row: number): string => pick(row, 5, 'Smith', 'Garcia', 'Schmidt', 'Rossi', 'Martin', 'Silva', 'Brown');

test('a name of an age over texts says how old people are, in whatever words', async () => {
  const found = await classifyCells({
    nome: first,
    idade: (row) => pick(row, 7, 'Abaixo de 20 anos', 'Entre 20 e 30 anos', 'Acima de 30 anos'),
    alter: (row) => pick(row, 11, 'unter 20 Jahre', '20 bis 30 Jahre', 'über 30 Jahre'),
    code: (row) => `EV-${100 + (row % 20)}`,
  });
  for (const name of ['idade', 'alter']) expect(found[name], name).toMatchObject({ type: 'age_group' });
  expect(found['code']?.type).not.toBe('age_group');
});

test('columns answered in the same words are answers; facts under their names are not', async () => {
  const found = await classifyCells({
    gender: (row) => pick(row, 3, 'f', 'm'),
    age: (row) => String(18 + (row % 50)),
    ...Object.fromEntries(
      ['att1', 'zt', 'bla', 'kwx'].map((name, at) => [
        name,
        (row: number) => pick(row, 13 + at, 'Stimme zu', 'Stimme eher zu', 'Stimme nicht zu'),
      ]),
    ),
    p_13_a: (row) => pick(row, 23, 'tak', 'nie'),
    p_13_b: (row) => pick(row, 29, 'tak', 'nie'),
    p_14_a: (row) => pick(row, 31, 'tak', 'nie'),
    p_15_c: (row) => pick(row, 37, 'tak', 'nie'),
  });
  for (const name of ['att1', 'zt', 'bla', 'kwx', 'p_13_a', 'p_13_b', 'p_14_a', 'p_15_c'])
    expect(found[name], name).toMatchObject({ class: 'non_pii', category: 'attitudinal' });
  expect(found['gender']).toMatchObject({ class: 'linkable', type: 'gender' });
});

test('a log of what persons did is no table of persons, and what it says of the deed is theirs alone', async () => {
  const found = await classifyCells({
    timestamp: (row) => `2025-06-${String(1 + (row % 28)).padStart(2, '0')} 07:${10 + (row % 50)}:${10 + (row % 49)}`,
    user_id: (row) => `u${row % 9}`,
    department: (row) => pick(row, 7, 'Sales', 'Finance', 'Human Resources'),
    action: (row) => pick(row, 11, 'VIEW', 'PRINT', 'EXPORT'),
  });
  expect(found['user_id']?.class).toBe('linkable');
  expect(found['action']?.class).toBe('non_pii');
});

test('long digits beside names are phone numbers; numbers that follow each other are not', async () => {
  const found = await classifyCells({
    c1: first,
    c2: last,
    c3: (row) => String(9_110_000_000 + Math.floor(chance(row, 17) * 880_000_000)),
    c4: (row) => String(9_110_000_000 + ((row * 7) % 90)),
  });
  expect(found['c3']).toMatchObject({ class: 'linked', type: 'phone_number' });
  expect(found['c4']?.type).not.toBe('phone_number');
});

test('marks in a subject are how somebody did, in whatever language', async () => {
  const found = await classifyCells({
    nazwisko: last,
    ocena_matematyka: (row) => String(1 + (row % 6)),
    note_physique: (row) => String(4 + (row % 16)),
    ocena: (row) => String(1 + (row % 5)),
  });
  for (const name of ['ocena_matematyka', 'note_physique'])
    expect(found[name], name).toMatchObject({ class: 'linkable', type: 'academic_performance' });
  expect(found['ocena']?.type).not.toBe('academic_performance');
});

test('what a laboratory found and what was noted of a patient is about health', async () => {
  const found = await classifyCells({
    lab_result_id: (row) => String(row + 1),
    patient_id: (row) => `P-${1000 + (row % 40)}`,
    doctor_id: (row) => String(1 + (row % 12)),
    result_value: (row) => (chance(row, 3) * 120).toFixed(1),
    notes: (row) => pick(row, 5, 'Within normal range', 'Repeat test recommended', 'Slightly elevated'),
  });
  expect(found['result_value']).toMatchObject({ class: 'linkable', type: 'lab_value' });
  expect(found['notes']?.flags).toContain('health');
  expect(found['doctor_id']).toMatchObject({ class: 'linkable', type: 'employee_id' });
});

test('a few numbered districts in many rows are no addresses; addresses are', async () => {
  const found = await classifyCells({
    piiri: (row) => `${String(1 + (row % 5)).padStart(2, '0')} Uudenmaan piiri`,
    home: (row) => `${row + 1} Main Street`,
  });
  expect(found['piiri']?.class).not.toBe('linked');
  expect(found['home']?.type).toBe('street_address');
});

test('names in a script of which no words are kept are believed', async () => {
  const found = await classifyCells({
    'मतदाताको नाम': (row) => pick(row, 3, 'उमा थापा', 'कल्पना खड्का', 'अजय श्रेष्ठ', 'हरि बहादुर', 'सिता शर्मा'),
    'उमेर(वर्ष)': (row) => String(18 + Math.floor(chance(row, 5) * 60)),
    लिङ्ग: (row) => pick(row, 7, 'महिला', 'पुरुष'),
  });
  expect(Object.values(found).map(({ type }) => type)).toEqual(['full_name', 'age', 'gender']);
});

test('digits kept as text, and what somebody likes best, are what they are', async () => {
  const found = await classifyCells({
    email: (row) => `${first(row).toLowerCase()}${row}@example.org`,
    'Billing Zip': (row) => `'7${1000 + (row % 30) * 13}`,
    generi_preferiti: (row) => pick(row, 3, 'Pop', 'Rap, Rock', 'Techno', 'Jazz'),
  });
  expect(found['Billing Zip']).toMatchObject({ class: 'linkable', type: 'postal_code' });
  expect(found['generi_preferiti']).toMatchObject({ class: 'non_pii', type: 'preference' });
});

test('what a device measures of one body day after day is no sum of many', async () => {
  const day = (row: number): string => new Date(Date.UTC(2024, 0, 1 + row)).toISOString().slice(0, 10);
  const found = await classifyCells({
    date: day,
    steps: (row) => String(2000 + Math.floor(chance(row, 3) * 9000)),
    sedentaryMinutes: (row) => String(300 + Math.floor(chance(row, 5) * 700)),
    veryActiveMinutes: (row) => String(Math.floor(chance(row, 7) * 90)),
    sleepTotalMinutesAsleep: (row) => String(300 + Math.floor(chance(row, 11) * 200)),
    distanceTotal: (row) => (chance(row, 13) * 12).toFixed(2),
  });
  for (const name of ['steps', 'sedentaryMinutes', 'veryActiveMinutes', 'sleepTotalMinutesAsleep'])
    expect(found[name], name).toMatchObject({ class: 'linkable' });
});

test('one word of a name does not make the rows persons: where shops stand is no fact of anybody', async () => {
  const found = await classifyCells({
    local_nombre: (row) => pick(row, 3, 'SANTA ROSA', 'KNOP', 'AHUMADA', 'SALUD PLUS', 'MARIANA'),
    comuna_nombre: (row) => pick(row, 5, 'Valparaíso', 'Rancagua', 'Temuco', 'Talca', 'Arica'),
    localidad_nombre: (row) => pick(row, 7, 'Centro', 'Norte', 'Sur', 'Puerto'),
    local_direccion: (row) => `AVENIDA PRAT ${100 + row * 7}`,
    local_lat: (row) => (-33 - chance(row, 11) * 5).toFixed(6),
    local_lng: (row) => (-70 - chance(row, 13)).toFixed(6),
  });
  for (const name of ['comuna_nombre', 'local_direccion', 'local_lat', 'local_lng'])
    expect(found[name], name).toMatchObject({ class: 'non_pii' });
  expect(found['local_lat']?.flags).not.toContain('precise_location');
});
