import type { Duck } from '#engine/analysis/open-duck.ts';
import { someAtATime } from '#engine/analysis/some-at-a-time.ts';
import type { ValuesOnce } from '#engine/written-values/values-once.ts';

/** How a column lies in a file that has types. `decimal(2)`: exact, with so many places behind the point. */
export type StoredType = 'boolean' | 'integer' | 'number' | 'date' | 'datetime' | `decimal(${number})`;

/** A type that a format can store, and which texts come back from it sign by sign. */
export interface StoredKind {
  id: 'boolean' | 'integer' | 'decimal' | 'number' | 'date' | 'datetime';
  /** A regular expression that JavaScript and the data engine read alike; a text has to match it whole. */
  pattern: string;
  /** SQL of what more has to hold. */
  further?: (sql: string) => string;
}

const day = '[12]\\d{3}-\\d\\d-\\d\\d';
/** So many digits every reader keeps. A number with a zero in front, and `-0`, come back otherwise. */
const whole = '0|-?[1-9]\\d{0,14}';
const digits = (sql: string): string => `length(regexp_replace(${sql}, '[-.]', '', 'g'))`;
const comesBack = (sql: string, type: string): string => `TRY_CAST(${sql} AS ${type})::VARCHAR = ${sql}`;

export const truth: StoredKind = { id: 'boolean', pattern: 'true|false' };
export const integer: StoredKind = { id: 'integer', pattern: whole };

/** Numbers as ECMAScript writes them (`Number::toString`), of at most 15 digits; none so small that it takes an exponent. */
export const shortest: StoredKind = {
  id: 'number',
  pattern: `${whole}|-?(?:0|[1-9]\\d*)\\.\\d*[1-9]`,
  further: (sql) => `${digits(sql)} <= 15 AND NOT regexp_matches(${sql}, '^-?0\\.0000')`,
};

/** Numbers with the same count of places behind the point in every row (looked at by `storedTypes`). */
export const decimal: StoredKind = {
  id: 'decimal',
  pattern: '-?(?:0|[1-9]\\d*)\\.\\d{1,15}',
  further: (sql) => `${digits(sql)} <= 17 AND NOT regexp_full_match(${sql}, '-0\\.0+')`,
};

/** Binary numbers as the data engine writes them, which always has a point: a column with a bare `7` in it stays text. */
export const binary: StoredKind = {
  id: 'number',
  pattern: '-?(?:0|[1-9]\\d*)\\.\\d+',
  further: (sql) => `${digits(sql)} <= 15 AND ${comesBack(sql, 'DOUBLE')}`,
};

export const date: StoredKind = { id: 'date', pattern: day, further: (sql) => comesBack(sql, 'DATE') };
export const moment: StoredKind = {
  id: 'datetime',
  pattern: `${day} \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?`,
  further: (sql) => comesBack(sql, 'TIMESTAMP'),
};

/** Before March 1900 spreadsheets count a day that was none (29 February 1900). */
const counted = (sql: string): string => `${sql} >= '1900-03-01'`;
export const sheetDate: StoredKind = {
  ...date,
  further: (sql) => `${counted(sql)} AND ${comesBack(sql, 'DATE')}`,
};
/** Of midnight a spreadsheet's cell does not tell whether it is a day or a moment. */
export const sheetMoment: StoredKind = {
  id: 'datetime',
  pattern: `${day} \\d\\d:\\d\\d:\\d\\d`,
  further: (sql) => `${counted(sql)} AND NOT suffix(${sql}, '00:00:00') AND ${comesBack(sql, 'TIMESTAMP')}`,
};

const firstRows = 1000;
const readers = new Map<StoredKind, RegExp>();

/** @returns whether a text has the form of a kind, as far as its pattern tells */
function hasPattern(kind: StoredKind, text: string): boolean {
  let reader = readers.get(kind);
  if (reader === undefined) readers.set(kind, (reader = new RegExp(`^(?:${kind.pattern})$`)));
  return reader.test(text);
}

interface Candidate {
  at: number;
  sql: string;
  kind: StoredKind;
}

/** Kinds that no value of the first rows contradicts: most columns are text, and a few rows show it. */
async function candidates(
  duck: Duck,
  relation: string,
  columns: readonly (string | null)[],
  kindsOf: (at: number) => readonly StoredKind[],
): Promise<Candidate[]> {
  const left: Candidate[] = [];
  for (const some of someAtATime(columns.flatMap((sql, at) => (sql === null ? [] : [{ at, sql }])))) {
    const texts = await duck.texts(
      `SELECT ${some.map(({ sql }) => sql).join(', ')} FROM ${relation} LIMIT ${firstRows}`,
    );
    for (const [index, values] of texts.entries()) {
      const { at, sql } = some[index]!;
      const filled = values.filter((value) => value !== null);
      for (const kind of kindsOf(at))
        if (filled.every((value) => hasPattern(kind, value))) left.push({ at, sql, kind });
    }
  }
  return left;
}

/**
 * The type that each column can be stored as, so that the text of every value comes back from it exactly; null where
 * none is, where a value is empty text, and where there is no value.
 * @param values of the rows that are written
 * @param columns SQL of the texts, null for a column that is to stay text
 * @param kindsOf what a column may become by the format and by what it means, the narrower before the wider
 */
export async function storedTypes(
  values: ValuesOnce,
  columns: readonly (string | null)[],
  kindsOf: (at: number) => readonly StoredKind[],
): Promise<(StoredType | null)[]> {
  const types: (StoredType | null)[] = columns.map(() => null);
  const { duck, relation } = values.rows;
  const left = await candidates(duck, relation, columns, kindsOf);
  const told = await values.ask<Candidate, { h: boolean; l?: number; m?: number }>(left, ({ kind }, sql) => {
    const holds = [`regexp_full_match(${sql}, '${kind.pattern}')`, ...(kind.further ? [kind.further(sql)] : [])];
    const places = `length(${sql}) - strpos(${sql}, '.')`;
    return {
      h: `coalesce(bool_and(coalesce(${holds.join(' AND ')}, false)) FILTER (${sql} IS NOT NULL), false)`,
      ...(kind.id === 'decimal' ? { l: `min(${places})::INTEGER`, m: `max(${places})::INTEGER` } : {}),
    };
  });
  for (const [at, { at: column, kind }] of left.entries()) {
    const { h, l, m } = told[at]!;
    if (!h || types[column] !== null) continue;
    if (kind.id !== 'decimal') types[column] = kind.id;
    else if (l === m) types[column] = `decimal(${Number(l)})`;
  }
  return types;
}
