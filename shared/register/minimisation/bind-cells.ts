import type { ListItem } from '../answer.ts';

/** What a binding says of columns and one purpose; without `columns`: of the whole dataset. */
export interface BoundCell {
  /** Id of the purpose's record. */
  purpose: string;
  columns?: string[] | undefined;
  needed: 'yes' | 'no';
  why?: string | undefined;
}

const saysSame = (a: BoundCell, b: BoundCell): boolean =>
  a.purpose === b.purpose && a.needed === b.needed && (a.why ?? '') === (b.why ?? '') && a.columns !== undefined;

/** The lines without what they say of a cell: a word on the whole dataset takes back all that was said of its purpose. */
function takenBack(items: readonly ListItem<BoundCell>[], { purpose, columns }: BoundCell): ListItem<BoundCell>[] {
  if (columns === undefined) return items.filter(({ value }) => value.purpose !== purpose);
  const gone = new Set(columns);
  return items.flatMap((item) => {
    const { value } = item;
    if (value.purpose !== purpose || value.columns === undefined) return [item];
    const left = value.columns.filter((column) => !gone.has(column));
    if (left.length === value.columns.length) return [item];
    return left.length === 0 ? [] : [{ ...item, value: { ...value, columns: left } }];
  });
}

/**
 * The lines of a binding with one more decision: each column is spoken of once per purpose, and columns of which the
 * same is said share a line, however many are decided one by one.
 * @param make a new line of the person who decides
 */
export function withCell(
  items: readonly ListItem<BoundCell>[],
  cell: BoundCell,
  make: (value: BoundCell) => ListItem<BoundCell>,
): ListItem<BoundCell>[] {
  const left = takenBack(items, cell);
  if (cell.columns === undefined) return [...left, make(cell)];
  // A line that stands before a word on the whole dataset would be overruled by it.
  const from = left.findLastIndex(({ value }) => value.purpose === cell.purpose && value.columns === undefined);
  const at = left.findIndex(({ value }, place) => place > from && saysSame(value, cell));
  if (at === -1) return [...left, make(cell)];
  const joined = { ...cell, columns: [...left[at]!.value.columns!, ...cell.columns] };
  return left.with(at, { ...left[at]!, value: joined });
}
