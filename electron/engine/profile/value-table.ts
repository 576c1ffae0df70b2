import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { filled } from './column-values.ts';
import { isTable } from './column-values-of.ts';

let tables = 0;

/** Values held at a time, where every row has its own, and columns in one statement. */
const mostValues = 600_000;
const mostColumns = 400;
/** Rows up to which turning columns into rows and grouping once costs less than grouping each column by itself. */
const fewRows = 20_000;

/**
 * The different values `v` (trimmed, never blank) of some columns, each with the rows `n` that hold it and its column's
 * place `slot` among them: whatever is measured is then measured once a value, not once a row.
 */
export interface ValueTable {
  readonly name: string;
  /** Fills it with the values of these columns; what it held is gone. */
  fill(columns: readonly SourceColumn[]): Promise<void>;
  /** How many columns to fill it with at a time: small relations take few statements, large ones little memory. */
  readonly width: number;
  /** Rows of the relation. */
  readonly rows: number;
  /** Drops what was made. Does nothing about a connection that was closed meanwhile. */
  drop(): Promise<void>;
}

/**
 * Makes ready to read `relation` one column after the other: a file is parsed once, into a temporary table that spills
 * beyond the memory limit.
 */
export async function openValueTable(duck: Duck, relation: string, columns: SourceColumn[]): Promise<ValueTable> {
  const number = (tables += 1);
  const name = `custos_values_${number}`;
  const copy = `custos_profiled_${number}`;
  const drop = async (): Promise<void> => {
    for (const table of [name, copy]) await duck.run(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
  };
  const source = isTable(relation) ? relation : copy;
  try {
    if (source === copy)
      await duck.run(
        `CREATE TEMP TABLE ${copy} AS SELECT ` +
          `${columns.map(({ physical }) => quoteIdentifier(physical)).join(', ')} FROM ${relation}`,
      );
    const [count] = await duck.query<{ rows: number }>(`SELECT count(*) AS rows FROM ${source}`);
    const rows = Number(count?.rows ?? 0);
    const valueOf = (column: SourceColumn): string => filled(quoteIdentifier(column.physical));
    const apart = (some: readonly SourceColumn[]): string =>
      some
        .map(
          (column, at) =>
            `SELECT ${at} AS slot, v, count(*) AS n FROM (SELECT ${valueOf(column)} AS v FROM ${source}) WHERE v ` +
            'IS NOT NULL GROUP BY v',
        )
        .join(' UNION ALL ');
    const together = (some: readonly SourceColumn[]): string =>
      `SELECT slot, v, count(*) AS n FROM (SELECT unnest(range(${some.length}))::INTEGER AS slot, ` +
      `unnest([${some.map(valueOf).join(', ')}]) AS v FROM ${source}) WHERE v IS NOT NULL GROUP BY slot, v`;
    const fill = (some: readonly SourceColumn[]): Promise<void> =>
      duck.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${rows > fewRows ? apart(some) : together(some)}`);
    return {
      name,
      fill,
      rows,
      width: Math.max(1, Math.min(mostColumns, Math.floor(mostValues / Math.max(1, rows)))),
      drop,
    };
  } catch (error) {
    await drop();
    throw error;
  }
}
