import type { WrittenType } from '#shared/domain/written-type.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { someAtATime } from '#engine/analysis/some-at-a-time.ts';

type Told = Exclude<WrittenType['type'], 'string'>;

const matches = (pattern: string) => (sql: string) => `regexp_full_match(${sql}, '${pattern}')`;
const day = '[12]\\d{3}-\\d\\d-\\d\\d';
/** So many digits every reader keeps; and a number with a zero in front is a code. */
const whole = '-?(?:0|[1-9]\\d{0,14})';

/** The lexical forms of Table Schema's default formats, the narrower before the wider. */
const forms: Record<Told, (sql: string) => string> = {
  boolean: matches('true|True|TRUE|false|False|FALSE'),
  integer: matches(whole),
  number: matches(`${whole}(?:\\.\\d{1,15})?`),
  date: (sql) => `${matches(day)(sql)} AND try_strptime(${sql}, '%Y-%m-%d') IS NOT NULL`,
  datetime: (sql) =>
    `${matches(`${day}T\\d\\d:\\d\\d:\\d\\dZ?`)(sql)} AND ` +
    `try_strptime(rtrim(${sql}, 'Z'), '%Y-%m-%dT%H:%M:%S') IS NOT NULL`,
  yearmonth: matches('[12]\\d{3}-(?:0[1-9]|1[0-2])'),
};
const all = Object.keys(forms) as Told[];

/** Most columns are text, and a few rows show it. */
const firstRows = 1000;

interface Looked {
  sql: string;
  filled: number;
  rows: number;
  /** Forms that no value contradicts. */
  left: Told[];
}

async function look(duck: Duck, relation: string, columns: readonly Looked[]): Promise<Looked[]> {
  const looked: Looked[] = [];
  for (const some of someAtATime(columns)) {
    const counts = some.flatMap(({ sql, left }, at) => [
      `count(nullif(${sql}, ''))::BIGINT AS f${at}`,
      ...left.map((type) => `(count(*) FILTER (${sql} <> '' AND NOT (${forms[type](sql)})))::BIGINT AS ${type}${at}`),
    ]);
    const [row] = await duck.query<Record<string, number>>(
      `SELECT count(*)::BIGINT AS n, ${counts.join(', ')} FROM ${relation}`,
    );
    looked.push(
      ...some.map(({ sql, left }, at) => ({
        sql,
        filled: row![`f${at}`]!,
        rows: row!['n']!,
        left: left.filter((type) => row![`${type}${at}`] === 0),
      })),
    );
  }
  return looked;
}

/**
 * What the values of a written file are, column by column. A column without any value is text.
 * @param columns SQL of the values, all text; an empty one is missing
 */
export async function writtenTypes(duck: Duck, relation: string, columns: readonly string[]): Promise<WrittenType[]> {
  const asked = columns.map((sql) => ({ sql, filled: 0, rows: 0, left: all }));
  const first = await look(duck, `(SELECT * FROM ${relation} LIMIT ${firstRows})`, asked);
  return (await look(duck, relation, first)).map(({ filled, rows, left }) => ({
    type: filled === 0 ? 'string' : (left[0] ?? 'string'),
    complete: rows > 0 && filled === rows,
  }));
}
