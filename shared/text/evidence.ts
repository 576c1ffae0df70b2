import type { RetentionHoldView } from '#shared/contract/retention.ts';
import type { RequestOutcome } from '#shared/domain/request.ts';
import type { PackProfile } from '#shared/domain/pack-profile.ts';
import type { ReleaseLabel } from '#shared/domain/release-figures.ts';
import { labelWords } from './labels.ts';
import { counted, listed } from './numbers.ts';
import { retentionText } from './retention.ts';

/** For whom a pack is, in a sentence. */
export const packProfileNames: Record<PackProfile, string> = {
  authority: 'for an authority',
  auditor: 'for an auditor or customer',
  public: 'for the public',
};

/** The first few of many. */
const firstOf = (names: readonly string[]): string =>
  names.length > 12 ? `${listed(names.slice(0, 12))} and ${names.length - 12} more` : listed(names);

/** Of people whom a reader is not told. */
export const redactionText = { notNamed: 'somebody not named here' };

/** What evidence packs, and the descriptions beside releases, say of themselves. */
export const evidenceText = {
  dataPackage: (label: ReleaseLabel, purpose: string | null, rows: number) =>
    `${counted(rows, 'row')}, ${labelWords[label]}${purpose === null ? '' : `, released for: ${purpose}`}.`,
  dataPackageColumn: (treatment: string, sources: readonly string[]) =>
    sources.length === 0 ? treatment : `${treatment} (from ${listed(sources)})`,
  packTitle: (organisation: string, asOf: string) => `Evidence of ${organisation} as of ${asOf}`,
  packDescription:
    'The register of processing, its log and the certificates of releases, to be checked without the program that made ' +
    'them: README says how.',
  packLicence: 'For the supervisory authority or auditor it was made for; no licence to publish.',
  /** Parts of a pack. */
  parts: {
    organisation: 'The organisation',
    legalBasis: 'Purposes, lawful bases and assessments',
    transparency: 'Notices to people',
    impact: 'Impact assessments',
    retention: 'Periods of retention',
    security: 'Security measures and systems',
    recipients: 'Recipients and transfers',
  },
  /** What a pack does not show. */
  gaps: {
    damaged: (why: string) =>
      `THE LOG OF THIS WORKSPACE DOES NOT VERIFY, and this pack will not either: ${why} It is packed as it lies there.`,
    contradiction: (detail: string) => `Otherwise than the log says: ${detail}`,
    more: (many: number) => `And ${many} more of the kind.`,
    withoutCertificate: (names: readonly string[]) =>
      `The log tells of these releases, and their certificates are not in the workspace any more: ${firstOf(names)}.`,
    lostStamps: (stamps: readonly { authority: string; seq: number }[]) =>
      'The log tells of these time stamps, and they are not in the workspace any more, so that checking this pack names ' +
      `them: ${firstOf(stamps.map(({ authority, seq }) => `${authority} (entry ${seq})`))}.`,
    noPrinciples: 'How the principles stand could not be looked at: something of the workspace cannot be read.',
    noEntry: 'The workspace can only be read: no entry of its log tells of this pack.',
    noActivity: 'The register has no processing activity.',
    openCells: (ref: string, cells: readonly string[]) =>
      `${ref}: Art. ${listed(cells)} ${cells.length === 1 ? 'has' : 'have'} no answer.`,
    drafts: (refs: readonly string[]) => `Not approved, and marked DRAFT: ${firstOf(refs)}.`,
    unreadable: (refs: readonly string[]) => `Kept, but not readable by this version: ${firstOf(refs)}.`,
    unreadableDatasets: (names: readonly string[]) =>
      `Of these datasets not everything can be read by this version, so what they hold is not shown in full: ${firstOf(names)}.`,
    noNotice: 'No notice to people is in the register.',
    noScreening: 'No activity was screened for an impact assessment.',
    undecided: (dataset: string, columns: number) =>
      `${dataset}: nobody has decided on ${counted(columns, 'column')}; what they are held to be is a proposal.`,
    past:
      'What datasets hold is shown as it is known now, and how the principles stand, breaches, rules of retention and holds are not shown; the log and the ' +
      'register end at the day asked for. Of drafts only what was sent by then is known.',
    leftOut: {
      auditor: 'Left out for an auditor or customer: details of security measures and of systems, and breaches.',
      public:
        'Left out for the public: whatever is not approved, details of security, breaches, the log, certificates, and ' +
        'what datasets hold.',
    },
    notKept:
      'Records of requests by people stay sealed in the workspace: part 10 has their kinds, days and states, and nobody’s ' +
      'name. Of consent, part 4 has counts by purpose; the events stay in the workspace.',
  },
  principles: {
    title: (organisation: string) => `Principles and rules of ${organisation}`,
    said: (asOf: string) =>
      `What was checked by ${asOf.slice(0, 10)}. What nobody looked at is not stated, and is no pass.`,
    heading: 'By principle, for the workspace and each dataset',
    heads: ['Principle or rule', 'Of', 'State', 'What was found', 'Entries'],
    workspace: 'Workspace',
    foot: (workspace: string) => `Made from workspace ${workspace}; entries are numbers in 15_log/audit.jsonl.`,
  },
  consent: {
    title: (organisation: string) => `Consent, as ${organisation} keeps it`,
    said: (asOf: string) =>
      `Where the people in the consent ledger stood on ${asOf.slice(0, 10)}. Unknown is never a yes, and nobody is named.`,
    byPurpose: 'People by purpose',
    purpose: 'Purpose',
    readIn: 'What it was read from',
    readingHeads: ['Purpose', 'Read in', 'Form', 'Events'],
    foot: (workspace: string) => `Made from workspace ${workspace}; the log has each reading with its hash.`,
  },
  retention: {
    title: (organisation: string) => `How long ${organisation} keeps data`,
    said: (asOf: string) =>
      `Rules, holds and runs as of ${asOf.slice(0, 10)}. What nobody counted is not stated, and is not within its period.`,
    past: 'Rules and holds are shown as they are now only: this pack is of a past day, and has the runs until then.',
    rules: 'Rules',
    ruleHeads: ['Rule', 'Kept for', 'Then', 'Law or need', 'Decided'],
    notDecided: 'as shipped',
    decided: ({ by, at, reason }: { by: string; at: string; reason: string }) => `${by}, ${at.slice(0, 10)}: ${reason}`,
    bindings: 'What they are about',
    noBindings: 'No rule is about any dataset.',
    bindingHeads: ['Dataset', 'Rule', 'Column', 'Counted from', 'Counted last', 'Next due'],
    notCounted: 'nobody has counted',
    counted: ({ entry, day, over, undated }: { entry: number; day: string; over: number; undated: number }) =>
      `${day}: ${counted(over, 'item')} over, ${counted(undated, 'item')} without a date (entry ${entry})`,
    holds: 'On hold',
    noHolds: 'Nothing is held.',
    holdHeads: ['What', 'By', 'Until', '', 'Why'],
    holdOver: 'over: it keeps nothing',
    held: ({ dataset, rule, identifiers }: RetentionHoldView) =>
      retentionText.held(rule?.title ?? 'Everything', identifiers, dataset?.name ?? null),
    due: 'Due next',
    nothingDue: 'Nothing is due.',
    dueHeads: ['What', 'By'],
    runs: 'Counts and runs',
    noRuns: 'Nobody has counted, and nothing was ended by a rule.',
    runHeads: [
      'Entry',
      'For the day',
      'What',
      'Dataset',
      'Over',
      'On hold',
      'No date',
      'Rows before',
      'Rows after',
      'Cells emptied',
      'SHA-256 before',
      'SHA-256 after',
    ],
    kinds: { ran: 'carried out', rehearsed: 'counted, nothing changed' },
    foot: (workspace: string) =>
      `Made from workspace ${workspace}. Hashes are those of the sealed rows; entries are numbers in 15_log/audit.jsonl.`,
  },
  rights: {
    title: (organisation: string) => `Requests of people to ${organisation}`,
    said: (asOf: string) =>
      `As the log has them on ${asOf.slice(0, 10)}: kinds, days and states. Who asked, and why it was decided so, lies sealed in the workspace.`,
    counts: 'In numbers',
    countHeads: ['What', 'How many'],
    countNames: {
      received: 'Received',
      answeredInTime: 'Answered in time',
      answeredLate: 'Answered late',
      open: 'Open, within their time',
      overdue: 'Open, past their time',
      extended: 'Extended',
      refused: 'Refused',
    },
    requests: 'Each request',
    none: 'No request of a person was entered.',
    heads: ['Request', 'Right', 'Received', 'State', 'Outcome', 'Answered', 'Deadline', 'Extended', 'Entries'],
    states: { answered: 'answered', open: 'open', overdue: 'overdue' },
    outcomes: { granted: 'granted', partly: 'partly granted', refused: 'refused' } satisfies Record<
      RequestOutcome,
      string
    >,
    late: (days: number) => (days === 0 ? 'kept' : `${counted(days, 'day')} late`),
    foot: (workspace: string) => `Made from workspace ${workspace}; entries are numbers in 15_log/audit.jsonl.`,
  },
  readme: {
    madeFor: (whom: string, asOf: string) => `Made ${whom}, as of ${asOf.slice(0, 10)}.`,
    gaps: 'What this pack does not show',
    inside: 'What is in it',
    check: 'How to check it',
    heads: ['Part', 'What it is', 'Files'],
    folders: {
      '01_register':
        'The register of processing (GDPR Art. 30), as a document, in columns of authorities, and for programs',
      '02_organisation': 'Who keeps the register',
      '03_principles': 'The principles and rules, by what was checked',
      '04_legal_basis': 'Purposes, lawful bases, assessments of interests and of further purposes, consent in numbers',
      '05_transparency': 'Notices to people',
      '06_dpia': 'Screenings and impact assessments',
      '07_retention': 'Periods of retention: rules, holds, what is due, each run with its numbers and hashes',
      '08_security': 'Security measures and systems',
      '09_recipients_transfers': 'Recipients, transfers, and the certificate of each release with its proof',
      '10_rights': 'Requests of people by kind, deadline and state, and what was done about people in numbers; no name',
      '11_breaches': 'The register of breaches (GDPR Art. 33(5)), those that no authority was told of among them',
      '12_quality_audits': 'Checks of quality, what became of their findings, samples held against their source',
      '13_ethics_bias': 'Audits of selections by group: formulas, columns and verdicts, never the name of a group',
      '14_data_inventory': 'What each dataset holds, by column; no value of anybody',
      '15_log': 'The log with its signed head and key, and the program that checks all of it',
    } as Readonly<Record<string, string>>,
    how: (publicKey: string) => [
      'With Node 20 or later and no network: node 15_log/verify.mjs FOLDER, where FOLDER is this pack unpacked.',
      'In a browser: open 15_log/verify.html and choose the files.',
      'With Custos: custos verify PACK.zip, which also checks time stamps, and finds a pack that was packed anew.',
      `All of it is signed with one key, ${publicKey}. Ask whoever handed it over to read out their code; it is the same for both of you only if the pack is.`,
      'MANIFEST.json names every file with its SHA-256; MANIFEST.sig signs it (C2SP signed note); ro-crate-metadata.json describes it (RO-Crate 1.2).',
    ],
    stamps:
      'Time stamps lie beside the heads that they are of: openssl ts -verify -data 15_log/timestamps/head-N.txt -in ' +
      '15_log/timestamps/head-N-….tsr -CAfile CERTIFICATE, with a certificate of the authority that you trust.',
    foot: (workspace: string, program: string) => `Made by Custos ${program} from workspace ${workspace}.`,
  },
  releaseAction: (output: string) => `Release of ${output}`,
};
