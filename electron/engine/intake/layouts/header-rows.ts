import type { Channel } from '#shared/channels/channel.ts';
import { knownType, normaliseName } from '#shared/channels/match-channel.ts';
import { detectHeader } from '#engine/intake/csv/detect-header.ts';
import type { TextRecord } from '#engine/intake/csv/parse-text.ts';
import { repeatedNames } from './repeated-names.ts';

/**
 * One name per column from two rows of names: a blank cell of the first row belongs to the name on its left, the second
 * row's word (an answer option) follows after a dash unless the system writes it for every open question.
 */
export function joinHeaderRows(first: readonly string[], second: readonly string[], channel: Channel | null): string[] {
  const { secondHeader, labelRows, codesAbove } = channel?.reading ?? {};
  if (codesAbove) return first.map((code, at) => meaning(code.trim(), second[at]?.trim() ?? '', codesAbove));
  if (channel && labelRows)
    return first.map((name, at) => labelled(name.trim(), second[at]?.trim() ?? '', labelRows.machineWords, channel));
  const plain = secondHeader?.plain ?? [];
  // `Date` among other names is one itself.
  const kinds = channel === null && second.every((cell) => cell.trim() === '' || namesNothing(cell.trim()));
  let question = '';
  return Array.from({ length: Math.max(first.length, second.length) }, (_unused, at) => {
    const above = first[at]?.trim() ?? '';
    const below = second[at]?.trim() ?? '';
    if (above !== '') question = above;
    const nothing = below === '' || below === above || kinds || (channel === null && isDash(below));
    if (nothing || plain.includes(normaliseName(below))) return above;
    return question === '' ? below : `${question} - ${below}`;
  });
}

/** What a code means, after the code itself where that says something. */
const meaning = (code: string, text: string, codes: RegExp): string =>
  text === '' || text === code ? code : codes.test(code) ? text : `${code} - ${text}`;

/** The name with its text after it, unless the system itself gave the name, or the text adds nothing. */
const labelled = (name: string, text: string, machineWords: RegExp, channel: Channel): string =>
  text === '' ||
  machineWords.test(text) ||
  knownType(channel, name) !== null ||
  normaliseName(text) === normaliseName(name)
    ? name
    : `${name} - ${text}`;

/** How much must speak for a second row to be names, and up to which share of its cells the row above may be filled. */
const clearLead = 2;
const groupsAtMost = 0.75;

const typeWords = new RegExp(
  '^(?:(?:var)?char(?:acter)?(?:\\(\\d+\\))?|(?:big|small|tiny)?int(?:eger)?(?:32|64)?|string|text|str|number|numeric|' +
    'decimal|double|float|real|bool(?:ean)?|date|time|datetime|timestamp|factor|nominal|ordinal|interval|continuous|' +
    'discrete|categorical|object|uuid)$',
  'i',
);
const unitWords = new RegExp(
  '^[[(]?(?:[kcmdµμn]?(?:m|g|l|s|b|Hz|W|A|V)|ha|lb|lbs|oz|ft|in|mi|min|h|hr|hrs|sec|d|days?|years?|yrs?|months?|hours?|' +
    'minutes?|seconds?|jahre?|tage?|stunden?|n|#|%|‰|°C?|°F|[€$£]|EUR|USD|GBP|CHF|PLN|CZK|SEK|DKK|NOK|JPY|INR|kWh|kcal|' +
    'bpm|mmHg|m/s|km/h|k?m[²³23]|pcs|stk|Stück|-|–)[\\])]?$',
);

const isNumber = (cell: string): boolean => /^[-+]?\d+(?:[.,]\d+)*$/.test(cell.trim());

/**
 * Whether the second row says what kind of values stand below each name (`string`, `integer`) or in which unit they are
 * (`cm`, `(kg)`): words of that kind and nothing else, over other values than such words.
 */
function explainsNames(names: readonly string[], second: readonly string[], below: readonly TextRecord[]): boolean {
  const filled = second.flatMap((cell, at) => (cell === '' ? [] : [{ cell, at }]));
  if (below.length === 0 || names.some((name) => name === '' || isNumber(name)) || filled.length === 0) return false;
  const types = filled.length === names.length && filled.every(({ cell }) => typeWords.test(cell));
  const overNumbers = ({ at }: { at: number }): boolean =>
    below.slice(0, 50).every(({ fields }) => (fields[at] ?? '').trim() === '' || isNumber(fields[at]!));
  const units = filled.every((one) => unitWords.test(one.cell) && (overNumbers(one) || /^[-–]$/.test(one.cell)));
  return types ? !below.slice(0, 5).some(({ fields }) => fields.every((cell) => typeWords.test(cell.trim()))) : units;
}

/** Words for kinds of values name nothing. */
const namesNothing = (cell: string): boolean => typeWords.test(cell) || isDash(cell);
const isDash = (cell: string): boolean => /^[-–]$/.test(cell);

/**
 * Rows of names of a table without a known layout: those that repeat the first; 2 or 3 where the first, or the first
 * two, name groups of columns and the lowest reads like names over the rows that follow; 2 where the second has the
 * questions to the codes in the first, or kinds and units of the values; else 1.
 */
export function countHeaderRows(records: readonly TextRecord[]): 1 | 2 | 3 {
  const repeated = repeatedNames(records);
  if (repeated > 1) return repeated;
  const [first, second] = records.slice(0, 2).map(({ fields }) => fields.map((cell) => cell.trim()));
  if (first && second && explainsNames(first, second, records.slice(2))) return 2;
  if (hasQuestions(records)) return 2;
  if (!first || !second || records.length < 3 || second.length < 3) return 1;
  const rows = second.includes('') ? 3 : 2;
  if (!isGroups(first, second.length, rows === 3 ? 1 : 2)) return 1;
  // Groups of groups: only the lowest row names every column.
  const lowest = records[rows - 1]?.fields.map((cell) => cell.trim()) ?? [''];
  if (lowest.includes('') || records.length <= rows || (rows === 3 && !isGroups(second, lowest.length, 2))) return 1;
  const below = detectHeader(records.slice(rows - 1));
  return below.header && below.lead >= clearLead ? rows : 1;
}

/** Whether a row names groups of columns: once above the first of each, the others blank, or again above each of them. */
function isGroups(cells: readonly string[], columns: number, fewest: number): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const gap = Array.from({ length: columns }, (_, at) => at).some((at) => at > 0 && (cells[at] ?? '') === '');
  if (gap) return filled.length >= fewest && filled.length <= groupsAtMost * columns;
  const runs = cells.filter((cell, at) => at === 0 || cell !== cells[at - 1]);
  return runs.length >= 2 && runs.length <= groupsAtMost * columns && new Set(runs).size === runs.length;
}

/** Whether the second row has the questions to codes in the first (`Q1` above `How old are you?`). */
export function hasQuestions(records: readonly TextRecord[]): boolean {
  const [codes, second, ...below] = records.slice(0, 50).map(({ fields }) => fields.map((cell) => cell.trim()));
  const isLong = (cell: string): boolean => cell.endsWith('?') || cell.split(/\s+/).length >= 4;
  const share = (cells: readonly string[]): number => cells.filter(isLong).length / Math.max(1, cells.length);
  return (
    codes !== undefined &&
    second !== undefined &&
    codes.every((code) => /^[A-Za-z]{1,8}[_.-]?\d{1,3}(?:[_.]?\w{1,4})?$/.test(code)) &&
    second.length === codes.length &&
    share(second) >= 0.6 &&
    below.length > 0 &&
    below.every((cells) => share(cells) < 0.4)
  );
}
