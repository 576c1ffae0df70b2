import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { openTestDuck } from '#test/support/duck-rows.ts';
import { ageGroupSql } from './age-group-sql.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

const said = async (texts: readonly string[]): Promise<(number | null)[]> => {
  const list = texts.map((text, at) => `(${at}, ${quoteText(text)})`).join(', ');
  const rows = await duck.query<{ age: number | null }>(
    `SELECT ${ageGroupSql('t', 18)} AS age FROM (VALUES ${list}) AS v(i, t) ORDER BY i`,
  );
  return rows.map(({ age }) => age);
};

it.each([
  [
    'of age',
    1,
    ['18-24', '25 – 34', '65+', '45 to 54', '25 bis 34', '18 à 24', '25 tot 34', '60 and over', '18 und älter'],
  ],
  [
    'of age, with words before',
    1,
    ['over 18', 'ab 18', 'über 65', 'plus de 25 ans', 'más de 40', '≥ 18', '>65', 'Age 25-34'],
  ],
  [
    'of age, in a name',
    1,
    ['Adults (18+)', 'Erwachsene 18-64', 'Ages 35-44', '[25,35)', 'powyżej 18', '25 bis unter 35', '18 to under 25'],
  ],
  [
    'under age',
    0,
    ['0-17', '12-17', 'under 18', '<18', '≤18', 'menos de 18', 'moins de 18 ans', 'unter 18', '-18', '17-'],
  ],
  [
    'under age, told behind the number',
    0,
    ['18 and under', '17 ou moins', '16 or younger', '15 y menos', 'Teens 13-17'],
  ],
  ['under age in languages with other letters', 0, ['poniżej 18', 'jünger als 16', 'até 17', 'jusqu’à 17', 'hasta 17']],
  [
    'not known',
    null,
    ['under 25', '25 and under', '≤30', 'bis 25', 'max 40', 'hasta 30', 'up to 20', '25 ou moins', '-25'],
  ],
  ['not known either', null, ['0', '1', '7', '', 'young', 'U21', 'Gen 25', 'group 25', 'team of 30', 'x']],
])('%s', async (_name, age, texts) => {
  expect(Object.fromEntries((await said(texts)).map((found, at) => [texts[at], found]))).toEqual(
    Object.fromEntries(texts.map((text) => [text, age])),
  );
});
