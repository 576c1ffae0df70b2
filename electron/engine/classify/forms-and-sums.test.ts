import { expect, test } from 'vitest';
import { classifyCells } from '#test/support/classify-cells.ts';

type Cell = (row: number) => string;
const pick =
  (...from: string[]): Cell =>
  (row) =>
    from[(row * 7) % from.length]!;
const persons = {
  Vorname: pick('Anna', 'Peter', 'Maria', 'Lukas', 'Sophie', 'Jonas', 'Clara', 'Felix', 'Emma', 'Paul', 'Ida'),
  Geschlecht: pick('m', 'w'),
  Alter: (row: number) => String(18 + ((row * 13) % 50)),
};
const step: Cell = (row) => String(1 + ((row * 11) % 5));

test('statements of several words over a few answers are answers, without a question mark', async () => {
  const answers = pick('ja', 'nein', 'teils', 'nie');
  const found = await classifyCells({
    'Zorvik quellt gern': answers,
    'Mirthet den Anderen': answers,
    'Oskalt vor Quarben': answers,
    'Trennelt bei Wirmel': answers,
    'Fummert ohne Blorz': answers,
    'Quorzt am Zirpel': answers,
  });
  expect(new Set(Object.values(found).map(({ type }) => type))).toEqual(new Set(['survey_answer']));
});

test('columns of yes and no that are called by occupations are occupations', async () => {
  const flag = pick('true', 'false', 'false');
  const found = await classifyCells({ ...persons, web_developer: flag, graphic_designer: flag, dataEngineer: flag });
  for (const name of ['web_developer', 'graphic_designer', 'dataEngineer'])
    expect(found[name], name).toMatchObject({ type: 'occupation', class: 'linkable' });
});

test('letters with a number have no name where a form numbers its items, and mean what they say elsewhere', async () => {
  const found = await classifyCells({ ...persons, b1: step, b2: step, b3: step, b4: step, b5: step, b6: step });
  expect(found['b6']?.class).toBe('non_pii');
  const values: Cell = (row) => (3 + ((row * 7919) % 400) / 100).toFixed(1);
  const lab = await classifyCells({ patient_id: (row) => `P${1000 + row}`, glucose: values, T3: values, T4: values });
  expect(lab['T4']).toMatchObject({ type: 'lab_value', class: 'linkable' });
});

test('voters by county, year and party are a sum; a county beside a person is the person’s', async () => {
  const county: Cell = (row) => ['Adams', 'Antelope', 'Boone', 'Butler', 'Cass'][row % 5]!;
  const sum = await classifyCells({
    County: county,
    Year: (row) => String(2000 + 4 * Math.floor(row / 10)),
    Party: (row) => ['Republican', 'Democratic'][Math.floor(row / 5) % 2]!,
    Voters: (row) => String(900 + ((row * 7919) % 5000)),
  });
  expect([sum['County']?.class, sum['Voters']?.class]).toEqual(['non_pii', 'non_pii']);
  const people = await classifyCells({ ...persons, County: county });
  expect(people['County']?.class).toBe('linkable');
});

test('coordinates beside parts of a country are a site; with a moment they are where somebody was', async () => {
  const sites = {
    Kommun: pick('Stockholm', 'Uppsala', 'Malmö', 'Lund', 'Kalmar'),
    Land: pick('Sverige', 'Danmark', 'Norge'),
    latitude: (row: number) => (55 + ((row * 0.01237) % 3)).toFixed(6),
    longitude: (row: number) => (13 + ((row * 0.02317) % 3)).toFixed(6),
  };
  expect((await classifyCells(sites))['latitude']?.class).toBe('non_pii');
  const way = { ...sites, time: (row: number) => `2026-03-01 10:${String(row % 60).padStart(2, '0')}:00` };
  expect((await classifyCells(way))['latitude']?.class).toBe('linkable');
});

test('days since what the law protects are about it', async () => {
  const found = await classifyCells({ ...persons, Days_since_last_mens: (row) => String((row * 5) % 29) });
  expect(found['Days_since_last_mens']).toMatchObject({ class: 'linkable', flags: expect.arrayContaining(['health']) });
});

test('the language of a column at the end of its name says nothing of what it holds', async () => {
  const found = await classifyCells({
    name_ko: pick('김수민', '이지은', '박준호', '최서연', '정하늘'),
    gender: pick('M', 'F'),
  });
  expect(found['name_ko']).toMatchObject({ type: 'full_name', class: 'linked' });
});

test('keys that begin like a word for under are no incomes', async () => {
  const found = await classifyCells({ c1: (row) => `SUB${String(row + 1).padStart(4, '0')}`, c2: step });
  expect(found['c1']?.type).not.toBe('income_bracket');
});

test('the cost of a treatment is one of health, and a rating beyond any scale is none', async () => {
  const found = await classifyCells({
    ...persons,
    TreatmentCost: (row) => String(1_000_000 + row * 1009),
    Rating: (row) => String(90 + ((row * 79) % 800)),
  });
  expect(found['TreatmentCost']?.flags).toContain('health');
  expect(found['Rating']?.class).toBe('linkable');
});

test('a word of two senses over values of neither is asked about, and one of protected matters over goods', async () => {
  const works = await classifyCells({
    id: (row) => String(row + 1),
    cim: pick('Zorvik quellt', 'Mirthes Traum', 'Oskal im Nebel', 'Der Trennel', 'Fummerts Reise'),
    ev: (row) => String(1900 + ((row * 7) % 90)),
  });
  expect(works['cim']?.needsReview).toBe(true);
  const organs = await classifyCells({
    patient_id: (row) => `P${1000 + row}`,
    diagnosis: pick('diabetes', 'hepatitis', 'cancer'),
    bloodType: pick('A', 'B', 'AB', '0'),
    DonorType: pick('DBD', 'DCD', 'LDX'),
  });
  expect(organs['DonorType']).toMatchObject({ flags: ['health'], needsReview: true });
});
