import type { SourceColumn } from '#shared/domain/intake.ts';
import { call, column as columnOf, type Expression } from '#shared/plan/expression.ts';
import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { writeExpression } from '#shared/sql/write-sql.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';

/** Rows that shapes are measured on. */
const sampleRows = 20_000;
/** Values held at a time, where every row has its own, and columns in one statement. */
const mostValues = 600_000;
const mostColumns = 400;

/**
 * Makes a temporary table of about 20,000 rows, chosen by a hash of their content: the same rows in every run, whatever
 * the file's order.
 * @param rows rows of the relation
 */
export async function sampleTable(
  duck: Duck,
  relation: string,
  columns: SourceColumn[],
  rows: number,
  name: string,
): Promise<void> {
  const every = Math.floor(rows / sampleRows);
  const ids = columns.map(({ physical }) => quoteIdentifier(physical));
  const filter = every < 2 ? '' : ` WHERE hash(${ids.slice(0, 50).join(', ')}) % ${every} = 0`;
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${quoteIdentifier(name)} AS SELECT ${ids.join(', ')} FROM ${relation}${filter}`,
  );
}

/** Columns as many at a time as their sampled values should be held at once. @param rows rows of the sample */
export function sampleParts<Item>(items: readonly Item[], rows: number): Item[][] {
  const width = Math.max(1, Math.min(mostColumns, Math.floor(mostValues / Math.max(1, rows))));
  return Array.from({ length: Math.ceil(items.length / width) }, (_, at) => items.slice(at * width, (at + 1) * width));
}

/**
 * Fills the temporary table `name` with the different values `v` of some columns of a sample, never blank, each with
 * the rows `n` that hold it and its column's place `slot` among them: columns are measured together, and a value once.
 */
export async function fillSampleValues(
  duck: Duck,
  sample: string,
  columns: readonly SourceColumn[],
  name: string,
): Promise<void> {
  const values = columns.map(({ physical }) =>
    writeExpression(call('blank-to-null', columnOf('')), duckDialect, () => physical),
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${quoteIdentifier(name)} AS SELECT slot, v, count(*) AS n
     FROM (SELECT unnest(range(${columns.length}))::INTEGER AS slot, unnest([${values.join(', ')}]) AS v
       FROM ${quoteIdentifier(sample)}) WHERE v IS NOT NULL GROUP BY slot, v`,
  );
}

/** SQL of an expression over the values of such a table. */
export const ofValue = (expression: (value: Expression) => Expression): string =>
  writeExpression(expression(columnOf('v')), duckDialect, () => 'v');
