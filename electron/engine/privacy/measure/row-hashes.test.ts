import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { openTestDuck, tableOf, type TextRow } from '#test/support/duck-rows.ts';
import { seeded } from '#test/support/seeded.ts';
import { countByHash } from './row-hashes.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

/** How many rows read like each row in the first `width` cells, counted pair by pair. */
const alikeIn = (rows: readonly TextRow[], width: number): number[] =>
  rows.map((row) => rows.filter((other) => row.slice(0, width).every((cell, at) => cell === other[at])).length);

function histogramOf(rows: readonly TextRow[], width: number) {
  const alike = alikeIn(rows, width);
  return [...new Set(alike)]
    .sort((a, b) => a - b)
    .map((size) => {
      const inThem = alike.filter((one) => one === size).length;
      return { size, classes: inThem / size, rows: inThem };
    });
}

const width = 4;
const columns = Array.from({ length: width }, (_, at) => `c${at + 1}`);
const qi = columns.slice(0, 3).map((sql) => ({ name: sql, sql }));

it.each([1, 4, 60, 200])('sizes of classes and rows alone are those of the texts (%i rows)', async (rows) => {
  const random = seeded(rows);
  const cells = [null, '', 'a', 'A', 'ä', 'a ', '1', '01', '1.0'];
  const drawn = Array.from({ length: rows }, () => columns.map(() => cells[Math.floor(random() * cells.length)]!));
  await tableOf(duck, `drawn_${rows}`, width, drawn);
  const found = await countByHash(duck, { relation: `drawn_${rows}`, qi, columns });
  expect(found!.histogram).toEqual(histogramOf(drawn, 3));
  const unique = alikeIn(drawn, width).filter((one) => one === 1).length;
  expect(found!.alone).toEqual({ unique, relinkable: unique });
});

it('leaves classes to their texts where most rows share one, and counts rows alone all the same', async () => {
  const rows = Array.from({ length: 90 }, (_, at): TextRow => [`${at % 9}`, null, '', at < 80 ? 'x' : `${at}`]);
  await tableOf(duck, 'shared', width, rows);
  expect(await countByHash(duck, { relation: 'shared', qi, columns })).toEqual({
    histogram: null,
    alone: { unique: 10, relinkable: 10 },
  });
  expect(await countByHash(duck, { relation: 'shared', qi: [], columns })).toBeNull();
});
