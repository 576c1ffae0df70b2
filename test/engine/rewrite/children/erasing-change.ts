import type { RewriteChange } from '#engine/use-cases/rewrite/rewrite-change.ts';

/** Of the people in `../support.ts`: one row, the mention of them in another, and a row that could not be read. */
export const erasingChange: RewriteChange = {
  rows: [20],
  cells: [{ row: 30, column: 'note', value: 'knows [erased] well' }],
  rejected: ({ raw }) => raw.includes('zelda'),
};
