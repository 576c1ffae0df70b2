import { expect, test } from 'vitest';
import { classifyCells as classify } from '#test/support/classify-cells.ts';

const uuid = (row: number) =>
  `${(row * 7919 + 0x1000_0000).toString(16)}-aa11-4b22-8c33-${(row * 104_729 + 0x1000_0000_0000).toString(16)}`;
const figure = (low: number, width: number) => (row: number) =>
  (low + ((row * 7919) % 1000) * (width / 1000)).toFixed(1);

test('records that hang on a patient tell of the care he or she had, however bare their names', async () => {
  const found = await classify({
    START: (row) => `20${10 + (row % 9)}-03-1${row % 9}`,
    PATIENT: (row) => uuid(row % 20),
    CODE: (row) => `${51_230_000 + (row % 30) * 1009}`,
    DESCRIPTION: (row) => `Finding number ${row % 30} (situation)`,
    updated_at: (row) => `2025-01-1${row % 9}`,
  });
  expect(found['CODE']).toMatchObject({ type: 'medical_code', flags: ['health'] });
  expect(found['DESCRIPTION']).toMatchObject({ class: 'linkable', flags: ['health'] });
  expect(found['START']).toMatchObject({ type: 'medical_date', class: 'linkable' });
  expect(found['updated_at']?.class).toBe('non_pii');
});

test('codes and descriptions of goods stay those of goods', async () => {
  const found = await classify({
    PRODUCT_ID: uuid,
    CODE: (row) => `${51_230_000 + (row % 30) * 1009}`,
    DESCRIPTION: (row) => `Garden chair number ${row % 30} (oak)`,
  });
  expect([found['CODE']?.class, found['DESCRIPTION']?.class]).toEqual(['non_pii', 'non_pii']);
});

test('an unnamed figure among laboratory values is one', async () => {
  const found = await classify({
    glucose: figure(70, 60),
    cholesterol: figure(120, 90),
    creatinine: figure(0.5, 1),
    hemoglobin: figure(11, 6),
    KXQ: figure(20, 15),
    sex: (row) => (row % 2 ? 'm' : 'f'),
  });
  expect(found['KXQ']).toMatchObject({ type: 'lab_value', class: 'linkable', flags: ['health'] });
});

test('words are read behind the codes that statistics programs write before them', async () => {
  const found = await classify({
    maritl: (row) => ['1. Single', '2. Cohabiting', '5. Separated', '6. Widow'][row % 4] ?? '',
    c2: (row) => ['1. Asian', '2. White British', '5. Black African', '6. Mixed'][row % 4] ?? '',
  });
  expect(found['maritl']).toMatchObject({ type: 'marital_status', class: 'linkable' });
  expect(found['c2']).toMatchObject({ type: 'race_ethnicity', class: 'linkable' });
});

test('a name beside digests of first and last names is the whole name', async () => {
  const digest = (seed: number) => (row: number) =>
    `${((row + 1) * 7919 * seed).toString(16).padStart(8, '0')}d41d8cd98f00b204e9800998`;
  const found = await classify({
    first_name: digest(3),
    last_name: digest(5),
    name: (row) =>
      `${['Zorvik', 'Quellan', 'Mirthe', 'Oskaly'][row % 4] ?? ''} ` +
      `${['Vantreight', 'Obermayr', 'Castellon'][row % 3] ?? ''}`,
  });
  expect(found['name']).toMatchObject({ type: 'full_name', class: 'linked' });
});
