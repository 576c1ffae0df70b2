import type { LawfulBasis } from '#shared/domain/lawful-basis.ts';
import type { ConsentStanding } from '#shared/domain/consent.ts';
import { shortName } from './names.ts';
import { counted, listed, moment } from './numbers.ts';
import { lawfulBasisWords } from './register/options.ts';

const standings: Record<ConsentStanding, string> = {
  valid: 'given, holds',
  expired: 'given, over',
  pending: 'asked, not answered',
  withdrawn: 'taken back',
  refused: 'refused',
  unknown: 'not known',
};

/** The copy of somebody's data that is handed to them: plain words, since they know nothing of this program. */
export const subjectPageText = {
  title: 'Your personal data',
  made: (organisation: string, at: string) =>
    `${organisation === '' ? 'A copy' : `A copy by ${organisation}`} of ${moment(at)}, under Article 15 of the GDPR.`,
  by: (values: number) =>
    `Looked for by ${counted(values, 'value')} that ${values === 1 ? 'names' : 'name'} you. Everything that was found stands below, as it is kept.`,
  table: (dataset: string) => `From ${shortName(dataset)}`,
  from: 'Came from the file',
  since: 'Kept since',
  informed: 'How you were told',
  purposes: 'Used for',
  notStated: 'not stated in the register of processing',
  purpose: (title: string, basis: LawfulBasis | null) =>
    `${title}${basis === null ? '' : `: ${lawfulBasisWords[basis]}`}`,
  foundBy: 'Found by',
  row: (at: number, of: number) => `Record ${at} of ${of}`,
  value: (name: string, meaning: string) =>
    meaning === '' || meaning.toLowerCase() === name.toLowerCase() ? name : `${name} (${meaning})`,
  empty: '(empty)',
  nothing: 'No record was found in the data that were looked through.',
  mentions: 'Mentioned elsewhere',
  mention: (dataset: string, column: string, rows: number) =>
    `${counted(rows, 'text')} in ${column === '' ? dataset : `${column} of ${shortName(dataset)}`}. They are not copied here, ` +
    'since they may be about somebody else, too.',
  consent: 'What you agreed to',
  consentHeads: ['Purpose', 'Now', 'Since', 'Until'],
  standing: (standing: ConsentStanding) => standings[standing],
  releases: 'Handed to others',
  releaseHeads: ['File', 'For', 'To', 'On', 'You are in it'],
  nobodyNamed: 'nobody is named',
  holds: { yes: 'yes', 'not-known': 'not known' },
  notSearched: 'Not looked through',
  unsearched: (what: string, why: string) => `${what}: ${why}`,
  rights: 'Your rights',
  rightsList: [
    'You may have wrong data put right and missing ones added (Article 16).',
    'You may have data erased (Article 17) or their use restricted (Article 18).',
    'You may object to their use, at any time to advertising (Article 21).',
    'You may take back consent as easily as you gave it (Article 7(3)).',
    'You may complain to a supervisory authority, where you live, work or where something happened (Article 77).',
  ],
  missing: 'To be added by hand before it is handed over',
  missingList: [
    'how long the data are kept, or how that is decided, where the register does not say it (Article 15(1)(d))',
    'where data came from that you did not give yourself (Article 15(1)(g))',
    'whether a decision about you is made by a program alone (Article 15(1)(h))',
  ],
  foundByColumns: (columns: readonly string[]) => listed(columns),
};
