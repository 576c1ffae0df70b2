import type { consentEntries } from '#shared/journal/entry-kinds/consent.ts';
import { shortName } from '../names.ts';
import { counted } from '../numbers.ts';
import type { Sentences } from './told.ts';

const people = (count: number): string => counted(count, 'person', 'people');

export const consentSentences: Sentences<keyof typeof consentEntries> = {
  'consent.recorded': ({ who, said: { events, people: of, fileName, keyColumn, unread } }) =>
    `${who} entered ${counted(events, 'event')} of the consent of ${people(of)}, from ` +
    `${fileName === undefined ? `the columns beside ${shortName(keyColumn)}` : `“${fileName}”`}` +
    `${unread === 0 ? '' : `; ${counted(unread, 'row')} could not be read`}.`,
  'consent.people-listed': ({ who, said: { people: asked, fileName } }) =>
    `${who} listed ${people(asked)} to ask for consent again by the ledger, in “${fileName}”.`,
  'consent.calendar-exported': ({ who, said: { due, fileName } }) =>
    `${who} wrote a calendar of ${counted(due, 'consent')} that end, to “${fileName}”.`,
  'consent.checked': ({ who, said: { people: found, day } }) =>
    `${who} checked consent as of ${day}: it holds of ${people(found.valid)}, and of ` +
    `${people(found.expired + found.pending + found.withdrawn + found.refused + found.unknown)} it does not.`,
};
