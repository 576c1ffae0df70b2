import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { wideFrom, type Duck } from '#engine/analysis/open-duck.ts';

/** Rows up to which a relation is small, and rows at the head of a longer one that say how its columns repeat. */
export const headRows = 20_000;

/** The share of a head's values that differ from which on a column is held to have nearly as many values as rows. */
const nearlyAll = 0.97;

/** Columns grouped by one statement, and bytes that the different values of one statement may take. */
const mostColumns = 40;
const mostBytes = 350_000_000;
/** Bytes that a value takes in the data engine beside its text. */
const besideText = 48;

/** A column with its place in the file. */
export interface PlacedColumn extends SourceColumn {
  at: number;
}

/**
 * Columns that are measured together: `repeats` where their values come again, which makes it worth while to keep each
 * value once.
 */
export interface ColumnPart {
  repeats: boolean;
  columns: PlacedColumn[];
}

interface HeadFacts {
  filled: number;
  distinct: number;
  bytes: number;
}

let heads = 0;

/** What the first rows say of each column; null of a relation that has no more. */
async function measureHead(duck: Duck, relation: string, list: readonly string[]): Promise<HeadFacts[] | null> {
  const name = `custos_head_${(heads += 1)}`;
  await duck.run(`CREATE TEMP TABLE ${name} AS SELECT ${list.join(', ')} FROM ${relation} LIMIT ${headRows + 1}`);
  try {
    const [count] = await duck.query<{ rows: number }>(`SELECT count(*) AS rows FROM ${name}`);
    if (Number(count?.rows) <= headRows) return null;
    const facts: HeadFacts[] = [];
    while (facts.length < list.length) {
      const some = list.slice(facts.length, facts.length + mostColumns);
      const measures = some.map(
        (c, at) => `count(${c}) AS f${at}, count(DISTINCT ${c}) AS d${at}, avg(strlen(${c})) AS b${at}`,
      );
      const [row = {}] = await duck.query(`SELECT ${measures.join(', ')} FROM ${name}`);
      for (const at of some.keys())
        facts.push({
          filled: Number(row[`f${at}`]),
          distinct: Number(row[`d${at}`]),
          bytes: Number(row[`b${at}`] ?? 0),
        });
    }
    return facts;
  } finally {
    await duck.run(`DROP TABLE IF EXISTS ${name}`).catch(() => undefined);
  }
}

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
 */
export async function columnParts(
  duck: Duck,
  relation: string,
  columns: readonly SourceColumn[],
  rows: number | undefined,
): Promise<ColumnPart[] | null> {
  if (columns.length === 0 || columns.length >= wideFrom || (rows !== undefined && rows <= headRows)) return null;
  const head = await measureHead(
    duck,
    relation,
    columns.map(({ physical }) => quoteIdentifier(physical)),
  );
  if (head === null) return null;
  const all = columns.map((column, at): PlacedColumn => ({ ...column, at }));
  const differ = (column: PlacedColumn): boolean => {
    const { filled, distinct } = head[column.at]!;
    return filled > 1000 && distinct > nearlyAll * filled;
  };
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
