import type { WrittenType } from '#shared/domain/written-type.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { someAtATime } from '#engine/analysis/some-at-a-time.ts';
import type { ValuesOnce } from '../written-values/values-once.ts';

type Told = Exclude<WrittenType['type'], 'string'>;

const day = '[12]\\d{3}-\\d\\d-\\d\\d';
/** So many digits every reader keeps; and a number with a zero in front is a code. */
const whole = '-?(?:0|[1-9]\\d{0,14})';

/** The lexical forms of Table Schema's default formats, the narrower before the wider. */
const patterns: Record<Told, string> = {
  boolean: 'true|True|TRUE|false|False|FALSE',
  integer: whole,
  number: `${whole}(?:\\.\\d{1,15})?`,
  date: day,
  datetime: `${day}T\\d\\d:\\d\\d:\\d\\dZ?`,
  yearmonth: '[12]\\d{3}-(?:0[1-9]|1[0-2])',
};
const all = Object.keys(patterns) as Told[];
const readers = new Map(all.map((type) => [type, new RegExp(`^(?:${patterns[type]})$`)]));

/** What more a value has to be than written in the form. */
const further: Partial<Record<Told, (sql: string) => string>> = {
  date: (sql) => `try_strptime(${sql}, '%Y-%m-%d') IS NOT NULL`,
  datetime: (sql) => `try_strptime(rtrim(${sql}, 'Z'), '%Y-%m-%dT%H:%M:%S') IS NOT NULL`,
};

/** SQL of whether a value has a form. */
const hasForm = (type: Told, sql: string): string =>
  [`regexp_full_match(${sql}, '${patterns[type]}')`, ...(further[type] ? [further[type](sql)] : [])].join(' AND ');

/** Most columns are text, and a few rows show it. */
const firstRows = 1000;

/** Forms that no value of the first rows contradicts, column by column: looked at here, since planning costs more. */
async function formsLeft(duck: Duck, relation: string, columns: readonly string[]): Promise<Told[][]> {
  const left: Told[][] = [];
  for (const some of someAtATime(columns)) {
    const texts = await duck.texts(`SELECT ${some.join(', ')} FROM ${relation} LIMIT ${firstRows}`);
    for (const values of texts) {
      const filled = values.filter((value) => value !== null && value !== '') as string[];
      left.push(all.filter((type) => filled.every((value) => readers.get(type)!.test(value))));
    }
  }
  return left;
}

/** A bit for each form that is left, set where a value has it. */
const bitsOf = (sql: string, left: readonly Told[]): string =>
  left.map((type, bit) => `(CASE WHEN ${hasForm(type, sql)} THEN ${2 ** bit} ELSE 0 END)`).join(' + ');

/**
 * What the values of a written file are, column by column. A column without any value is text.
 * @param columns SQL of the values, all text; an empty one is missing
 * @param rows how many the file has
 */
export async function writtenTypes(
  values: ValuesOnce,
  columns: readonly string[],
  rows: number,
): Promise<WrittenType[]> {
  const { duck, relation } = values.rows;
  const left = await formsLeft(duck, relation, columns);
  const asked = columns.map((sql, at) => ({ sql, left: left[at]! }));
  // Two aggregates a column, whatever is left of it: every further one is planned longer than it is counted.
  const told = await values.ask<(typeof asked)[number], { filled: number; held?: number | null }>(
    asked,
    (column, sql) => ({
      filled: `count(nullif(${sql}, ''))::BIGINT`,
      ...(column.left.length === 0
        ? {}
        : { held: `bit_and(CASE WHEN ${sql} <> '' THEN ${bitsOf(sql, column.left)} END)::BIGINT` }),
    }),
  );
  const gathered = await values.of(columns);
  return asked.map(({ sql, left: own }, at): WrittenType => {
    const { held, filled: cells } = told[at]!;
    const filled = gathered.get(sql)?.filled ?? cells;
    const type = own.find((_, bit) => ((held ?? 0) & (2 ** bit)) !== 0);
    return { type: filled === 0 ? 'string' : (type ?? 'string'), complete: rows > 0 && filled === rows };
  });
}
