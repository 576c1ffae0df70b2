import { randomUUID } from 'node:crypto';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';

/** Rows at the head that show which columns repeat themselves, and most of their texts. */
const headRows = 20_480;
/** A quarter of the head has a value, and each value is there four times on average: as wherever different values are asked. */
const [filledPart, rarely] = [4, 4];
/** Different texts of a column whose numbers fit into two bytes. */
const mostTexts = 60_000;

export interface CodesInput {
  duck: Duck;
  /** Quoted name of the temporary table to be made. */
  table: string;
  /** Columns of it that may hold the numbers of their texts, by their SQL names. */
  columns: readonly string[];
  /** SELECT of all of its columns as text, in the order of the source's rows. @param limit only the first so many */
  rows(limit?: number): string;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

/** A column whose texts were numbered from the head. */
interface Numbered {
  sql: string;
  type: string;
  texts: number;
}

const count = async (duck: Duck, list: readonly string[], from: string): Promise<Record<string, number>> =>
  (await duck.query<Record<string, number>>(`SELECT ${list.join(', ')} FROM ${from}`))[0] ?? {};

/** Numbers the texts of the head. @returns no column where the head is all there is */
async function numberHead({ duck, columns, rows }: CodesInput, id: string): Promise<Numbered[]> {
  const head = `head_${id}`;
  try {
    await duck.run(`CREATE TEMP TABLE ${head} AS ${rows(headRows)}`);
    const sizes = columns.flatMap((sql, at) => [
      `count(${sql})::BIGINT AS f${at}`,
      `approx_count_distinct(${sql})::BIGINT AS d${at}`,
    ]);
    const told = await count(duck, ['count(*) AS n', ...sizes], head);
    if (told['n']! < headRows) return [];
    const numbered: Numbered[] = [];
    for (const [at, sql] of columns.entries()) {
      const [filled, texts] = [told[`f${at}`]!, told[`d${at}`]!];
      if (filled * filledPart < headRows || texts * rarely > filled) continue;
      const type = `texts_${id}_${at}`;
      await duck.run(
        `CREATE TEMP TYPE ${type} AS ENUM (SELECT DISTINCT ${sql} AS v FROM ${head} WHERE ${sql} IS NOT NULL ORDER BY v)`,
      );
      numbered.push({ sql, type, texts });
    }
    return numbered;
  } finally {
    await duck.run(`DROP TABLE IF EXISTS ${head}`);
  }
}

/** The rows with numbers in place of texts, and beside them a list of the texts that have none; NULL where all have. */
function numberedSql(rows: string, numbered: readonly Numbered[], missed: string): string {
  const number = ({ sql, type }: Numbered): string => `TRY_CAST(${sql} AS ${type})`;
  const hasNone = (column: Numbered): string => `(${column.sql} IS NOT NULL AND ${number(column)} IS NULL)`;
  const numbers = numbered.map((column) => `${number(column)} AS ${column.sql}`);
  const texts = numbered.map((column) => `CASE WHEN ${number(column)} IS NULL THEN ${column.sql} END`);
  return (
    `SELECT * REPLACE (${numbers.join(', ')}), CASE WHEN ${numbered.map(hasNone).join(' OR ')} THEN ` +
    `[${texts.join(', ')}] END AS ${missed} FROM (${rows})`
  );
}

/**
 * Numbers the texts that the head does not have, too, and makes the table anew with them.
 * @returns the columns that became text again: too many of theirs are different
 */
async function numberMissed(
  { duck, table }: CodesInput,
  numbered: readonly Numbered[],
  missed: string,
): Promise<ReadonlySet<string>> {
  const texts = (at: number): string => `${missed}[${at + 1}]`;
  const sizes = numbered.map((_, at) => `approx_count_distinct(${texts(at)})::BIGINT AS d${at}`);
  const told = await count(duck, ['count(*) AS n', ...sizes], `${table} WHERE ${missed} IS NOT NULL`);
  if (told['n'] === 0) {
    await duck.run(`ALTER TABLE ${table} DROP COLUMN ${missed}`);
    return new Set();
  }
  const asText = new Set<string>();
  const changed: string[] = [];
  for (const [at, { sql, type, texts: known }] of numbered.entries()) {
    const further = told[`d${at}`]!;
    if (further === 0) continue;
    const all = `coalesce(${sql}::VARCHAR, ${texts(at)})`;
    if (known + further > mostTexts) {
      asText.add(sql);
      changed.push(`${all} AS ${sql}`);
      continue;
    }
    await duck.run(
      `CREATE TEMP TYPE ${type}_all AS ENUM (SELECT v FROM (SELECT unnest(enum_range(NULL::${type}))::VARCHAR AS v UNION ` +
        `SELECT ${texts(at)} FROM ${table} WHERE ${texts(at)} IS NOT NULL) ORDER BY v)`,
    );
    changed.push(`${all}::${type}_all AS ${sql}`);
  }
  const whole = `${table.slice(0, -1)}_whole"`;
  await duck.run(
    `CREATE TEMP TABLE ${whole} AS SELECT * EXCLUDE (${missed}) REPLACE (${changed.join(', ')}) FROM ${table}`,
  );
  await duck.run(`DROP TABLE ${table}`);
  await duck.run(`ALTER TABLE ${whole} RENAME TO ${table}`);
  return asText;
}

/**
 * Makes a table whose columns hold the numbers of their texts (ENUM) where those repeat themselves: the texts of the
 * head are numbered first, and what the head does not have afterwards. The rows never lie there as texts, which takes a
 * multiple of the memory.
 * @returns the columns that hold numbers
 * @throws Failure JOB_CANCELLED, DISK_FULL
 */
export async function fillCoded(input: CodesInput): Promise<ReadonlySet<string>> {
  const { duck, table, rows, signal, onShare } = input;
  const id = randomUUID().replaceAll('-', '');
  const missed = `missed_${id}`;
  const numbered = await interruptible(duck, signal, () => numberHead(input, id));
  const made = numbered.length === 0 ? rows() : numberedSql(rows(), numbered, missed);
  await interruptible(duck, signal, () => duck.run(`CREATE TEMP TABLE ${table} AS ${made}`), onShare);
  if (numbered.length === 0) return new Set();
  const asText = await interruptible(duck, signal, () => numberMissed(input, numbered, missed));
  return new Set(numbered.map(({ sql }) => sql).filter((sql) => !asText.has(sql)));
}
