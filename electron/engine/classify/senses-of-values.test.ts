import { expect, test } from 'vitest';
import { classifyCells } from '#test/support/classify-cells.ts';

type Cell = (row: number) => string;
const pick =
  (...from: string[]): Cell =>
  (row) =>
    from[(row * 7) % from.length]!;
const persons: Record<string, Cell> = {
  first_name: pick('Anna', 'Peter', 'Maria', 'Lukas', 'Sophie', 'Jonas', 'Clara', 'Felix', 'Emma', 'Paul', 'Ida'),
  gender: pick('male', 'female'),
  age: (row) => String(18 + ((row * 13) % 50)),
  occupation: pick('teacher', 'nurse', 'cook', 'lawyer'),
};
const nameless = (cells: readonly Cell[]): Record<string, Cell> =>
  Object.fromEntries(cells.map((cell, at) => [`c${at + 1}`, cell]));

test('what each row puts in order is what somebody prefers, whatever it is called', async () => {
  const orders = ['1234', '2143', '3412', '4321', '1432', '2314'];
  const place =
    (at: number): Cell =>
    (row) =>
      orders[row % orders.length]![at]!;
  const ranked = { rank_salary: place(0), rank_career: place(1), rank_team: place(2), rank_city: place(3) };
  const found = await classifyCells({ ...persons, ...ranked });
  for (const name of Object.keys(ranked))
    expect(found[name], name).toMatchObject({ class: 'non_pii', category: 'attitudinal' });
  // The same places, given more than once in a row, put nothing in order.
  const free = (at: number): Cell => pick(...['1', '2', '3', '4', '4', '3', '1'].slice(at), '2');
  const marks = await classifyCells({ ...persons, salary: free(0), career: free(1), team: free(2), city_a: free(3) });
  for (const name of ['salary', 'career', 'team'])
    expect(marks[name]?.evidence.map(({ detail }) => detail).join(' '), name).not.toContain('ranking');
});

test('figures in one unit are no addresses; houses in many streets are', async () => {
  const found = await classifyCells({
    WQX: (row) => `${20 + ((row * 13) % 60)} Tahun`,
    ZRB: (row) => `Point (${98 + row}.25 ${93 + row}.5)`,
    NNT: (row) => `${row + 1} ${pick('Mill', 'Church', 'Station', 'Castle', 'Garden')(row)} Road`,
  });
  expect(found['WQX']?.type).not.toBe('street_address');
  expect(found['ZRB']?.type).not.toBe('street_address');
  expect(found['NNT']).toMatchObject({ class: 'linked', type: 'street_address' });
});

test('of which kind an address or a number is, in a few words, is neither', async () => {
  const found = await classifyCells({
    ...persons,
    tipo_calle: pick('avenida', 'calle', 'autopista'),
    phone_type: pick('mobile', 'landline', 'work'),
    phone: (row) => `+43 660 ${100000 + row * 7919}`,
  });
  expect(found['tipo_calle']?.class).not.toBe('linked');
  expect(found['phone_type']?.class).not.toBe('linked');
  expect(found['phone']).toMatchObject({ class: 'linked', type: 'phone_number' });
});

test('the parts of the day on which something was are no facts of the person; a lone figure is', async () => {
  const cells = [...Object.values(persons), (row: number) => `p${row}@example.org`];
  const found = await classifyCells(
    nameless([
      ...cells,
      (row) => String(2015 + (row % 8)),
      (row) => String(1 + (row % 12)),
      (row) => String(1 + ((row * 7) % 31)),
      (row) => (((row * 7919) % 1000) / 10).toFixed(1),
    ]),
  );
  for (const name of ['c6', 'c7', 'c8'])
    expect(found[name], name).toMatchObject({ class: 'non_pii', undecided: true, needsReview: true });
  expect(found['c9']?.class).toBe('linkable');
});

test('hashes of passwords are told by how programs write them', async () => {
  const hex = (row: number): string => ((row + 1) * 2654435761).toString(16).padStart(12, 'a').repeat(4);
  const found = await classifyCells(
    nameless([
      (row) => `scrypt:32768:8:1$salt${row}xyz$${hex(row)}`,
      (row) => `pbkdf2:sha256:600000$salt${row}$${hex(row)}`,
    ]),
  );
  for (const name of ['c1', 'c2'])
    expect(found[name], name).toMatchObject({ class: 'linked', type: 'password_hash', flags: ['credentials'] });
});

test('phone numbers of which a spreadsheet took the nought are still phone numbers; keys are not', async () => {
  const long = (row: number): string => String(612345678 + ((row * 7919) % 97) * 1000003).slice(0, 9);
  const found = await classifyCells({
    c1: (row) => (row % 2 === 0 ? `0${long(row)}` : long(row)),
    c2: (row) => String(100000000 + ((row * 7919) % 97) * 1000003),
  });
  expect(found['c1']).toMatchObject({ class: 'linked', type: 'phone_number' });
  expect(found['c2']?.type).not.toBe('phone_number');
});

const surnames = ['長井', '中嶋', '塩見', '本山', '石黒', '市川', '大野', '小倉', '川端', '古谷'];
const readings = [
  'ナガイ',
  'ナカジマ',
  'シオミ',
  'モトヤマ',
  'イシグロ',
  'イチカワ',
  'オオノ',
  'オグラ',
  'カワバタ',
  'フルヤ',
];
const given = ['美南', '良昭', '邦子', '千穂', '和幸', '守男', '清志', '弘美'];
const givenReadings = ['ミナミ', 'ヨシアキ', 'クニコ', 'チホ', 'カズユキ', 'モリオ', 'キヨシ', 'ヒロミ'];
const both = (first: readonly string[], second: readonly string[]): Cell => {
  return (row) => `${first[row % 10]}${second[Math.floor(row / 10)]}`;
};

test('a name in signs with how it is read beside it is a name; a town is not', async () => {
  const people = await classifyCells(nameless([both(surnames, given), both(readings, givenReadings)]));
  for (const name of ['c1', 'c2']) expect(people[name], name).toMatchObject({ class: 'linked', type: 'full_name' });
  const town = both(surnames, given);
  const towns = await classifyCells(nameless([(row) => `${town(row)}市`, both(readings, givenReadings)]));
  expect(towns['c2']?.type).not.toBe('full_name');
});

test('without names yes and no beside names and addresses is as well the system’s; among answers it is a fact', async () => {
  const yesNo: Cell = (row) => (row % 3 ? 'yes' : 'no');
  const register = await classifyCells(nameless([...Object.values(persons), (row) => `p${row}@example.org`, yesNo]));
  expect(register['c6']).toMatchObject({ class: 'non_pii', undecided: true, needsReview: true });
  const answers = await classifyCells(nameless([...Object.values(persons), yesNo]));
  expect(answers['c5']).toMatchObject({ class: 'linkable', needsReview: true });
});

const patients: Record<string, Cell> = {
  patient_id: (row) => `P${1000 + row}`,
  diagnosis: pick('Asthma', 'Diabetes mellitus', 'Migraine', 'Hypertension'),
  blood_pressure: (row) => `${110 + (row % 40)}/${70 + (row % 20)}`,
  glucose: (row) => String(80 + ((row * 7) % 60)),
  heart_rate: (row) => String(60 + ((row * 11) % 40)),
};
const sentence: Cell = (row) => `The beds were more and the wards cleaner than before, as ${row} of us have seen there`;

test('what people are asked to judge about hospitals is no note on a patient', async () => {
  const found = await classifyCells({
    ...patients,
    '¿Qué recomendación daría para mejorar los hospitales?': sentence,
    '¿Considera que la red está preparada para atender estas patologías?': pick('Sí, mucho', 'No', 'Poco', 'Nada'),
    'ward notes': sentence,
  });
  expect(found['¿Qué recomendación daría para mejorar los hospitales?']?.type).not.toBe('clinical_note');
  expect(found['¿Considera que la red está preparada para atender estas patologías?']?.type).not.toBe('diagnosis');
  expect(found['ward notes']).toMatchObject({
    class: 'linkable',
    flags: expect.arrayContaining(['health']) as unknown,
  });
});

test('who cares for a patient is nothing of the patient’s health', async () => {
  const found = await classifyCells({ ...patients, nurse_zq: pick('qa', 'qb', 'qc'), wqx_zq: pick('ra', 'rb', 'rc') });
  expect(found['nurse_zq']?.flags).not.toContain('health');
  expect(found['wqx_zq']?.flags).toContain('health');
});

test('long whole numbers beside illnesses are measured of nobody', async () => {
  const found = await classifyCells(
    nameless([
      (row) => `${pick('Anna', 'Peter', 'Maria', 'Lukas')(row)} ${pick('Gruber', 'Huber', 'Bauer', 'Wagner')(row + 1)}`,
      pick('Asthma', 'Diabetes mellitus', 'Migraine', 'Hypertension'),
      (row) => String(3_000_000_000 + ((row * 7919) % 61) * 10_000_019),
    ]),
  );
  expect(found['c3']).toMatchObject({ class: 'linkable', type: 'person_id' });
});

test('a booking among guests is no arrest; among charges it is', async () => {
  const day: Cell = (row) => `2023-0${1 + (row % 9)}-1${row % 9}`;
  const guests = await classifyCells({ ...persons, last_booking_date: day });
  expect(guests['last_booking_date']).toMatchObject({ class: 'non_pii' });
  expect(guests['last_booking_date']?.flags).not.toContain('criminal');
  const jail = await classifyCells({ ...persons, booking_date: day, charge: pick('Assault', 'Burglary', 'Theft') });
  expect(jail['booking_date']).toMatchObject({ class: 'linkable' });
});

test('a bare code of its own in every row of persons is their key', async () => {
  const found = await classifyCells({ code: (row) => `Q${7000 + ((row * 13) % 97)}`, ...persons });
  expect(found['code']?.class).toBe('linkable');
});

test('a name as near to one for a linked number as this is not settled by a short word in it', async () => {
  const found = await classifyCells({ ...patients, 'No. eRM': (row) => String(100 + ((row * 7919) % 83)) });
  expect(found['No. eRM']).toMatchObject({ needsReview: true });
});
