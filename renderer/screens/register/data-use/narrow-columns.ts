import {
  isOpen,
  isPrefilled,
  type NecessityMatrix,
  type NecessityRow,
} from '#shared/register/minimisation/necessity-matrix.ts';

/** Which columns of the matrix are shown: those that stand so. */
export const shownKinds = ['all', 'open', 'prefilled', 'spare'] as const;
export type ShownKind = (typeof shownKinds)[number];

/** The rows of each kind, in the dataset's order. */
export function rowsByKind({ rows, spare }: NecessityMatrix): Record<ShownKind, readonly NecessityRow[]> {
  const gone = new Set(spare);
  return {
    all: rows,
    open: rows.filter(({ cells }) => cells.some(isOpen)),
    prefilled: rows.filter(({ cells }) => cells.some(isPrefilled)),
    spare: rows.filter(({ column }) => gone.has(column)),
  };
}

/** Those of them whose name holds the letters. */
export const named = (rows: readonly NecessityRow[], letters: string): readonly NecessityRow[] => {
  const wanted = letters.trim().toLowerCase();
  return wanted === '' ? rows : rows.filter(({ column }) => column.toLowerCase().includes(wanted));
};
