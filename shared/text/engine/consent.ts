import type { ConsentStanding } from '#shared/domain/consent.ts';
import { firstNames, quotedNames, shortName } from '../names.ts';
import { counted } from '../numbers.ts';

/** Sentences of the consent ledger. */
export const consentText = {
  /** Why nothing of a row or receipt was entered; each is unknown, and unknown is never a yes. */
  unread: {
    'no-person': 'It names nobody: its key is empty.',
    'no-purpose': 'It names no purpose: choose one for the whole file, or the column that tells.',
    'unknown-purpose': 'Its purpose is none of this workspace’s: name it by its id, code (P2) or title.',
    'nothing-said': 'It says neither yes nor no.',
    'malformed-tcf': 'Its TC string is malformed: it was cut off, or is none of version 2.',
    'no-disclosed-vendors':
      'Its TC string has no segment of disclosed vendors, which strings made from 28 February 2026 on must have.',
    'no-receipt': 'It is no consent receipt of Kantara v1.1.0: person, time or purposes are missing.',
    'no-record': 'It is no consent record of ISO/IEC TS 27560: person or events are missing.',
  },
  row: (row: number, why: string) => `${row}: ${why}`,
  noColumn: (column: string, where: string) => `${where} has no column ${shortName(column)}. Nothing was entered.`,
  whichKey: (where: string, key: string) =>
    `${where} has no column ${shortName(key)}, and not exactly one of its kind: name the one that names people. ` +
    `Nothing was entered.`,
  whichState: (where: string, found: readonly string[]) =>
    found.length === 0
      ? `${where} has no column that is recognised as consent: name the one that says it. Nothing was entered.`
      : `Several columns of ${where} say something of consent (${firstNames(found)}): name the one for this purpose. Nothing was entered.`,
  whichPurpose:
    'The source names no purpose: say for which one it is, or which of its columns tells. Nothing was entered.',
  tcfNeeds:
    'A TC string says yes to purposes and vendors of the framework: say which purposes are needed and the number of the ' +
    'vendor. Nothing was entered.',
  noSignals: (where: string) =>
    `${where} has none of the columns ad_storage, ad_user_data and ad_personalization. Nothing was entered.`,
  fileNeeded: 'Receipts and consent records come as a file: name it. Nothing was entered.',
  noJson: (fileName: string) => `${shortName(fileName)} is no JSON. Nothing was entered.`,
  tooLarge: (fileName: string) =>
    `${shortName(fileName)} is larger than 64 MiB: hand it over in parts. Nothing was entered.`,
  otherPeople: (where: string, key: string, people: number) =>
    `${where} is about ${counted(people, 'person', 'people')}, none of whom the dataset names in ` +
    `${shortName(key)}: it is a consent file for other people, or another column names them. Nothing was entered.`,
  nothingRead: (where: string, rows: number, why: string) =>
    `Nothing could be read of ${counted(rows, 'row')} of ${where}. The first: ${why} Nothing was entered.`,
  dayOfReason: 'A day that a person says for a whole source needs a reason, which stands in the register.',
  futureDay: 'The day that the source speaks of lies in the future. Nothing was entered.',
  noneFor: (purpose: string) => `The ledger has nobody’s consent for ${shortName(purpose)}. Read it in first.`,
  nothingDue: 'The ledger is empty: read consent in first. Nothing was written.',
  notLinked: (dataset: string) =>
    `Nothing was read into the ledger for ${shortName(dataset)}: name a dataset whose people it knows.`,
  whichDataset: (names: readonly string[]) =>
    `The ledger knows people of several datasets (${quotedNames(names)}): name one.`,
  calendar: {
    name: 'Consent to check and to ask for again',
    check: (purpose: string) => `Check consent again: ${purpose}`,
    checked: (purpose: string, last: string | null) =>
      last === null
        ? `Nobody has had the log keep a check of consent for ${purpose} yet.`
        : `Consent for ${purpose} was last checked on ${last}.`,
    title: (people: number, purpose: string) => `Ask ${counted(people, 'person', 'people')} again: ${purpose}`,
    description: (people: number, purpose: string, day: string) =>
      `The consent of ${counted(people, 'person', 'people')} for ${purpose} ends in this month, as reckoned on ` +
      `${day}.`,
  },
  /** Why rows did not leave, in a few words. */
  leftOut: {
    expired: 'no valid consent: expired',
    pending: 'no valid consent: asked for, not given',
    withdrawn: 'no valid consent: withdrawn',
    refused: 'no valid consent: refused',
    unknown: 'no valid consent: unknown',
  } satisfies Record<Exclude<ConsentStanding, 'valid'>, string>,
};
