import type { purposeEntries } from '#shared/journal/entry-kinds/purpose.ts';
import { counted } from '../numbers.ts';
import type { Sentences } from './told.ts';

export const purposeSentences: Sentences<keyof typeof purposeEntries> = {
  'purpose.saved': ({ who, said: { title, retentionDays, targeting } }) =>
    `${who} saved the purpose “${title}”${targeting ? ', which targets people' : ''}` +
    `${retentionDays === null ? '' : `; data is kept ${counted(retentionDays, 'day')}`}.`,
  'purpose.people-listed': ({ who, said: { people, fileName } }) =>
    `${who} listed ${counted(people, 'person', 'people')} to ask for consent again, in “${fileName}”.`,
};
