import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { PlacedColumn } from './column-parts.ts';
import { couldBeList, openTypes, testedList, testList, type Tested } from './column-type.ts';
import { filled, needsTrim } from './column-values.ts';
import { isShortened } from './shortened.ts';

/**
 * The values of some columns, trimmed and never blank, as lines of `slot` (the column's place among them), `v` and the
 * rows `n` that it stands for; a value may have several lines.
 */
export interface ColumnValues {
  /** FROM item with the lines of these columns. */
  of(slots: readonly number[]): string;
  /** Rows of the relation. */
  rows: number;
  /**
   * A row for each column that has any value: `slot`, `distinct`, `filled`, `shortest`, `longest`, `mean`, `shortened`,
   * `first`, `last` and what `couldBeList` asks of the last two; with `tested` where their types were asked, too. Where
   * no value is kept (`once`), `least_1` to `least_10`, the first ten in text order.
   */
  measured: Record<string, unknown>[];
  /** Each value has one line. */
  once: boolean;
  /** The most frequent values by slot, where they are known already. */
  top?: ReadonlyMap<number, ColumnProfile['top']>;
}

/** A plain table name, which can be read column by column; anything else (a file's scan) is parsed by every statement. */
export const isTable = (relation: string): boolean => /^[\w".]+$/.test(relation);

/** Measures the lines of a table that has one for each value. */
export const measureTable = (duck: Duck, table: string): Promise<Record<string, unknown>[]> =>
  duck.query(`SELECT *, ${couldBeList('first', 'last')} FROM (
    SELECT slot, count(*) AS "distinct", sum(n)::BIGINT AS filled, min(length(v)) AS shortest, max(length(v)) AS
      longest, sum(n * length(v))::DOUBLE / sum(n)::DOUBLE AS mean, sum(n) FILTER (${isShortened('v')})::BIGINT AS
      shortened, min(v) AS first, max(v) AS last
    FROM ${table} WHERE v IS NOT NULL GROUP BY slot)`);

/** SELECT with the different texts of all columns as they are: of a scan in one pass, of a table column by column. */
function groupedSql(relation: string, list: readonly string[]): string {
  if (isTable(relation))
    return list
      .map((c, at) => `SELECT ${at} AS slot, ${c} AS v, count(*) AS n FROM ${relation} GROUP BY ${c}`)
      .join(' UNION ALL ');
  const slot = `CASE ${list.map((c, at) => `WHEN grouping(${c}) = 0 THEN ${at}`).join(' ')} END`;
  return (
    `SELECT ${slot}::INTEGER AS slot, coalesce(${list.join(', ')}) AS v, count(*) AS n FROM (SELECT ` +
    `${list.join(', ')} FROM ${relation}) GROUP BY GROUPING SETS (${list.map((c) => `(${c})`).join(', ')})`
  );
}

/** The values of a temporary table of `slot`, `v` and `n`, which are trimmed in it where they need to be. */
export async function valuesOfTable(duck: Duck, name: string, rows: number): Promise<ColumnValues> {
  const padded = await duck.query<{ slot: number }>(
    `SELECT slot FROM ${name} WHERE v IS NOT NULL GROUP BY slot HAVING bool_or(${needsTrim('v')})`,
  );
  if (padded.length > 0) {
    const slots = padded.map(({ slot }) => slot).join(', ');
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE ${name} AS SELECT * FROM ${name} WHERE slot NOT IN (${slots}) UNION ALL SELECT ` +
        `slot, v, sum(n)::BIGINT AS n FROM (SELECT slot, ${filled('v')} AS v, n FROM ${name} WHERE slot IN ` +
        `(${slots})) GROUP BY slot, v`,
    );
  }
  return {
    of: (slots) => `(SELECT * FROM ${name} WHERE v IS NOT NULL AND slot IN (${slots.join(', ')}))`,
    rows,
    measured: await measureTable(duck, name),
    once: true,
  };
}

/** Columns whose values come again: each value is kept once, in the temporary table `name`. */
export async function repeatedValues(
  duck: Duck,
  relation: string,
  columns: readonly SourceColumn[],
  name: string,
): Promise<ColumnValues> {
  const list = columns.map(({ physical }) => quoteIdentifier(physical));
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${groupedSql(relation, list)}`);
  const [count] = await duck.query<{ rows: number }>(`SELECT sum(n)::BIGINT AS rows FROM ${name} WHERE slot = 0`);
  return valuesOfTable(duck, name, Number(count?.rows ?? 0));
}

/** Values of a column that are told. */
export const topCount = 10;
const places = Array.from({ length: topCount }, (_, at) => at + 1);
/** The first values in text order of a column in which no value comes twice, of what was measured of it. */
export const leastOf = (row: Record<string, unknown>): string[] =>
  places.flatMap((at) => (typeof row[`least_${at}`] === 'string' ? [row[`least_${at}`] as string] : []));

/**
 * One pass that measures texts `v0`, `v1` … without keeping them; `padded_N` where they would have to be trimmed.
 * @param types what each could be a column of, which is asked with the rest
 */
function measureRowsSql(relation: string, texts: readonly string[], types: readonly (readonly Tested[])[]): string {
  const measures = texts.flatMap((_, at) => [
    ...testList(`v${at}`, types[at]!, `t${at}_`),
    `count(DISTINCT v${at}) AS d${at}, count(v${at}) AS f${at}, min(length(v${at})) AS s${at}, max(length(v${at})) ` +
      `AS l${at}, sum(length(v${at}))::DOUBLE AS m${at}, min(v${at}) AS a${at}, max(v${at}) AS z${at}, ` +
      `min(v${at}, ${topCount}) AS y${at}, bool_or(${needsTrim(`v${at}`)}) AS p${at}, count(*) FILTER (${isShortened(`v${at}`)}) AS e${at}`,
  ]);
  const rows = texts.map(
    (_, at) =>
      `SELECT ${at} AS slot, rows, d${at} AS "distinct", f${at} AS filled, s${at} AS shortest, l${at} AS longest, ` +
      `m${at} / f${at}::DOUBLE AS mean, e${at} AS shortened, a${at} AS first, z${at} AS last, p${at} AS padded, ` +
      `${places.map((place) => `y${at}[${place}] AS least_${place}`).join(', ')}, ` +
      `${testedList(types[at]!, `t${at}_`).join(', ')} FROM measures`,
  );
  return (
    `WITH measures AS MATERIALIZED (SELECT count(*) AS rows, ${measures.join(', ')} FROM (SELECT ` +
    `${texts.map((text, at) => `${text} AS v${at}`).join(', ')} FROM ${relation})) SELECT *, ` +
    `${couldBeList('first', 'last')} FROM (${rows.join(' UNION ALL ')}) ORDER BY slot`
  );
}

/** Columns with nearly as many values as rows: they are read where they lie, and nothing of them is kept. */
export async function rowValues(duck: Duck, relation: string, columns: readonly PlacedColumn[]): Promise<ColumnValues> {
  const texts = columns.map(({ physical }) => quoteIdentifier(physical));
  const heads = columns.map(({ head }) => head);
  const types = (await openTypes(duck, heads)).map((open) => open ?? []);
  let measured = await duck.query(measureRowsSql(relation, texts, types));
  const padded = measured.flatMap(({ slot, padded }) => (padded === true ? [Number(slot)] : []));
  if (padded.length > 0) {
    for (const slot of padded) texts[slot] = filled(texts[slot]!);
    const again = await duck.query(
      measureRowsSql(
        relation,
        padded.map((slot) => texts[slot]!),
        padded.map(() => []),
      ),
    );
    measured = measured.map((row) => {
      const at = padded.indexOf(Number(row.slot));
      return at < 0 ? row : { ...again[at], slot: row.slot };
    });
  }
  const lines = (slot: number): string =>
    `SELECT ${slot} AS slot, v, 1 AS n FROM (SELECT ${texts[slot]} AS v FROM ${relation}) WHERE v IS NOT NULL`;
  return {
    of: (slots) => `(${slots.map(lines).join(' UNION ALL ')})`,
    rows: Number(measured[0]?.rows ?? 0),
    measured: measured.filter(({ filled: count }) => Number(count) > 0),
    once: false,
  };
}
