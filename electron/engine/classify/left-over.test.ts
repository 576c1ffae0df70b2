import { expect, test } from 'vitest';
import { classifyCells } from '#test/support/classify-cells.ts';

type Cell = (row: number) => string;
const pick =
  (...from: string[]): Cell =>
  (row) =>
    from[(row * 7) % from.length]!;
const figure: Cell = (row) => (((row * 7919) % 1000) / 10).toFixed(1);
const persons = {
  Vorname: pick('Anna', 'Peter', 'Maria', 'Lukas', 'Sophie', 'Jonas', 'Clara', 'Felix', 'Emma', 'Paul', 'Ida'),
  Geschlecht: pick('m', 'w'),
  Alter: (row: number) => String(18 + ((row * 13) % 50)),
  Beruf: pick('Lehrer', 'Arzt', 'Koch', 'Jurist'),
};

test('in a table of persons a figure that nothing names is about them, and is asked about', async () => {
  const found = await classifyCells({ ...persons, WQX: figure });
  expect(found['WQX']).toMatchObject({ class: 'linkable', type: 'person_attribute', needsReview: true });
});

test('a constant, a count of the rows and the address of a page are not', async () => {
  const found = await classifyCells({
    ...persons,
    WQX: () => '4',
    ZRB: (row) => String(row + 1),
    NNT: (row) => `https://example.org/${row}`,
  });
  for (const name of ['WQX', 'ZRB', 'NNT']) expect(found[name]?.class, name).toBe('non_pii');
});

test('without names a figure is about the persons, a day only may be; a day of patients is', async () => {
  const day: Cell = (row) => `2024-0${(row % 9) + 1}-${10 + ((row * 7) % 19)}`;
  const unnamed = Object.fromEntries(Object.values(persons).map((cell, at) => [`c${at + 1}`, cell]));
  const found = await classifyCells({ ...unnamed, c5: (row) => `p${row}@example.org`, c6: figure, c7: day });
  expect(found['c6']).toMatchObject({ type: 'person_attribute', class: 'linkable' });
  expect(found['c7']).toMatchObject({ class: 'non_pii', undecided: true, needsReview: true });
  const patients = await classifyCells({
    ...persons,
    Diagnose: pick('Asthma', 'Diabetes', 'Migräne'),
    Medikament: pick('Ibuprofen', 'Metformin', 'Salbutamol'),
    Blutdruck: (row) => `${110 + (row % 40)}/${70 + (row % 20)}`,
    c8: day,
  });
  expect(patients['c8']?.class).not.toBe('non_pii');
});

test('in a table of goods it is not about anybody', async () => {
  const found = await classifyCells({
    product_id: (row) => `P-${1000 + row}`,
    product_name: (row) => `Lampe ${row}`,
    price: (row) => `${row + 3}.90`,
    WQX: figure,
  });
  expect(found['WQX']?.class).toBe('non_pii');
});

test('numbered items on one scale are answers; codes with a gap are no scale', async () => {
  const scale =
    (of: number): Cell =>
    (row) =>
      String(((row * of) % 5) - 2);
  const found = await classifyCells({
    ...persons,
    ITM_1: scale(3),
    ITM_2: scale(7),
    ITM_3: scale(11),
    COD_1: pick('1', '2', '9'),
    COD_2: pick('1', '9', '2'),
    COD_3: pick('9', '2', '1'),
  });
  for (const name of ['ITM_1', 'ITM_2', 'ITM_3'])
    expect(found[name], name).toMatchObject({ class: 'non_pii', type: 'survey_answer' });
  for (const name of ['COD_1', 'COD_2', 'COD_3']) expect(found[name]?.type, name).not.toBe('survey_answer');
});

test('the unit in a name says what is measured, in whatever language it asks', async () => {
  const found = await classifyCells({
    ...persons,
    'Xqua uta zor (cm)': (row) => String(150 + ((row * 7) % 45)),
    'Xqua mel zor in kg?': (row) => String(48 + ((row * 11) % 50)),
    'Breite in cm': (row) => String(2 + (row % 30)),
  });
  expect(found['Xqua uta zor (cm)']).toMatchObject({ class: 'linkable', type: 'height' });
  expect(found['Xqua mel zor in kg?']).toMatchObject({ class: 'linkable', type: 'weight' });
  expect(found['Breite in cm']?.type).not.toBe('height');
});
