import type { dueEntries } from '#shared/journal/entry-kinds/due.ts';
import { dueText } from '../engine/due.ts';
import { counted } from '../numbers.ts';
import { because, type Sentences } from './told.ts';

export const dueSentences: Sentences<keyof typeof dueEntries> = {
  'due.snoozed': ({ who, said: { dueKind, at, until, reason } }) =>
    because(`${who} put aside until ${until} what is due on ${at} (${dueText.kinds[dueKind].toLowerCase()})`, reason),
  'due.exported': ({ who, said: { fileName, due } }) =>
    `${who} wrote ${counted(due, 'thing')} that are due to “${fileName}”, as a calendar.`,
};
