import type { Channel } from '#shared/channels/channel.ts';
import { normaliseName } from '#shared/channels/match-channel.ts';

/**
 * One name per column from two rows of names: a blank cell of the first row belongs to the name on its left, the second row's word
 * (an answer option) follows after a dash unless the system writes it for every open question.
 */
export function joinHeaderRows(first: readonly string[], second: readonly string[], channel: Channel | null): string[] {
  const plain = channel?.reading.secondHeader?.plain ?? [];
  let question = '';
  return Array.from({ length: Math.max(first.length, second.length) }, (_unused, at) => {
    const above = first[at]?.trim() ?? '';
    const below = second[at]?.trim() ?? '';
    if (above !== '') question = above;
    if (below === '' || plain.includes(normaliseName(below))) return above;
    return question === '' ? below : `${question} - ${below}`;
  });
}
