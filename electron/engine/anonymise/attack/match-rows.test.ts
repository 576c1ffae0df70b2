import { expect, it } from 'vitest';
import { chanceOf, someBelow } from './chance.ts';
import { matchedAtOnce, MatchRows } from './match-rows.ts';
import { RowsByValue } from './rows-by-value.ts';

const chance = chanceOf(21);
/** Columns with so many labels, each drawn by itself. */
const invented = (rows: number, values: readonly number[]) =>
  values.map((many) => ({ values: many, labels: Uint32Array.from({ length: rows }, () => chance.int(many)) }));

it.each([0, 1, 63, 64, 65, 500])('counts what a look at every cell counts, in %i rows', (rows) => {
  const columns = invented(rows, [2, 3, 256, 257, 65_536, 70_000, 4]);
  const match = new MatchRows(columns, rows);
  const questions = Array.from({ length: matchedAtOnce }, () => {
    const asked = someBelow(columns.length, 1 + chance.int(columns.length), chance);
    return {
      columns: asked,
      wanted: asked.map((at) => columns[at]!.labels[chance.int(rows)] ?? chance.int(columns[at]!.values)),
    };
  });
  match.count(questions);
  for (const [place, { columns: asked, wanted }] of questions.entries()) {
    const differs = Array.from(
      { length: rows },
      (_, row) => asked.filter((at, each) => columns[at]!.labels[row] !== wanted[each]).length,
    );
    expect([...match.differing(place)]).toEqual(differs);
    expect(match.least(place)).toBe(Math.min(...differs));
    const [low, high] = [1 + chance.int(2), 2 + chance.int(3)];
    const between = [...differs.keys()].filter((row) => differs[row]! >= low && differs[row]! <= high);
    expect([...match.between(place, low, high)]).toEqual(between);
  }
});

it('tells labels apart that agree in their lowest bytes', () => {
  const labels = Uint32Array.of(1, 257, 65_537, 16_777_217, 1);
  const match = new MatchRows([{ labels, values: 2 ** 25 }], 5);
  match.count([{ columns: [0], wanted: [1] }]);
  expect([...match.between(0, 0, 0)]).toEqual([0, 4]);
});

it('finds the first rows that have all values, as a look at every row does', () => {
  const rows = 333;
  const columns = invented(rows, [2, 3, 5, 4]);
  const byValue = new RowsByValue(rows, ({ at, code }, marked) => {
    for (let row = 0; row < rows; row++) if (columns[at]!.labels[row] === code) marked[row >>> 5]! |= 1 << (row & 31);
  });
  for (let times = 0; times < 50; times++) {
    const terms = someBelow(columns.length, 1 + chance.int(4), chance).map((at) => ({
      at,
      code: chance.int(columns[at]!.values),
    }));
    const all = Array.from({ length: rows }, (_, row) => row);
    const having = all.filter((row) => terms.every(({ at, code }) => columns[at]!.labels[row] === code));
    expect(byValue.having(terms, rows)).toEqual(having);
    expect(byValue.having(terms, 2)).toEqual(having.slice(0, 2));
  }
});
