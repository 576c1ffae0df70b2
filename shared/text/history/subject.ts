import type { subjectEntries } from '#shared/journal/entry-kinds/subject.ts';
import { counted } from '../numbers.ts';
import { because, type Sentences } from './told.ts';

export const subjectSentences: Sentences<keyof typeof subjectEntries> = {
  'subject.searched': ({ who, said: { identifiers, places, rows, notSearched } }) =>
    `${who} looked for one person by ${counted(identifiers, 'value')} in ${counted(places, 'place')}: ` +
    `${counted(rows, 'row')}${notSearched === 0 ? '' : `; ${counted(notSearched, 'place')} not looked through`}.`,
  'subject.erased': ({ who, said: { datasets, rows, cells, suppressed, remains, reason, kept = [], consentsKept } }) =>
    because(
      `${who} erased one person: ${counted(rows, 'record')} of ${counted(datasets, 'dataset')}, ` +
        `${counted(cells, 'mention')} in records of others` +
        `${suppressed === 0 ? '' : ', kept on the suppression list'}` +
        (kept.length === 0
          ? ''
          : `; a law keeps ${counted(
              kept.reduce((sum, one) => sum + one.rows, 0),
              'record',
            )}`) +
        (consentsKept === undefined ? '' : `; a law keeps ${counted(consentsKept.events, 'event')} of consent`) +
        `${remains === 0 ? '' : `; ${counted(remains, 'thing')} beyond reach`}`,
      reason,
    ),
  'subject.rectified': ({ who, said: { datasetId, column, rows, reason }, name }) =>
    because(
      `${who} put right what ${name(datasetId)} says of one person in ${column}, in ${counted(rows, 'record')}`,
      reason,
    ),
  'suppression.removed': ({ who, said: { hashes, reason } }) =>
    because(
      `${who} took one person off the suppression list, which has ${counted(hashes, 'keyed hash', 'keyed hashes')}`,
      reason,
    ),
  'suppression.added': ({ who, said: { hashes, reason } }) =>
    because(
      `${who} put one person on the suppression list, which has ${counted(hashes, 'keyed hash', 'keyed hashes')}`,
      reason,
    ),
  'subject.exported': ({ who, said: { datasets, rows } }) =>
    `${who} wrote a copy of one person’s data: ${counted(rows, 'record')} of ${counted(datasets, 'dataset')}.`,
};
