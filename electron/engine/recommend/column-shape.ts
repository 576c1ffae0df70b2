import type { SourceColumn } from '#shared/domain/intake.ts';
import { call, column as columnOf, text, type Expression } from '#shared/plan/expression.ts';
import { dateFormats, type DateFormat } from '#shared/plan/date-format.ts';
import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { writeExpression } from '#shared/sql/write-sql.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';

/** How the values of a column are written, measured on a sample. Shares are 0..1 of its filled cells. */
export interface ColumnShape {
  filled: number;
  distinct: number;
  number: { share: number; mark: '.' | ','; /** Up to seven cut points into eight groups of about equal size, all above the smallest value. */ octiles: number[]; /** No fractions. */ whole: boolean };
  date: { share: number; format: DateFormat };
  /** The commonest length of a value without spaces and signs. */
  length: number;
}

/** What any date that can be read begins with, or a whole number that could be one. */
const datelike = '^(\\d{1,4}[-/.]\\d{1,2}([-/.]\\d{1,4})?|\\d{8}$|\\d{9,10}$|\\d{12,13}$)';

/** Rows that shapes are measured on. */
const sampleRows = 20_000;

/**
 * Makes a temporary table of about 20,000 rows, chosen by a hash of their content: the same rows in every run, whatever the file's order.
 * @param rows rows of the relation
 */
export async function sampleTable(duck: Duck, relation: string, columns: SourceColumn[], rows: number, name: string): Promise<void> {
  const every = Math.floor(rows / sampleRows);
  const ids = columns.map(({ physical }) => quoteIdentifier(physical));
  const filter = every < 2 ? '' : ` WHERE hash(${ids.slice(0, 50).join(', ')}) % ${every} = 0`;
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${quoteIdentifier(name)} AS SELECT ${ids.join(', ')} FROM ${relation}${filter}`);
}

const sqlOf = (expression: Expression, { name, physical }: SourceColumn): string =>
  writeExpression(expression, duckDialect, (wanted) => {
    if (wanted !== name) throw new Error('An expression reads another column.');
    return physical;
  });

/** Measures one column of the sample. */
export async function measureShape(duck: Duck, sample: string, column: SourceColumn): Promise<ColumnShape> {
  const value = call('blank-to-null', columnOf(column.name));
  const raw = sqlOf(value, column);
  const parsed = (mark: '.' | ','): string => sqlOf(call('parse-number', value, text(mark)), column);
  const id = quoteIdentifier(column.physical);
  const values = `(SELECT ${id}, ${raw} AS v, count(*) AS n FROM ${quoteIdentifier(sample)} WHERE ${raw} IS NOT NULL GROUP BY 1, 2)`;
  const [row] = await duck.query<Record<string, number>>(
    `SELECT sum(n) AS filled, count(*) AS "distinct", ${[
      `sum(n) FILTER (${parsed('.')} IS NOT NULL) AS points`,
      `sum(n) FILTER (${parsed(',')} IS NOT NULL) AS commas`,
      "sum(n) FILTER (regexp_matches(v, '\\d,\\d{1,2}\\D*$') AND NOT regexp_matches(v, '\\d\\.\\d+\\D*$')) AS comma_decimals",
      "sum(n) FILTER (regexp_matches(v, '\\d\\.\\d+\\D*$')) AS point_decimals",
      "mode(length(regexp_replace(v, '[\\s.,*-]', '', 'g'))) AS typical",
      `count(*) FILTER (regexp_matches(trim(v), '${datelike}')) AS datelike`,
    ].join(', ')} FROM ${values}`,
  );
  const at = (name: string): number => Number(row?.[name] ?? 0);
  const filled = at('filled');
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  const distinct = at('distinct');
  const mark = at('comma_decimals') > at('point_decimals') ? ',' : '.';
  const date = distinct > 0 && at('datelike') > distinct / 2 ? await dateShape(duck, column, values, distinct) : { share: 0, format: 'iso' as const };
  const numberShare = share(mark === '.' ? at('points') : at('commas'));
  return {
    filled,
    distinct,
    number: { share: numberShare, mark, ...(numberShare > 0.5 ? await octiles(duck, sample, parsed(mark)) : { octiles: [], whole: false }) },
    date,
    length: at('typical'),
  };
}

/** The format that most of the different values fit. Epochs are only believed where the number of digits fits our century. */
async function dateShape(duck: Duck, column: SourceColumn, values: string, distinct: number): Promise<ColumnShape['date']> {
  const value = call('blank-to-null', columnOf(column.name));
  const digits: Partial<Record<DateFormat, string>> = { 'epoch-seconds': '\\d{9,10}', 'epoch-milliseconds': '\\d{12,13}' };
  const counts = dateFormats.map((format, index) => `count(${sqlOf(call('parse-date', value, text(format)), column)}) FILTER (${digits[format] === undefined ? 'true' : `regexp_full_match(trim(v), '${digits[format]}')`}) AS d${index}`);
  const [row] = await duck.query<Record<string, number>>(`SELECT ${counts.join(', ')} FROM ${values}`);
  const found = dateFormats.map((_, index) => Number(row?.[`d${index}`] ?? 0));
  const best = found.indexOf(Math.max(...found));
  return { share: (found[best] ?? 0) / distinct, format: dateFormats[best] ?? 'iso' };
}

/** Cut points above the smallest value; where most rows have the smallest one (no purchase, no child), quarters of the others. */
async function octiles(duck: Duck, sample: string, parsed: string): Promise<{ octiles: number[]; whole: boolean }> {
  const cuts = async (parts: number, from: string): Promise<number[]> => {
    const names = Array.from({ length: parts - 1 }, (_, index) => index + 1);
    const [row] = await duck.query<Record<string, unknown>>(`SELECT ${names.map((part) => `quantile_disc(x, ${part / parts}) AS q${part}`).join(', ')} FROM ${from}`);
    return names.map((part) => row?.[`q${part}`]).filter((cut): cut is number => typeof cut === 'number');
  };
  const numbers = `(SELECT ${parsed} AS x FROM ${quoteIdentifier(sample)})`;
  const [row] = await duck.query<{ least: number | null; whole: boolean | null }>(`SELECT min(x) AS least, bool_and(x = floor(x)) AS whole FROM ${numbers}`);
  const least = row?.least ?? 0;
  const found = (await cuts(8, `${numbers} WHERE x IS NOT NULL`)).filter((cut) => cut > least);
  return { octiles: found.length > 0 ? found : (await cuts(4, `${numbers} WHERE x > ${least}`)).filter((cut) => cut > least), whole: row?.whole === true };
}

/** The values of a column that at least `least` of the sampled rows share, commonest first; at most 200. They are not personal: many people share each. */
export async function frequentValues(duck: Duck, sample: string, column: SourceColumn, least: number): Promise<{ value: string; share: number }[]> {
  const raw = sqlOf(call('blank-to-null', columnOf(column.name)), column);
  const rows = await duck.query<{ v: string; n: number; total: number }>(
    `SELECT v, n, sum(n) OVER () AS total FROM (SELECT ${raw} AS v, count(*) AS n FROM ${quoteIdentifier(sample)} WHERE ${raw} IS NOT NULL GROUP BY 1) QUALIFY n >= ${Math.max(1, least)} ORDER BY n DESC, v LIMIT 200`,
  );
  return rows.map(({ v, n, total }) => ({ value: v, share: Number(n) / Number(total) }));
}
