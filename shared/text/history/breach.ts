import type { breachEntries } from '#shared/journal/entry-kinds/breach.ts';
import { breachWords } from '../cases/breach.ts';
import { breachExports } from '../cases/breach-exports.ts';
import { counted, moment } from '../numbers.ts';
import type { Sentences } from './told.ts';

const both = (authority: boolean, people: boolean): string =>
  `the authority ${authority ? 'is' : 'is not'} to be told, the people ${people ? 'are' : 'are not'}`;

const whyDeleted = {
  'kept-long-enough': 'kept long enough',
  'entered-by-mistake': 'entered by mistake',
  'cannot-be-read': 'it could not be read any more',
};

export const breachSentences: Sentences<keyof typeof breachEntries> = {
  'breach.reported': ({ who, said: { ref, awareAt, dueAt } }) =>
    `${who} reported breach ${ref}: aware since ${moment(awareAt)}, the authority by ${moment(dueAt)}.`,
  'breach.updated': ({ who, said: { ref, state, datasets, releases, people } }) =>
    `${who} stated breach ${ref} anew: ${breachWords.states[state]}` +
    `${people === null ? '' : `, ${counted(datasets, 'dataset')} and ${counted(releases, 'release')}, at most ${counted(people, 'person', 'people')}`}.`,
  'breach.decided': ({ who, said: { ref, authority, people } }) =>
    `${who} decided on breach ${ref}: ${both(authority, people)}.`,
  'breach.notified': ({ who, said: { ref, at, late } }) =>
    `${who} stated that the authority was told of breach ${ref} on ${moment(at)}${late ? ', late' : ''}.`,
  'breach.told': ({ who, said: { ref, at, people } }) =>
    `${who} stated that ${counted(people, 'person', 'people')} ${people === 1 ? 'was' : 'were'} told of breach ${ref} on ${moment(at)}.`,
  'breach.phase': ({ who, said: { ref, phase } }) => `${who} added further information ${phase} to breach ${ref}.`,
  'breach.closed': ({ who, said: { ref } }) => `${who} closed breach ${ref}.`,
  'breach.reopened': ({ who, said: { ref } }) => `${who} opened breach ${ref} again.`,
  'breach.deleted': ({ who, said: { ref, why } }) => `${who} erased the record of breach ${ref}: ${whyDeleted[why]}.`,
  'breach.exported': ({ who, said: { ref, what, fileName, fields, filled } }) =>
    `${who} wrote ${breachExports[what]}${ref === null ? '' : ` about breach ${ref}`} to ${fileName}` +
    `${fields === 0 ? '' : `, ${filled} of ${fields} fields filled`}. Nothing was sent.`,
};
