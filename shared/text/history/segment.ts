import type { segmentEntries } from '#shared/journal/entry-kinds/segment.ts';
import { counted } from '../numbers.ts';
import type { Sentences } from './told.ts';

export const segmentSentences: Sentences<keyof typeof segmentEntries> = {
  'segments.exported': ({ who, name, said: { groups, k, fileName, epsilon, purpose } }) =>
    `${who} wrote how many people are in each of ${counted(groups, 'segment')} to “${fileName}”, for ${name(purpose)}: none of ` +
    `fewer than ${k}${epsilon === undefined ? '' : `, with noise of ε = ${epsilon}`}.`,
};
