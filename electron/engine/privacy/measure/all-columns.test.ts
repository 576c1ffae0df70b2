import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { openTestDuck, tableOf, type TextRow } from '#test/support/duck-rows.ts';
import { seeded } from '#test/support/seeded.ts';
import { countAllColumns } from './all-columns.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

/** Counted pair by pair, as the definition says it. */
function byDefinition(written: readonly TextRow[], leftOut: readonly TextRow[]) {
  const same = (a: TextRow) => (b: TextRow) => a.every((cell, at) => cell === b[at]);
  const alone = written.filter((row) => written.filter(same(row)).length === 1);
  return { unique: alone.length, relinkable: alone.filter((row) => !leftOut.some(same(row))).length };
}

it.each([1, 2, 3])(
  'counts rows that are alone, and those that nothing left out reads like (%i columns)',
  async (width) => {
    const random = seeded(width);
    const cells = [null, '', 'a', 'A', 'ä', 'a ', '1', '01', '1.0'];
    const draw = (rows: number): TextRow[] =>
      Array.from({ length: rows }, () =>
        Array.from({ length: width }, () => cells[Math.floor(random() * cells.length)]!),
      );
    const columns = Array.from({ length: width }, (_, at) => `c${at + 1}`);
    for (const [rows, others] of [
      [4, 3],
      [60, 40],
      [200, 1],
    ] as const) {
      const [written, leftOut] = [draw(rows), draw(others)];
      await tableOf(duck, `written_${width}_${rows}`, width, written);
      await tableOf(duck, `left_${width}_${rows}`, width, leftOut);
      const asked = [duck, columns, `written_${width}_${rows}`] as const;
      expect(await countAllColumns(...asked, `left_${width}_${rows}`)).toEqual(byDefinition(written, leftOut));
      expect(await countAllColumns(...asked, null)).toEqual(byDefinition(written, []));
    }
    expect(await countAllColumns(duck, columns, `(SELECT * FROM written_${width}_4 LIMIT 0)`, null)).toEqual({
      unique: 0,
      relinkable: 0,
    });
  },
);
