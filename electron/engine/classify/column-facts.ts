import { wordList } from '#shared/domain/word-list.ts';
import { parseHeader, type ParsedHeader } from '#shared/header-language/header.ts';
import type { ValueKind } from '#shared/semantic-types/semantic-type.ts';
import { nullTexts } from '#engine/profile/column-values.ts';
import { readDate, type WrittenDate } from '../values/dates.ts';
import { decimalsOf, parseNumber } from './numbers.ts';

export interface NumberFacts {
  /** Of the sampled rows, sorted ascending. */
  readonly sorted: Float64Array;
  readonly min: number;
  readonly max: number;
  readonly median: number;
  readonly whole: boolean;
  /** Most digits after the point in 90 % of the values. */
  readonly decimals: number;
  /** Share of distinct values written with a currency sign, a percent sign or thousands separators. */
  readonly decorated: number;
  readonly zeroShare: number;
}

export interface DateFacts {
  readonly years: readonly number[];
  readonly hasTime: boolean;
  readonly compact: boolean;
  /** Median year, or null where none is written. */
  readonly medianYear: number | null;
  readonly spread: number;
}

/** Everything the classifier knows of one column; measured on a sample of rows and its distinct values. */
export interface ColumnFacts {
  readonly name: string;
  readonly at: number;
  readonly header: ParsedHeader;
  /** Rows of the whole relation, and how many are empty or say "nothing" in words. */
  readonly rows: number;
  readonly nulls: number;
  /** Distinct values of the whole relation (estimated where it is large). */
  readonly distinct: number;
  /** Trimmed values of the sampled rows in row order; null where empty. */
  readonly cells: readonly (string | null)[];
  /** At most 2,000 distinct values with their counts, most frequent first. */
  readonly values: readonly string[];
  readonly counts: readonly number[];
  readonly kinds: ReadonlySet<ValueKind>;
  readonly number: NumberFacts | null;
  readonly date: DateFacts | null;
  readonly meanLength: number;
  readonly meanWords: number;
  /** Distinct values per filled row (1: every row its own). */
  readonly uniqueness: number;
  /** Distinct digests (hex of 32, 40 or 64, base64 of 24 or 44 characters): pseudonyms of something. */
  readonly hashed: boolean;
  /** Integers that only grow from row to row. */
  readonly ascending: boolean;
}

const maximumDistinct = 2000;
const longestNullText = Math.max(...[...nullTexts].map((text) => text.length));
/** Characters of a cell that are looked at; the rest says nothing new and could slow a pattern down. */
const longest = 4000;
/** Words for yes and no. */
export const booleanWords: ReadonlySet<string> = new Set(
  wordList(`
    0 1 yes no true false y n t f ja nein oui non si no sim nao on off wahr falsch vrai faux verdadero falso vero
    verdadeiro sí não j x 0.0 1.0 s tak nie nej kyllä kylla ei ano ne evet hayır hayir ναι όχι はい いいえ 有 無 あり なし
    var yok igen nem da nu áno да нет так ні 是 否 예 아니오
  `),
);
const digest = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{43}=)$/i;

/** The sign by which spreadsheets keep digits as text: `'01234`. */
const textMarker = /^'(?=\+?\d[\d\s.-]*$)/;

const damagedNumber = /^-?\d+(?:[.,]\d+)*$/;

const share = (items: readonly string[], test: (item: string) => boolean): number =>
  items.length === 0 ? 0 : items.filter(test).length / items.length;
const quantile = (sorted: Float64Array, at: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;

function numberFacts(cells: readonly (string | null)[], values: readonly string[]): NumberFacts | null {
  const parsed = new Map(values.map((value) => [value, parseNumber(value)]));
  const good = values.filter((value) => parsed.get(value) !== null);
  if (values.length === 0 || good.length < Math.max(1, 0.95 * values.length)) return null;
  const sorted = Float64Array.from(cells.flatMap((cell) => (cell === null ? [] : (parsed.get(cell) ?? [])))).sort();
  const decimals = good.map(decimalsOf).sort((left, right) => left - right);
  const whole = good.every((value) => Number.isInteger(parsed.get(value)));
  return {
    sorted,
    whole,
    min: sorted[0] ?? 0,
    max: sorted.at(-1) ?? 0,
    median: quantile(sorted, 0.5),
    decimals: whole ? 0 : (decimals[Math.floor(decimals.length * 0.9)] ?? 0),
    decorated: share(good, (value) => /[$€£¥₹%]|\d,\d{3}\b|Rs/.test(value)),
    zeroShare: sorted.filter((value) => value === 0).length / Math.max(1, sorted.length),
  };
}

/** Share of the values that must be dates; fewer do where the year stands in full, which hardly anything else has. */
const datesAmong = { any: 0.9, fullYear: 0.6 };
const fullYear = /(?<!\d)\d{4}(?!\d)/;

/** What stands for a day that nobody knows is a word or two; longer ones are notes. */
const longestUnread = 20;

/** A day here and there that nobody can read (`unknown`, `2021-13-45`) leaves a column of dates one. */
function areDates(values: readonly string[], read: readonly (WrittenDate | null)[]): boolean {
  const dates = values.filter((_value, at) => read[at] !== null);
  if (values.length === 0 || dates.length >= datesAmong.any * values.length) return values.length > 0;
  return (
    dates.filter((value) => fullYear.test(value)).length >= datesAmong.fullYear * values.length &&
    values.every((value, at) => read[at] !== null || value.length <= longestUnread)
  );
}

function dateFacts(values: readonly string[], isNumber: boolean): DateFacts | null {
  const read = values.map(readDate);
  if (!areDates(values, read)) return null;
  const found = read.filter((date) => date !== null);
  const compact = found.filter((date) => date.format === 'compact').length > 0.5 * found.length;
  if (isNumber && !compact) return null;
  const years = found.flatMap((date) => (date.year === null ? [] : [date.year])).sort((left, right) => left - right);
  return {
    years,
    compact,
    hasTime: found.filter((date) => date.hasTime).length > 0.5 * found.length,
    medianYear: years[years.length >> 1] ?? null,
    spread:
      years.length < 2
        ? 0
        : (years[Math.floor(years.length * 0.95)] ?? 0) - (years[Math.floor(years.length * 0.05)] ?? 0),
  };
}

function kindsOf(
  values: readonly string[],
  filledRows: number,
  number: NumberFacts | null,
  date: DateFacts | null,
  meanLength: number,
  meanWords: number,
): Set<ValueKind> {
  const kinds = new Set<ValueKind>();
  if (values.length === 0) return kinds.add('empty');
  if (
    values.length <= 6 &&
    new Set(values.map((value) => value.toLowerCase())).size <= 2 &&
    values.every((value) => booleanWords.has(value.toLowerCase()))
  ) {
    kinds.add('boolean');
    return number ? kinds.add('integer') : kinds;
  }
  if (values.length <= 60 && (filledRows >= 2.5 * values.length || values.length <= 12)) kinds.add('category');
  if (number) kinds.add(number.whole ? 'integer' : 'decimal');
  if (date) {
    kinds.delete('category');
    return kinds.add('date');
  }
  if (number) return kinds;
  // Numbers that passed through a spreadsheet of another country: `1.234.567.890`, with their decimal point lost among
  // separators.
  if (share(values, (value) => damagedNumber.test(value)) >= 0.95) kinds.add('decimal');
  if (meanWords >= 6 && meanLength > 35) kinds.add('long_text');
  const code = share(
    values,
    (value) => !/\s/.test(value) && (/\d/.test(value) || /[_/:@#.-]/.test(value) || value.length >= 20),
  );
  if (code >= 0.6) kinds.add('code');
  if (code < 0.95 && share(values, (value) => /\p{L}/u.test(value)) > 0.5) kinds.add('text');
  if (kinds.size === 0 || (kinds.size === 1 && kinds.has('category'))) kinds.add('code');
  return kinds;
}

/**
 * Different values among `rows` rows, from how many an even sample of them met: of so many values, each in as many rows
 * as the others, a sample would meet that many. A sample without a repeat stands for a key.
 */
function estimateDistinct(sampled: number, different: number, rows: number): number {
  if (different >= sampled) return rows;
  const unseen = 1 - sampled / rows;
  const met = (values: number): number => values * (1 - unseen ** (rows / values));
  let [low, high] = [different, rows];
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (met(middle) < different) low = middle;
    else high = middle;
  }
  return Math.min(rows, Math.max(different, Math.floor(high)));
}

/**
 * @param cells sampled rows, as read (untrimmed, NULL possible)
 * @param whole counts over the whole relation, where the sample is only a part of it
 */
export function columnFacts(
  name: string,
  header: string | null,
  at: number,
  cells: readonly (string | null)[],
  whole?: { rows: number; nulls: number },
): ColumnFacts {
  const trimmed = cells.map((cell) => {
    const text = (cell ?? '').slice(0, longest).trim().replace(textMarker, '');
    return text.length <= longestNullText && nullTexts.has(text.toLowerCase()) ? null : text;
  });
  const tally = new Map<string, number>();
  for (const cell of trimmed) if (cell !== null) tally.set(cell, (tally.get(cell) ?? 0) + 1);
  const entries = [...tally].sort((left, right) => right[1] - left[1]).slice(0, maximumDistinct);
  const values = entries.map(([value]) => value);
  const filledRows = trimmed.length - trimmed.filter((cell) => cell === null).length;
  const number = numberFacts(trimmed, values);
  const date = dateFacts(values, number !== null);
  const meanLength = values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length);
  const meanWords = values.reduce((sum, value) => sum + value.split(/\s+/).length, 0) / Math.max(1, values.length);
  const rows = whole?.rows ?? cells.length;
  const nulls = whole
    ? Math.max(whole.nulls, Math.round(((trimmed.length - filledRows) / Math.max(1, trimmed.length)) * rows))
    : rows - filledRows;
  const distinct = whole ? estimateDistinct(filledRows, tally.size, rows - nulls) : tally.size;
  const growing = number?.whole === true ? trimmed.flatMap((cell) => (cell === null ? [] : [Number(cell)])) : [];
  return {
    name,
    at,
    header: parseHeader(header ?? ''),
    rows,
    nulls,
    distinct,
    cells: trimmed,
    values,
    counts: entries.map(([, count]) => count),
    number,
    date,
    meanLength,
    meanWords,
    kinds: kindsOf(values, filledRows, number, date, meanLength, meanWords),
    uniqueness: distinct / Math.max(1, rows - nulls),
    hashed:
      values.length > 0 &&
      share(values, (value) => digest.test(value)) >= 0.8 &&
      values.some((value) => /\d/.test(value)),
    ascending: growing.length > 2 && growing.every((value, row) => row === 0 || value > (growing[row - 1] ?? value)),
  };
}
