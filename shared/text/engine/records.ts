import { counted } from '../numbers.ts';
import { quotedNames, shortName } from '../names.ts';

/** What a record, its draft or one of its fields is called in these sentences. */
export interface NamedRecord {
  ref: string;
  title: string;
}

const called = ({ ref, title }: NamedRecord): string => (title === '' ? ref : `${ref} ${shortName(title)}`);

/** Sentences about records of the register of processing. */
export const recordsText = {
  unknown: (kind: string, id: string) => `There is no ${kind} ${shortName(id)} in the register of this workspace.`,
  noVersion: (record: NamedRecord, version: number) =>
    `${called(record)} has no version ${version}. Take one of its list of versions.`,
  noDraft: (record: NamedRecord) => `${called(record)} has no draft: nothing of it is being written.`,
  tooLarge: (most: number) =>
    `The record is too large: it may hold ${most.toLocaleString('en')} characters. Split it, or shorten its texts.`,
  fieldInvalid: (field: string, place: string, expected: string) =>
    `${shortName(field)}${place} cannot be taken as it is: give ${expected}. Nothing was saved.`,
  /** What may stand in a field, by its shape. */
  expected: {
    anything: 'an answer as “custos register record --json” shows one',
    text: 'one line of text, of 1 to 500 characters',
    paragraph: 'a text of 1 to 20,000 characters',
    date: 'a day of the calendar as YYYY-MM-DD',
    number: 'a whole number, 0 or more',
    duration: 'a period such as P90D, P6M or P3Y',
    country: 'the code of a country of two letters of ISO 3166-1, such as FR or GB',
    choice: (options: readonly string[]) => `one of ${quotedNames(options)}`,
    reference: (kind: string, prefix: string) =>
      prefix === ''
        ? `the reference of a record, ${kind}`
        : `the reference of a record, ${kind}, such as ${prefix}-001`,
    parts: (required: readonly string[], optional: readonly string[]) =>
      required.length === 0
        ? `an object with some of ${quotedNames(optional)}`
        : `an object with ${quotedNames(required)}` +
          (optional.length === 0 ? '' : `, and what there is of ${quotedNames(optional)}`),
    reason: 'a “reason”, of at most 2,000 characters: it says why',
    ask: 'with “ask” who must answer, in at most 200 characters',
  },
  inItem: (number: number) => `, value ${number}`,
  inPart: (part: string) => `, ${shortName(part)}`,
  notAField: (field: string, known: readonly string[]) =>
    `${shortName(field)} is no field of this kind of record. Its fields are ${quotedNames(known)}. Nothing was saved.`,
  sameItem: (field: string, item: string) =>
    `${shortName(field)} holds two values with the id ${shortName(item)}: give each an id of its own. Nothing was saved.`,
  noSuchReference: (field: string, kind: string, id: string) =>
    `${shortName(field)} names a ${kind} ${shortName(id)} that is not in the register: add it first, or choose ` +
    'another. Nothing was saved.',
  noCountry: (field: string, code: string) =>
    `${shortName(field)} names ${shortName(code)}, which is no country: take its code of two letters of ISO 3166-1, such ` +
    'as FR or GB. Nothing was saved.',
  draftChanged: (record: NamedRecord, by: string) =>
    `${called(record)} was changed by ${by} since this edit began: look at what differs and save again. Nothing was ` +
    'written over.',
  unreadable: (record: NamedRecord) =>
    `${called(record)} is from another version of Custos, or damaged: it is kept as it is and cannot be changed here.`,
  inReviewAlready: (record: NamedRecord, version: number) =>
    `Version ${version} of ${called(record)} is in review: approve it or send it back first. The draft is kept.`,
  notInReview: (record: NamedRecord) => `No version of ${called(record)} is in review.`,
  alreadyApproved: (record: NamedRecord, version: number, by: string) =>
    `Version ${version} of ${called(record)} was approved by ${by} before you: what it changed is shown. Nothing was ` +
    'approved twice.',
  alreadyReturned: (record: NamedRecord, version: number, by: string) =>
    `Version ${version} of ${called(record)} was sent back by ${by} before you: what it changed is shown. Nothing was ` +
    'approved.',
  notWhatWasShown: (record: NamedRecord, version: number) =>
    `Version ${version} of ${called(record)} is not the one that was shown: look at it again. Nothing was approved.`,
  notWhatWasSeen: (record: NamedRecord, version: number, by: string) =>
    `Version ${version} of ${called(record)}, saved by ${by}, is not what was shown: look at it again. Nothing was changed.`,
  notGenerated: (field: string) =>
    `The statement in ${shortName(field)} is none that the log made: only generated statements are taken over. ` +
    'Nothing was approved.',
  nothingHolds: (record: NamedRecord) => `${called(record)} has no approved version: there is nothing to retire.`,
  referred: (record: NamedRecord, by: readonly string[]) =>
    `${called(record)} is named by ${quotedNames(by)}: take it out there first. Nothing was discarded.`,
  reasonToSend: 'Say why this version is made: the reason stands in the register. Nothing was sent.',
  reasonToReturn: 'Say why it goes back: the author reads it, and it stands in the register. Nothing was sent back.',
  reasonToRetire: 'Say why it is retired: the reason stands in the register. Nothing was retired.',
  reasonToDiscard: 'Say why the draft is discarded: the reason stands in the register. Nothing was discarded.',
  notHeld: (details: readonly string[]) =>
    `Nothing was changed: the record is not what the register says. ${details.slice(0, 5).join(' ')}`,
  sittingsEntered: (drafts: number) =>
    `${counted(drafts, 'draft')} of the register of processing ${drafts === 1 ? 'was' : 'were'} being written when ` +
    'Custos ended; what was saved is there, and the register says so now.',
};
