import { csvText } from '#shared/text/engine/csv.ts';
import { namePlaces } from './name-places.ts';
import { oneValue } from './one-value.ts';
import type { TextRecord } from './parse-text.ts';

const shapes: [string, RegExp][] = [
  ['number', /^[+-]?(\d+([.,]\d+)*|[.,]\d+)([eE][+-]?\d+)?\s?%?$/],
  ['date', /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ].*)?$/],
  ['time', /^\d{1,2}:\d{2}(:\d{2})?/],
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ['url', /^https?:\/\//i],
  ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-/i],
  ['hex', /^(?=.*\d)[0-9a-f]{12,}$/i],
  ['phone', /^\+?[\d\s().-]{7,}$/],
  ['ip', /^\d{1,3}(\.\d{1,3}){3}$/],
  ['code', /^[A-Z]{1,4}[-_]?\d[\w-]*$/],
];
const shapeOf = (cell: string): string => shapes.find(([, pattern]) => pattern.test(cell))?.[0] ?? 'text';
const headerWord = new RegExp(
  '(^|[^a-z])(id|name|date|time|type|code|city|country|state|status|email|e-mail|phone|address|' +
    'street|zip|postal|gender|sex|age|birth|url|source|count|total|amount|price|value|number|' +
    'year|month|day|currency|title|category|region|language|lat|lon|score|rank|class|group|user|' +
    'customer|company)([^a-z]|$)',
  'i',
);

/** `COL1, COL2`, `c1, c2`, `Field 1, Field 2`: one stem with a running number. */
function isNumbered(first: readonly string[]): boolean {
  const parts = first.map((cell) => /^(\p{L}[\p{L}_ -]*?)[_ -]?(\d{1,4})$/u.exec(cell));
  const start = Number(parts[0]?.[2]);
  return (
    first.length >= 2 &&
    start <= 1 &&
    parts.every((part, at) => part !== null && part[1] === parts[0]![1] && Number(part[2]) === start + at)
  );
}

const endsInNumber = (cell: string): boolean => /\p{L}.* \d+\p{L}?$/u.test(cell);

const yearLike = /^(?:19|20)\d{2}(?:[-/. ]?(?:0[1-9]|1[0-2]|Q[1-4]|H[12]))?(?:[-/.](?:0[1-9]|[12]\d|3[01]))?$/;
const dayLike = /^(0?[1-9]|[12]\d|3[01])[./-](0?[1-9]|[12]\d|3[01])[./-]((?:19|20)\d{2})$/;
/** A year, month or day so that later ones sort behind earlier ones; null for anything else. */
function timeOf(cell: string): string | null {
  if (yearLike.test(cell)) return cell;
  const [, first, second, year] = dayLike.exec(cell) ?? [];
  return year === undefined ? null : [year, second!.padStart(2, '0'), first!.padStart(2, '0')].join('-');
}

/** `0, 1, 2`: columns that were never given names, and the program that wrote the file numbered them. */
const isRunning = (cells: readonly string[]): boolean =>
  cells.length >= 3 &&
  (cells[0] === '0' || cells[0] === '1') &&
  cells.every((cell, at) => cell === String(Number(cells[0]) + at));

/** Columns that are called by years, quarters, months or days, one after the other, over values that are none. */
function namedByTime(first: readonly string[], body: readonly TextRecord[]): ReadonlySet<number> {
  const places = [...first.entries()].filter(([, cell]) => timeOf(cell) !== null).map(([at]) => at);
  const named = places.map((at) => timeOf(first[at]!)!);
  const growing =
    named.every((name, at) => at === 0 || name > named[at - 1]!) ||
    named.every((name, at) => at === 0 || name < named[at - 1]!);
  if (places.length < 2 || !growing) return new Set();
  const values = body
    .flatMap(({ fields }) => places.map((at) => fields[at]?.trim() ?? ''))
    .filter((value) => value !== '');
  return new Set(values.filter((value) => timeOf(value) !== null).length > 0.2 * values.length ? [] : places);
}

export interface HeaderScore {
  header: boolean;
  /** How much more speaks for a header than against it; 0 where nothing speaks at all. */
  lead: number;
  reason: string;
}

/**
 * Whether the first record names the columns. Column by column: a first cell of another shape than the values below
 * speaks for a header, one of the same shape or one that occurs again below against it.
 * @param alike tells the kind of a value of several words (a name, an address), where the shapes say nothing
 * @param persons tells the places whose first cell is a person's name like those below it
 */
export function scoreHeader(
  records: readonly TextRecord[],
  alike: (cell: string) => string | null = () => null,
  persons: typeof namePlaces = () => new Set(),
): HeaderScore {
  const first = records[0]?.fields.map((cell) => cell.trim()) ?? [];
  const body = records.slice(1, 501);
  const people = persons(first, body);
  if (body.length === 0) {
    const header = 2 * people.size < first.length && first.every((cell) => cell === '' || shapeOf(cell) === 'text');
    return { header, lead: 0, reason: header ? csvText.onlyRecord : csvText.onlyValues };
  }
  if (isRunning(first) && !body.some(({ fields }) => isRunning(fields.map((cell) => cell.trim()))))
    return { header: true, lead: 2, reason: csvText.numberedNames };
  if (isNumbered(first) && !body.some(({ fields }) => isNumbered(fields.map((cell) => cell.trim()))))
    return { header: true, lead: 2, reason: csvText.numberedNames };
  const byTime = namedByTime(first, body);
  let forHeader = byTime.size;
  let against = 0;
  let typed = 0;
  for (const [index, cell] of first.entries()) {
    const values = body.map((record) => record.fields[index]?.trim() ?? '').filter((value) => value !== '');
    if (cell === '' || values.length === 0 || byTime.has(index)) continue;
    if (people.has(index)) {
      against += 2;
      continue;
    }
    const counts = new Map<string, number>();
    for (const value of values) {
      const shape = shapeOf(value);
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
    const [shape, count] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
    const own = shapeOf(cell);
    if (shape !== 'text' && count >= 0.8 * values.length) {
      typed += 1;
      if (own === shape) against += 2;
      else forHeader += own === 'text' ? 2 : 0.5;
    } else if (own !== 'text') against += 1;
    else if (values.includes(cell)) against += 1.5;
    else {
      const lengths = values.map((value) => value.length);
      const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      const distinct = new Set(values).size;
      // A column of few repeated values that does not hold this cell: the cell is most likely a name.
      if (distinct <= 0.2 * values.length && values.length >= 20) forHeader += 1;
      if (headerWord.test(cell.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ')) && cell.length <= 40)
        forHeader += 0.6;
      else if (/^[A-Za-z][\w.]*$/.test(cell) && (cell.includes('_') || /[a-z][A-Z]/.test(cell))) forHeader += 0.5;
      else if (cell.length > 3 * mean + 20) against += 0.3;
      const kind = commonKind(values, alike);
      if (kind !== null) {
        if (alike(cell) === kind) against += 2;
        else forHeader += 1;
      }
    }
  }
  // `Main Street 1` over `Storgata 2`: a column of words and numbers begins with one of its own.
  if (
    first.length === 1 &&
    endsInNumber(first[0]!) &&
    body.filter(({ fields }) => endsInNumber(fields[0]!.trim())).length >= 0.6 * body.length
  )
    against += 3;
  if (new Set(first.filter((cell) => cell !== '')).size < first.filter((cell) => cell !== '').length * 0.7)
    against += 1;
  const header = forHeader >= against;
  const lead = forHeader - against;
  if (forHeader === 0 && against === 0) return { header: true, lead, reason: csvText.usualHeader };
  return header
    ? {
        header,
        lead,
        reason: byTime.size > 0 ? csvText.namedByTime : typed > 0 ? csvText.wordsOverNumbers : csvText.readsLikeNames,
      }
    : { header, lead, reason: csvText.sameKindOfValues };
}

const looked = 60;

/** The kind that most of the values are; null where they are of none or of several. */
function commonKind(values: readonly string[], alike: (cell: string) => string | null): string | null {
  const counts = new Map<string, number>();
  const some = values.slice(0, looked);
  for (const value of some) {
    const kind = alike(value);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [kind, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
  return count >= 0.6 * some.length ? kind : null;
}

/**
 * The same with values of several words and people's names told apart: where the first of a column of names, addresses
 * or account numbers is one itself, it is no header.
 */
export const detectHeader = (records: readonly TextRecord[]): HeaderScore => scoreHeader(records, oneValue, namePlaces);
