import { expect, it } from 'vitest';
import { codeRows } from '../coded/coded-table.ts';
import { measureRefinement, releasedLabels, releasedSets } from './refinement.ts';

/**
 * Three groups of two. Rows 0 and 1 read place x, illness a; rows 2 and 3 place x, illness a or b; rows 4 and 5 place
 * y or z, illness b or c.
 */
const cells = [
  ['x', 'a'],
  ['x', 'a'],
  ['x', 'a'],
  ['x', 'b'],
  ['y', 'b'],
  ['z', 'c'],
];
const groupOf = Uint32Array.from([0, 0, 1, 1, 2, 2]);

it('strikes out what a cheaper group would have taken, and counts how often that misleads', async () => {
  const released = releasedSets(codeRows(['place', 'illness'], cells), groupOf, 3);
  // Rows 2 and 3: of a and b, a would have gone to the first group, which costs nothing. Row 2 is a all the same.
  expect(await measureRefinement(released, { column: 1, k: 2 })).toEqual({
    rows: 6,
    open: 4 / 6,
    shrunk: 2 / 6,
    misled: 1 / 6,
    freeShrunk: 0,
    freeMisled: 0,
    guessBefore: 1 / 2,
    guessAfter: (0 + 1 + 1 / 2 + 1 / 2) / 4,
  });
  // Where k is 1 each of the two was free to leave.
  expect(await measureRefinement(released, { column: 1, k: 1 })).toMatchObject({
    freeShrunk: 2 / 6,
    freeMisled: 1 / 6,
  });
  // Of y and z neither lies in a cheaper group with the illness.
  expect(await measureRefinement(released, { column: 0, k: 2 })).toMatchObject({ open: 2 / 6, shrunk: 0, misled: 0 });
});

it('counts the values under a label of a hierarchy', async () => {
  const { columns } = codeRows(['place', 'illness'], cells);
  const flat = (values: readonly (string | null)[], column: string) => ({
    column,
    domain: values.length,
    levels: [
      {
        labels: values.map(String),
        of: Uint32Array.from(values.keys()),
        leaves: new Uint32Array(values.length).fill(1),
      },
      { labels: ['*'], of: new Uint32Array(values.length), leaves: Uint32Array.of(values.length) },
    ],
  });
  const released = releasedLabels(
    columns.map(({ codes, name, values }) => ({ codes, hierarchy: flat(values, name) })),
    {
      level: [Uint8Array.from([0, 0, 0, 0, 1, 1]), Uint8Array.from([0, 0, 1, 1, 1, 1])],
      label: [Uint32Array.from([0, 0, 0, 0, 0, 0]), Uint32Array.from([0, 0, 0, 0, 0, 0])],
      groupOf,
      groups: 3,
    },
  );
  // Rows 2 and 3 read * of a, b and c; a would have gone to the first group. Rows 4 and 5 are not in place x.
  expect(await measureRefinement(released, { column: 1, k: 2 })).toMatchObject({
    open: 4 / 6,
    shrunk: 2 / 6,
    misled: 1 / 6,
    guessBefore: 1 / 3,
    guessAfter: (0 + 1 / 2 + 1 / 3 + 1 / 3) / 4,
  });
});

it('finds nothing in one group, in groups without loss, and in no rows', async () => {
  const table = codeRows(['place', 'illness'], cells);
  const one = releasedSets(table, new Uint32Array(6), 1);
  expect(await measureRefinement(one, { column: 1, k: 2 })).toMatchObject({ open: 1, shrunk: 0, guessAfter: 1 / 3 });
  const each = releasedSets(table, Uint32Array.from([0, 0, 0, 1, 2, 3]), 4);
  expect(await measureRefinement(each, { column: 1, k: 2 })).toMatchObject({ open: 0, shrunk: 0 });
  const none = releasedSets(codeRows(['place'], []), new Uint32Array(), 0);
  expect(await measureRefinement(none, { column: 0, k: 2 })).toMatchObject({ rows: 0, open: 0 });
});

it('ends when it is cancelled', async () => {
  const released = releasedSets(codeRows(['place', 'illness'], cells), groupOf, 3);
  await expect(measureRefinement(released, { column: 1, k: 2, signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'JOB_CANCELLED',
  });
});
