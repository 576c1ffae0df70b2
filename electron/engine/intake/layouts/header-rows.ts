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
  const { secondHeader, labelRows } = channel?.reading ?? {};
  if (channel && labelRows)
    return first.map((name, at) => labelled(name.trim(), second[at]?.trim() ?? '', labelRows.machineWords, channel));
  const plain = secondHeader?.plain ?? [];
  let question = '';
  return Array.from({ length: Math.max(first.length, second.length) }, (_unused, at) => {
    const above = first[at]?.trim() ?? '';
    const below = second[at]?.trim() ?? '';
    if (above !== '') question = above;
    if (below === '' || below === above || plain.includes(normaliseName(below))) return above;
    return question === '' ? below : `${question} - ${below}`;
  });
}

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

/**
 * Rows of names of a table without a known layout: those that repeat the first; 2 where the first names groups of columns (some of its cells after
 * the first are blank, none below them is) and the second reads like names over the rows that follow; else 1.
 */
export function countHeaderRows(records: readonly TextRecord[]): 1 | 2 | 3 {
  const repeated = repeatedNames(records);
  if (repeated > 1) return repeated;
  const [first, second] = records.slice(0, 2).map(({ fields }) => fields.map((cell) => cell.trim()));
  if (!first || !second || records.length < 3 || second.length < 3 || second.includes('')) return 1;
  const filled = first.filter((cell) => cell !== '').length;
  const gap = second.some((_, at) => at > 0 && (first[at] ?? '') === '');
  if (!gap || first[0] === '' || filled < 2 || filled > groupsAtMost * second.length) return 1;
  const below = detectHeader(records.slice(1));
  return below.header && below.lead >= clearLead ? 2 : 1;
}
