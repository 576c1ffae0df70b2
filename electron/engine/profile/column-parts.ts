import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { headFacts, headRows, type HeadFacts } from '#engine/analysis/head-facts.ts';
import { wideFrom, type Duck } from '#engine/analysis/open-duck.ts';
import type { CountedKind } from './counted/field-counter.ts';

/** The share of a head's values that differ from which on a column is held to have nearly as many values as rows. */
const nearlyAll = 0.97;

/** Columns grouped by one statement, and bytes that the different values of one statement may take. */
const mostColumns = 40;
const mostBytes = 450_000_000;
/** Bytes that a value takes in the data engine beside its text. */
const besideText = 48;

/** A column with its place in the file, and the first and last text of the head. */
export interface PlacedColumn extends SourceColumn {
  at: number;
  head: HeadFacts;
}

/**
 * Columns that are measured together: `repeats` where their values come again, which makes it worth while to keep each
 * value once.
 */
export interface ColumnPart {
  repeats: boolean;
  columns: PlacedColumn[];
}

/** Whether nearly every row of a column has a value of its own, by its head. */
const standsApart = ({ filled, distinct }: HeadFacts): boolean => filled > 1000 && distinct > nearlyAll * filled;

/** How the values of columns are counted where the bytes of a text are read for it, by their heads. */
export const countedKinds = (heads: readonly HeadFacts[]): CountedKind[] =>
  heads.map((head) => (standsApart(head) ? 'apart' : 'kept'));

/** Cuts columns into runs; `weight` of a run's columns adds up to no more than `most`, unless it is a single one. */
function runsOf(columns: readonly PlacedColumn[], weight: (column: PlacedColumn) => number, most: number) {
  const runs: PlacedColumn[][] = [];
  let left = 0;
  for (const column of columns) {
    const taken = weight(column);
    if (runs.length === 0 || taken > left || runs.at(-1)!.length >= mostColumns) {
      runs.push([]);
      left = most;
    }
    runs.at(-1)!.push(column);
    left -= taken;
  }
  return runs;
}

/**
 * How the columns of a long relation are best measured, by what its first rows say of them; null for a short or a very
 * wide one, whose columns are all measured alike. A wrong guess costs time, never exactness.
 * @param rows of the relation, where they are known
 * @param known what its first rows say, where somebody has asked already
 */
export async function columnParts(
  duck: Duck,
  relation: string,
  columns: readonly SourceColumn[],
  rows: number | undefined,
  known?: readonly HeadFacts[] | null,
): Promise<ColumnPart[] | null> {
  if (columns.length === 0 || columns.length >= wideFrom || (rows !== undefined && rows <= headRows)) return null;
  const list = columns.map(({ physical }) => quoteIdentifier(physical));
  const head = known ?? (await headFacts(duck, relation, list));
  if (head === null) return null;
  const all = columns.map((column, at): PlacedColumn => ({ ...column, at, head: head[at]! }));
  const differ = (column: PlacedColumn): boolean => standsApart(head[column.at]!);
  const bytesOf = (column: PlacedColumn): number => {
    const { filled, bytes } = head[column.at]!;
    return (filled / headRows) * (rows ?? 1_000_000) * (bytes + besideText);
  };
  return [
    ...runsOf(
      all.filter((column) => !differ(column)),
      () => 1,
      mostColumns,
    ).map((some) => ({
      repeats: true,
      columns: some,
    })),
    ...runsOf(all.filter(differ), bytesOf, mostBytes).map((some) => ({ repeats: false, columns: some })),
  ];
}
