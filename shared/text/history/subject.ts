import type { subjectEntries } from '#shared/journal/entry-kinds/subject.ts';
import { counted } from '../numbers.ts';
import type { Sentences } from './told.ts';

export const subjectSentences: Sentences<keyof typeof subjectEntries> = {
  'subject.searched': ({ who, said: { identifiers, places, rows, notSearched } }) =>
    `${who} looked for one person by ${counted(identifiers, 'value')} in ${counted(places, 'place')}: ` +
    `${counted(rows, 'row')}${notSearched === 0 ? '' : `; ${counted(notSearched, 'place')} not looked through`}.`,
  'subject.exported': ({ who, said: { datasets, rows } }) =>
    `${who} wrote a copy of one person’s data: ${counted(rows, 'record')} of ${counted(datasets, 'dataset')}.`,
};
