import { evidenceText } from '#shared/text/engine/evidence.ts';
import { parseNumber } from '../numbers.ts';
import { best, support, type ColumnState } from '../hypothesis.ts';

/** So many things are put in order, and so many rows do it. */
const things = { fewest: 4, most: 20 };
const leastRows = 20;
/** Rows in which each place is given but once; by chance four figures of one to eight all differ in four of ten rows. */
const ownPlaces = 0.95;

/** Places from the first on: whole numbers of which none is left out. */
const topOf = ({ facts: { number, distinct } }: ColumnState): number | undefined =>
  number !== null &&
  number.whole &&
  number.min === 1 &&
  number.max >= things.fewest &&
  number.max <= things.most &&
  distinct >= 0.7 * number.max
    ? number.max
    : undefined;

/** In nearly every row no two of them have the same place. */
function areRanked(block: readonly ColumnState[]): boolean {
  const cells = block.map(({ facts }) => facts.cells);
  const rows = (cells[0] ?? []).flatMap((_first, row) => {
    const places = cells.flatMap((column) => {
      const cell = column[row];
      return cell === null || cell === undefined ? [] : (parseNumber(cell) ?? []);
    });
    return places.length === block.length ? [new Set(places).size === places.length] : [];
  });
  return rows.length >= leastRows && rows.filter(Boolean).length >= ownPlaces * rows.length;
}

/**
 * Columns that stand together and in each row give each place from first to last but once: each row puts what they are
 * named after in order. Whatever that is (a salary, a career), it is what somebody prefers and not what she or he has.
 */
export function rankingRules(columns: readonly ColumnState[]): void {
  for (let start = 0; start < columns.length;) {
    const top = topOf(columns[start]!);
    let end = start + 1;
    while (top !== undefined && end < columns.length && topOf(columns[end]!) === top) end += 1;
    const block = columns.slice(start, end);
    if (top !== undefined && block.length >= things.fewest && block.length <= top && areRanked(block))
      for (const column of block)
        support(column, 'preference', (best(column)?.score ?? 0) + 0.3, {
          kind: 'values',
          detail: evidenceText.table.ranked,
        });
    start = end;
  }
}
