import { listed, numbered } from './numbers.ts';

/** The day of a moment, in UTC: the same in every place the document is made. */
const day = (iso: string): string => iso.slice(0, 10);

/** What a printed register says. */
export const registerDocumentText = {
  title: (organisation: string) =>
    organisation === '' ? 'Record of processing activities' : `Record of processing activities of ${organisation}`,
  asOf: (asOf: string) => `As of ${day(asOf)}, under GDPR Art. 30.`,
  draftMark: 'DRAFT',
  draftSaid: (drafts: number, all: number) =>
    `${numbered(drafts, 'record')} of ${all} ${drafts === 1 ? 'is' : 'are'} not approved, and marked DRAFT.`,
  noActivities: 'The register has no processing activity.',
  sections: {
    owner: 'Who keeps the register',
    list: 'Processing activities at a glance',
    retired: 'Retired',
    unreadable: 'Records that could not be read',
    generated: 'Statements that the log made',
    glossary: 'Abbreviations',
  },
  heads: {
    ref: 'Reference',
    name: 'Name',
    role: 'Role',
    state: 'State',
    version: 'Version',
    label: 'Field',
    said: 'Statement',
    note: 'Note',
    entry: 'Entry of the log',
    hash: 'Hash of the entry',
    short: 'Abbreviation',
    long: 'Meaning',
  },
  row: (at: number, of: number) => `${at} of ${of}`,
  notStated: 'not stated',
  leftOut: 'left out in this version',
  none: 'none',
  noneBecause: (reason: string) => `none: ${reason}`,
  notApplicable: (reason: string) => `does not apply: ${reason}`,
  unknown: (ask: string, reason: string | undefined) =>
    [`not known${ask === '' ? '' : `, ${ask} must answer`}`, ...(reason === undefined ? [] : [reason])].join(': '),
  alsoNotStated: (labels: readonly string[]) => `Not stated either: ${listed(labels)}.`,
  version: (version: number, state: string, savedOn: string, savedBy: string) =>
    `Version ${version}, ${state}, of ${day(savedOn)} by ${savedBy}.`,
  approved: (by: string, at: string, another: boolean) =>
    `Approved by ${by} on ${day(at)}${another ? '.' : ', who also wrote it: there was nobody else.'}`,
  reason: (reason: string) => `Reason for this version: ${reason}`,
  missing: (id: string) => `a record that is not there (${id})`,
  generatedSaid:
    'A statement with ◇ was made from an entry of the log and nobody has taken it over yet; the note names the entry.',
  retiredSaid: 'These are no longer in use; their versions stay in the register.',
  unreadableSaid: 'Another version of Custos wrote these, or they are damaged. They are kept as they are.',
  noHash: 'not at hand',
  undefinedAbbreviations: (words: readonly string[]) =>
    `The register uses these without saying what they stand for: ${listed(words)}.`,
  foot: (workspace: string, asOf: string) =>
    `Made by Custos from workspace ${workspace} as of ${asOf}. It says what was stated, and nothing of whether that is enough.`,
  page: (at: number, of: number) => `Page ${at} of ${of}`,
  /** What abbreviations stand for, for readers of other trades. */
  abbreviations: {
    AES: 'Advanced Encryption Standard: how sealed data are encrypted',
    BCR: 'binding corporate rules: rules of a group of companies for transfers (Art. 47)',
    CJEU: 'Court of Justice of the European Union',
    CNIL: 'Commission nationale de l’informatique et des libertés, the French authority',
    CRM: 'customer relationship management',
    DPA: 'data processing agreement: the contract with a processor (Art. 28)',
    DPC: 'Data Protection Commission, the Irish authority',
    DPIA: 'data protection impact assessment (Art. 35)',
    DPO: 'data protection officer (Art. 37–39)',
    EEA: 'European Economic Area',
    EU: 'European Union',
    GDPR: 'General Data Protection Regulation, Regulation (EU) 2016/679',
    HR: 'human resources',
    ICO: 'Information Commissioner’s Office, the authority of the United Kingdom',
    IP: 'Internet Protocol: an IP address names a device on a network',
    IT: 'information technology',
    LIA: 'legitimate interests assessment (Art. 6(1)(f))',
    SCC: 'standard contractual clauses for transfers (Art. 46)',
    SME: 'small and medium-sized enterprises',
    TIA: 'transfer impact assessment',
    UK: 'United Kingdom',
    US: 'United States',
    USA: 'United States of America',
    VAT: 'value added tax',
  } as Readonly<Record<string, string>>,
};
