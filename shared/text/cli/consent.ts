import type { ConsentCounts, ConsentStanding } from '#shared/domain/consent.ts';
import { unknownBecause } from '../consent.ts';
import { firstNames, shortName } from '../names.ts';
import { count, counted, moment } from '../numbers.ts';

const people = (number: number): string => counted(number, 'person', 'people');

const standings: Record<ConsentStanding, string> = {
  valid: 'valid',
  expired: 'expired',
  pending: 'pending',
  withdrawn: 'withdrawn',
  refused: 'refused',
  unknown: 'unknown',
};

const all = (counts: ConsentCounts): number => Object.values(counts).reduce((sum, each) => sum + each, 0);

/** `custos consent` and what stands under it. */
export const consentCommandText = {
  description: 'the consent ledger of a workspace: who agreed to which purpose, since when, until when',
  dataset: 'dataset whose people they are: its name, its file or its id',
  purpose: 'id or code of the purpose (P2)',
  today: 'day on which consent has to hold, YYYY-MM-DD (default: today)',
  force: 'replace an existing file',
  import: {
    description:
      'reads a consent file, receipts, or without FILE the dataset’s own columns into the ledger; the ledger has people ' +
      'by a keyed pseudonym',
    file: 'consent file (CSV, XLSX, JSON …), receipts or records (JSON); none: the dataset’s own columns',
    key: 'column of the dataset that names a person (a customer number, an e-mail address)',
    fileKey: 'column of FILE that names the person (default: called as in the dataset, or the only one of its kind)',
    purposeColumn: 'column that names the purpose of each row',
    state: 'column that says whether consent was given, or has the TC string (default: the only one that does)',
    date: 'column with the day or time of what happened (default: the only one)',
    until: 'column with the day until which consent holds',
    form: 'file, columns, tcf (IAB TC strings), google (consent signals), kantara (v1.1.0) or iso-27560 (JSON-LD)',
    tcfPurposes: 'purposes of the framework that are all needed, as numbers with commas (1,3,4)',
    tcfVendor: 'number of the vendor in the Global Vendor List who would use the data',
    asOf: 'day that a source without dates speaks of; needs --reason',
    reason: 'why that day is right, which stands in the register',
    unknownForm: (typed: string) =>
      `There is no form called “${typed.slice(0, 40)}”. There are file, columns, tcf, google, kantara and iso-27560.`,
    notNumbers: (typed: string) => `“${typed.slice(0, 40)}” are no numbers: write 1,3,4.`,
    done: (events: number, of: number, known: number, entry: number) =>
      `${counted(events, 'event')} of ${people(of)} entered` +
      `${known === 0 ? '' : `; ${counted(known, 'event')} the ledger had already`}. Register entry ${entry}.`,
    chosen: (role: string, columns: readonly string[]) => `${role}: ${firstNames([...columns])}`,
    strangers: (number: number) =>
      `${people(number)} of the source ${number === 1 ? 'is' : 'are'} not in the dataset; what is said of them is kept.`,
    doubtful: (number: number) =>
      `${counted(number, 'event')} ${number === 1 ? 'is' : 'are'} unknown: dated in the future, without a date, or not readable. Unknown is never a yes.`,
    undated: 'No column was read for the day of each: name it with --date, or say of all with --as-of and --reason.',
    examples: [
      'custos consent import consents.csv --dataset customers --key customer_id --purpose P2 --workspace Acme.custos',
      'custos consent import --dataset customers --key customer_id --purpose P2 --workspace Acme.custos',
      'custos consent import visits.csv --dataset visits --key user_id --purpose P2 --form tcf --tcf-purposes 1,3,4 ' +
        '--tcf-vendor 755 --workspace Acme.custos',
      'custos consent import receipts.json --form kantara --dataset customers --key email --workspace Acme.custos',
    ],
  },
  list: {
    description: 'what was read into the ledger, the newest first',
    columns: ['entered', 'from', 'people by', 'purposes', 'events', 'people', 'not read'],
    none: 'Nothing was read into the ledger yet.',
    examples: ['custos consent list --workspace Acme.custos'],
  },
  status: {
    description: 'where people stand, by purpose; exit 1 where nobody’s consent holds',
    line: (code: string, title: string, counts: ConsentCounts) =>
      `${code} ${title}: ${count(counts.valid)} usable of ${people(all(counts))}`,
    standing: (standing: ConsentStanding, number: number) => `  ${standings[standing].padEnd(10)} ${count(number)}`,
    unknown: (reasons: Readonly<Record<string, number>>) => `  unknown: ${unknownBecause(reasons)}`,
    due: (month: string, number: number) => `  ends in ${month}: ${people(number)}`,
    tell: (file: string, recipient: string | null, number: number, at: string, entry: number) =>
      `  tell ${recipient === null ? 'whoever has it' : shortName(recipient)}: ${shortName(file)} of ${moment(at)}, entry ` +
      `${entry}, was written before ${people(number)} took consent back`,
    keep: 'keeps in the register that consent was checked today',
    kept: (entry: number) => `Register entry ${entry}.`,
    none: 'The ledger is empty: read consent in first (custos consent import).',
    examples: ['custos consent status --purpose P2 --dataset customers --workspace Acme.custos'],
  },
  askAgain: {
    description: 'writes the list of people to ask again: their consent ended, ends soon, or was never given',
    output: 'the list, as CSV: who they are and how to reach them',
    within: 'ask those, too, whose consent ends within so many days (default: 0)',
    written: (asked: {
      people: number;
      rows: number;
      stillValid: number;
      noContact: number;
      refused: number;
      underAge: number;
      ageUnknown: number;
      registerEntry: number;
    }) =>
      `${people(asked.people)} to ask, from ${counted(asked.rows, 'row')}. Left out: ${asked.stillValid} whose consent ` +
      `holds, ${asked.noContact} nobody can reach, ${asked.refused} who took consent back or refused it, ` +
      `${asked.underAge} under age, ${asked.ageUnknown} of unknown age. Register entry ${asked.registerEntry}.`,
    examples: ['custos consent ask-again --purpose P2 -o ask.csv --workspace Acme.custos'],
  },
  due: {
    description: 'when consents end, by month; with -o as a calendar',
    output: 'calendar file (.ics): an entry a month and purpose, with counts and no person',
    line: (month: string, purpose: string, number: number) => `${month}  ${purpose}  ${people(number)}`,
    check: (next: string, purpose: string, last: string | null) =>
      `${next}  ${purpose}  check again${last === null ? ', never checked' : `, last checked on ${last}`}`,
    nothing: 'The ledger is empty.',
    written: (due: number, entry: number) =>
      `${counted(due, 'consent')} that end within twelve months, and when to check again. Register entry ${entry}.`,
    examples: ['custos consent due -o renewals.ics --workspace Acme.custos'],
  },
};
