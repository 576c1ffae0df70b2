import { expect, it } from 'vitest';
import { codeRows } from '../coded/coded-table.ts';
import { refineColumns } from './refine-columns.ts';
import { measureRefinement, releasedSets } from './refinement.ts';

const cells = Array.from({ length: 60 }, (_, row) => [
  ['x', 'y', 'z'][row % 3]!,
  ['a', 'b'][(row * row) % 2]!,
  String(row % 7),
]);
const table = codeRows(['place', 'illness', 'age'], cells);
const groupOf = Uint32Array.from(cells, (_, row) => Math.floor(row / 6));

it('tells of every column what knowing the others and the method does', async () => {
  const released = releasedSets(table, groupOf, 10);
  const found = await refineColumns(released, ['place', 'illness', 'age'], { k: 5 });
  expect(found).toHaveLength(3);
  for (const [column, one] of found!.entries())
    expect(one).toEqual({
      column: ['place', 'illness', 'age'][column],
      ...(await measureRefinement(released, { column, k: 5 })),
    });
  expect(found!.some(({ open }) => open > 0)).toBe(true);
});

it('says that it cannot where there are too many groups and values', async () => {
  const released = releasedSets(table, groupOf, 10);
  const wide = { ...released, codes: [Uint32Array.of(2 ** 31), ...released.codes.slice(1)] };
  expect(await refineColumns(wide, ['place'], { k: 5 })).toBeNull();
});
