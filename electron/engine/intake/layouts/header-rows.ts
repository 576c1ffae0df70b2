import type { Channel } from '#shared/channels/channel.ts';
import { knownType, normaliseName } from '#shared/channels/match-channel.ts';

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
    if (below === '' || plain.includes(normaliseName(below))) return above;
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
