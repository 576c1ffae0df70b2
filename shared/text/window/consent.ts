import type { ConsentForm, ConsentStanding } from '#shared/domain/consent.ts';
import { consentStandings } from '../consent.ts';
import { firstNames, shortName } from '../names.ts';
import { count, counted, moment } from '../numbers.ts';

const people = (number: number): string => counted(number, 'person', 'people');
const dayName = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const day = (date: string): string => dayName.format(new Date(`${date}T00:00:00Z`));
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** The screen of consent. */
export const consentText = {
  title: 'Consent',
  note: 'For whom you may act, and whom you must ask. What is unknown is never a yes.',
  closed: {
    title: 'For whom may we act?',
    sentence: 'Open a workspace or a dataset, and read in who agreed to which purpose, since when, until when.',
    open: 'Open dataset',
    sample: 'Try the sample',
  },
  empty: {
    title: 'Nobody’s consent is in the ledger yet',
    sentence:
      'Read it in from the columns of a dataset, or from a file: a consent list, TC strings, Google’s signals, receipts ' +
      'or records. People stand in the ledger by a pseudonym, and events are only ever added.',
  },
  readIn: 'Read consent in…',
  of: 'People of',
  everybody: 'Everybody in the ledger',
  usable: (valid: number, all: number) => `usable ${count(valid)} of ${count(all)}`,
  bar: (title: string) => `Where people stand for ${title}`,
  choosePurpose: (title: string) => `Show ${title}`,
  standings: consentStandings,
  does: {
    valid: 'leave in releases that rest on consent',
    expired: 'do not leave; ask again',
    pending: 'do not leave; ask again',
    withdrawn: 'never leave, and are not asked',
    refused: 'never leave, and are not asked',
    unknown: 'do not leave; ask again',
  } satisfies Record<ConsentStanding, string>,
  renewals: {
    title: 'Renewals due',
    label: 'Valid consents by the month in which they end',
    month: 'Ends in',
    people: 'People',
    none: 'No valid consent, so none that ends.',
    name: (month: string) => monthName.format(new Date(`${month}-15T00:00:00Z`)),
    save: 'Save as calendar…',
    file: 'consent-renewals.ics',
    saved: (due: number, file: string) => `${counted(due, 'consent')} that end, saved to ${file}`,
  },
  ask: {
    write: 'List to ask again…',
    busy: 'Listing people to ask again',
    file: (purpose: string) => `${purpose}.ask-again.csv`,
    done: (number: number, file: string) => `${people(number)} listed in ${file}`,
    written: (asked: {
      people: number;
      rows: number;
      fileName: string;
      stillValid: number;
      refused: number;
      noContact: number;
      underAge: number;
      ageUnknown: number;
    }) =>
      `${people(asked.people)} of ${counted(asked.rows, 'row')} listed in ${shortName(asked.fileName)}. Not asked: ` +
      `${count(asked.stillValid)} whose consent holds, ${count(asked.refused)} refused or withdrew, ` +
      `${count(asked.noContact)} cannot be reached, ${count(asked.underAge)} under age, ${count(asked.ageUnknown)} of ` +
      'unknown age.',
    entry: (seq: number) => `Entry ${count(seq)}`,
  },
  check: 'Keep in the log',
  checkDue: (last: string | null, next: string, today: string) =>
    last === null
      ? 'No check is in the log yet.'
      : `Checked on ${day(last)}, ${next <= today ? 'due again now' : `due again on ${day(next)}`}.`,
  checked: (seq: number) => `Consent checked: entry ${count(seq)}`,
  tell: {
    title: 'Written before consent was taken back',
    sentence:
      'What was released cannot be called back. Tell whoever has it, so that they leave these people out (Art. 19).',
    label: 'Releases of before a withdrawal',
    file: 'File',
    recipient: 'Who has it',
    nobody: 'not stated',
    written: 'Written',
    withdrawn: 'Took consent back since',
    at: (iso: string) => moment(iso),
    entry: (seq: number) => `Entry ${count(seq)}`,
  },
  person: {
    title: 'Find a person',
    label: 'Customer number, e-mail address or telephone number',
    find: 'Find',
    none: 'The ledger has nothing of whom this names.',
    events: 'Events, the newest first',
    columns: ['What', 'When', 'Until', 'For', 'Read from'],
    undated: 'no date',
    standing: (title: string, standing: string, until: string | null) =>
      `${title}: ${standing}${until === null ? '' : `, until ${until}`}`,
  },
  readings: {
    title: 'Read in',
    label: 'What was read into the ledger, the newest first',
    columns: ['When', 'From', 'People by', 'Events', 'People', 'Not read', 'Who'],
    at: (iso: string) => moment(iso),
  },
  form: {
    title: 'Read consent in',
    dataset: 'Whose people',
    key: 'Column that names a person',
    keyHelp: 'A customer number or an e-mail address. The ledger keeps a pseudonym of it.',
    from: 'From',
    forms: {
      columns: 'Columns of this dataset',
      file: 'A consent list (CSV, XLSX, JSON …)',
      tcf: 'A file with IAB TC strings',
      google: 'A file with Google’s consent signals',
      kantara: 'Consent receipts (Kantara v1.1.0)',
      'iso-27560': 'Consent records (ISO/IEC TS 27560)',
    } satisfies Record<ConsentForm, string>,
    file: 'File',
    choose: 'Choose a file…',
    none: 'none chosen',
    purpose: 'For which purpose',
    purposeOfSource: 'Each row names its own',
    purposeColumn: 'Column that names the purpose',
    state: 'Column that says whether consent was given',
    found: 'found by itself',
    date: 'Column with the day of it',
    tcfPurposes: 'Purposes of the framework that are needed',
    tcfVendor: 'Number of the vendor',
    run: 'Read in',
    cancel: 'Cancel',
    job: (name: string) => `Reading consent of ${name}`,
    done: (events: number, of: number) => `${counted(events, 'event')} of ${people(of)} entered`,
  },
  result: {
    entered: (events: number, of: number, known: number) =>
      `${counted(events, 'event')} of ${people(of)} entered` +
      `${known === 0 ? '.' : `; ${counted(known, 'event')} the ledger had already.`}`,
    columns: (columns: readonly string[]) => `Read from ${firstNames([...columns])}.`,
    strangers: (number: number) => `${people(number)} of the source ${number === 1 ? 'is' : 'are'} not in the dataset.`,
    doubtful: (number: number) =>
      `${counted(number, 'event')} ${number === 1 ? 'is' : 'are'} unknown: in the future, without a date, or not readable.`,
    unread: (total: number) => `Nothing was entered of ${counted(total, 'row')}:`,
    entry: (seq: number) => `Entry ${count(seq)}`,
  },
};
