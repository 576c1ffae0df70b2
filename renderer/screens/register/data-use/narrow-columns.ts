import type { NecessityCell, NecessityMatrix, NecessityRow } from '#shared/register/minimisation/necessity-matrix.ts';

/** Which columns of the matrix are shown: those that stand so. */
export const shownKinds = ['all', 'open', 'prefilled', 'spare'] as const;
export type ShownKind = (typeof shownKinds)[number];

/** What a purpose says of a column and nobody has decided or taken over. */
export const isPrefilled = ({ from, need, drafted }: NecessityCell): boolean =>
  from.by === 'purpose' && need !== 'open' && drafted === undefined;
/** Neither the purpose nor a person tells. */
export const isOpen = ({ need, drafted }: NecessityCell): boolean => (drafted?.need ?? need) === 'open';

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
