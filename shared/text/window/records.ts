import type { VersionState } from '#shared/register/register-snapshot.ts';
import type { MissingWhy } from '#shared/register/minimum.ts';
import { cellNames, cellWords, missingWords, stateWords } from '../register/index.ts';
import { clock, count, counted, listed, moment } from '../numbers.ts';

const day = (iso: string): string =>
  new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const regions = new Intl.DisplayNames('en', { type: 'region' });
/** ISO 3166-1 alpha-2 → what people call the country. */
export const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code);

/** Bo or Cy. */
const named = (names: readonly string[]): string => names.join(' or ');

const answerWords = {
  stated: 'Stated',
  none: 'None',
  'not-applicable': 'Does not apply',
  unknown: 'Unknown',
  'not-stated': 'Not stated',
} as const;

/** Sentences of the records of the register of processing: lists, form, review. */
export const recordsText = {
  day,
  list: {
    label: (kinds: string) => `${kinds}, those that need most first`,
    search: 'Search in all that is stated',
    anyState: 'Any state',
    stateFilter: 'State',
    facets: {
      label: 'Narrow the activities',
      role: 'Any role',
      basis: 'Any basis',
      special: 'Special categories',
      country: 'Country of a recipient',
      anySpecial: 'Any special category',
      overdue: 'Review overdue',
      mine: 'Mine',
      clear: (facet: string) => `Clear ${facet}`,
    },
    views: {
      open: 'Views',
      save: 'Save this view…',
      title: 'Save this view',
      name: 'What it is called',
      keep: 'Save view',
      remove: (name: string) => `Remove “${name}”`,
    },
    total: (shown: number, all: number) =>
      shown === all ? counted(all, 'record') : `${count(shown)} of ${counted(all, 'record')}`,
    columns: {
      ref: 'Ref.',
      name: 'Name',
      basis: 'Basis',
      cells: 'Art. 30',
      data: 'Data say',
      open: 'Open',
      kind: 'Kind',
      state: 'State',
    },
    cells: (filled: number, all: number) => `${filled} of ${all}`,
    openFields: (many: number) => (many === 0 ? 'none' : `${many} by law`),
    /** Not compared is no agreement, and neither is what could not be judged. */
    notCompared: 'not compared',
    noDifference: 'none found',
    noneAsFarAsJudged: 'none found so far',
    differences: (many: number) => counted(many, 'difference'),
    noBasis: 'not stated',
    unnamed: 'Without a name',
    unreadable: 'cannot be read here',
    state: (state: VersionState, version: number, by: string) =>
      state === 'approved'
        ? `approved v${version}`
        : state === 'draft' || state === 'returned'
          ? `${stateWords[state]}, ${by}`
          : `${stateWords[state]} v${version}`,
    noneFits: 'No record fits',
    noneFitsSentence: 'None is in this state or holds these words.',
    showAll: 'Show all',
    keys: 'Arrows or j and k move, Enter opens. F8 in a record goes to its next open field.',
  },
  create: {
    open: 'New',
    name: (label: string) => `${label} of the new record`,
    confirm: 'Create',
    cancel: 'Cancel',
    inPlace: (kind: string) => `New ${kind}…`,
    made: (ref: string) => `${ref} made as a draft`,
  },
  page: {
    back: (tab: string) => `Back to ${tab}`,
    saving: 'saving…',
    saved: (at: number) => `saved ${clock(at)}`,
    savedBy: (at: string, by: string) => `saved ${moment(at)}, ${by}`,
    undo: 'Undo',
    undoOf: (label: string) => `Undo “${label}”`,
    notSaved: 'Not saved',
    tryAgain: 'Save again',
    states: stateWords,
    version: (version: number, state: VersionState) => `v${version}, ${stateWords[state]}`,
    holds: (version: number) => `Version ${version} holds until this draft is approved.`,
    showHolding: (version: number) => `Show v${version}`,
    showDraft: 'Go on with the draft',
    draftBeside: (by: string, at: string) => `${by} is writing a new version, last saved ${moment(at)}.`,
    reviewBeside: (version: number, by: string) => `Version ${version} by ${by} waits for review.`,
    showReview: (version: number) => `Read v${version}`,
    readOnly: 'This workspace is open for reading only.',
    newVersion: 'New version',
    nextOpen: 'Next open field',
    fieldsShown: 'Fields shown',
    all: (many: number) => `All ${many}`,
    law: (many: number) => `By law ${many}`,
    open: (many: number) => `Needed and open ${many}`,
    nothingOpen: 'No field is open.',
    lawMark: 'asked for by law',
    legend: '* asked for by law · ◇ from the log, nobody has taken it over yet',
    versions: 'Versions',
    show: (version: number) => `Show v${version}`,
    compare: (from: number, to: number) => `v${from} → v${to}`,
    made: (by: string, at: string) => `${by}, ${moment(at)}`,
    approvedBy: (by: string, at: string) => `approved by ${by}, ${moment(at)}`,
    namedBy: 'Named by',
    namedByNone: 'No other record names this one.',
    namedIn: (field: string) => `under ${field}`,
  },
  kindNotices: {
    purpose: 'What people are told of this purpose is written from the register.',
    notice: 'Notice text',
    noticeKept: 'What the register says now may be another text.',
    compare: 'Compare',
    binding: 'Each column with its reason is shown as a table of purposes and columns.',
    matrix: 'Show the columns',
  },
  cells: {
    label: 'What Art. 30 asks for, cell by cell',
    words: cellWords,
    missing: missingWords,
    cell: (id: string, words: string, reasons: readonly string[]) =>
      `${cellNames[id] ?? ''} ${id}: ${words}${reasons.length > 0 ? ` (${listed(reasons)})` : ''}`.trim(),
    lacks: (field: string, why: MissingWhy) => `${field} ${missingWords[why]}`,
    answered: (filled: number, all: number) => `${filled} of ${all} answered`,
  },
  form: {
    answers: answerWords,
    answer: (label: string) => `How “${label}” is answered`,
    noneWhy: 'Why there is none, if it helps',
    notApplicableWhy: 'Why it does not apply',
    askWhom: 'Who must answer',
    notApplicableNeeds: 'Say why it does not apply.',
    choose: 'Choose',
    clear: 'Clear',
    yes: 'Yes',
    no: 'No',
    addTo: (label: string) => `Add to ${label}`,
    ask: (who: string, reason: string) =>
      [who === '' ? 'Unknown' : `Unknown, ask ${who}`, ...(reason === '' ? [] : [reason])].join(': '),
    tookOut: (value: string, label: string) => `“${value}” taken out of ${label}. Ctrl+Z undoes`,
    takeOut: 'Take out',
    takeOutOf: (value: string) => `Take out ${value}`,
    line: (at: number) => `Line ${at}`,
    lineNeeds: (at: number, parts: readonly string[]) => `Line ${at} is not kept yet: ${listed(parts)} is missing.`,
    notThere: (id: string) => `${id} (not there any more)`,
    duration: 'Write it like 180 days, 6 months or 3 years.',
    value: 'This cannot be kept as it is written.',
    openRecord: (ref: string) => `Open ${ref}`,
    textsHint: 'Enter adds it',
  },
  problems: {
    title: (many: number) => `${counted(many, 'answer')} not kept`,
    each: (label: string, sentence: string) => `${label}: ${sentence}`,
  },
  origin: {
    generated: 'from the log',
    entry: (seq: number) => `#${seq}`,
    showEntry: (seq: number) => `Show entry ${seq} of the log`,
    takenOver: (by: string, at: string) => `taken over by ${by}, ${day(at)}`,
    person: (by: string, at: string) => `${by}, ${day(at)}`,
    takeOver: 'Take over',
    edit: 'Edit',
    notSo: 'Not so…',
    of: (act: string, value: string) => `${act}: ${value}`,
    instead: 'What is right instead?',
    another: 'Another value',
  },
  clash: {
    title: (label: string) => `“${label}” was changed elsewhere meanwhile`,
    unsettled: (ref: string, label: string) =>
      `“${label}” of ${ref} was changed elsewhere, too: open ${ref} and say whose words are kept.`,
    mine: 'Keep what is written here',
    theirs: 'Take the other',
    theirsSays: (words: string) => `There it says: ${words}`,
    theirsNothing: 'There it says nothing.',
  },
  unreadable: {
    newer: 'A later version of Custos wrote this version. It is kept byte for byte, and used for nothing here.',
    damaged: 'This version is damaged. It is kept byte for byte, and used for nothing.',
    title: 'This version cannot be read here',
    next: {
      newer: 'Open the workspace with the later program.',
      damaged: 'Put back a copy of the workspace, or write a new version.',
    },
  },
  diff: {
    label: 'What changed',
    nothing: 'Nothing changed.',
    before: 'Before:',
    after: 'Now:',
    origin: 'the same words, said by somebody else',
  },
  review: {
    why: (reason: string) => `Why: “${reason}”`,
    takesOver: 'The approval takes over these statements of the log:',
    takeAll: (many: number) => `Take over all ${many}`,
    statement: (label: string, said: string) => `◇ ${label}: ${said}`,
    send: {
      open: (names: readonly string[]) => (names.length === 1 ? `Send to ${names[0]}…` : 'Send for review…'),
      title: (ref: string, version: number) => `Send ${ref} v${version} for review`,
      confirm: 'Send for review',
      openFields: (labels: readonly string[]) =>
        `Open by law: ${listed(labels)}. It can be sent; what is open stays shown as open.`,
      changes: (holding: number) => `Changed against version ${holding}, which holds:`,
      reason: 'Why this version is made',
      firstReason: 'Why it is made, if it helps the reviewer',
      done: (ref: string, version: number) => `${ref} v${version} sent for review`,
    },
    approve: {
      title: (ref: string, version: number, by: string) => `${ref} v${version} by ${by} waits for review`,
      confirm: (version: number) => `Approve v${version}`,
      signs: (version: number) =>
        `The approval signs exactly this version. Version ${version} holds from then on, in place of the one before.`,
      another: (names: readonly string[]) =>
        `You wrote this version yourself, or a part of it: somebody else approves it, ${named(names)}.`,
      alone:
        'You wrote this version yourself, or a part of it, and nobody else here approves. The approval signs exactly ' +
        'this version, and says that nobody else has read it.',
      done: (ref: string, version: number, byAnother: boolean) =>
        byAnother
          ? `${ref} v${version} approved`
          : `${ref} v${version} approved by its own author: that is said with it`,
      approved: (by: string, at: string) => `Approved by ${by}, ${moment(at)}, who did not write it.`,
      approvedAlone: (by: string, at: string) =>
        `Approved by ${by}, ${moment(at)}, who also wrote it: nobody else has read it.`,
      key: (keyId: string) => `Signed with key ${keyId}`,
    },
    sendBack: {
      open: 'Send back…',
      title: (ref: string, version: number) => `Send ${ref} v${version} back`,
      confirm: 'Send back',
      reason: 'What its author should look at',
      done: (ref: string, version: number) => `${ref} v${version} sent back to its draft`,
      was: (by: string, at: string, reason: string) => `Sent back by ${by}, ${moment(at)}: “${reason}”`,
    },
    retire: {
      open: 'Retire…',
      title: (ref: string) => `Retire ${ref}`,
      confirm: 'Retire',
      means: 'It holds no longer. It stays readable, with its reason, and may be taken up again by a new version.',
      named: (refs: readonly string[]) => `Named still by ${listed(refs)}: they show it as retired.`,
      reason: 'Why it is retired',
      done: (ref: string) => `${ref} retired`,
      was: (by: string, at: string, reason: string) => `Retired by ${by}, ${moment(at)}: “${reason}”`,
    },
    discard: {
      open: 'Discard draft…',
      title: (ref: string) => `Discard the draft of ${ref}`,
      confirm: 'Discard',
      means: 'What is written in the draft is gone. A version that was approved stays as it is.',
      reason: 'Why it is discarded',
      done: (ref: string) => `Draft of ${ref} discarded`,
    },
  },
  sample: {
    title: 'The sample has a register, too',
    sentence:
      'It is that of the sample’s invented company: organisation, recipient, period, measures and system, each called ' +
      '“(sample)”. It comes in as drafts, and nothing of it is approved.',
    bringIn: 'Bring it in',
    job: (file: string) => `Bringing in ${file}`,
    done: (records: number) => `${counted(records, 'record')} of the sample’s register brought in as drafts`,
  },
  drafted: {
    title: (ref: string, title: string) => `The import drafted ${ref} “${title}”`,
    sentence: (statements: number) =>
      `${counted(statements, 'statement')} from the log wait for somebody to read them.`,
    read: 'Read it',
  },
  empty: {
    activities: {
      title: 'No processing activity yet',
      sentence:
        'What is processed, for which purpose and on which ground is written down here. An import drafts the first one.',
    },
    purposes: { title: 'No purpose yet', sentence: 'Each with its lawful basis, and why that basis holds.' },
    recipients: { title: 'No recipient yet', sentence: 'Whoever gets data, each told once.' },
    transfers: { title: 'No transfer yet', sentence: 'What goes to a third country, and what it rests on.' },
    retention: { title: 'No period of retention yet', sentence: 'How long data of a kind are kept, and from when.' },
    measures: { title: 'No security measure yet', sentence: 'What protects the data, each told once.' },
    systems: { title: 'No system yet', sentence: 'Where personal data lie.' },
    assessments: {
      title: 'No assessment yet',
      sentence: 'Legitimate interests, a further purpose, whether an impact assessment is needed, and the assessment.',
    },
    notices: {
      title: 'No notice yet',
      sentence: 'What people are told of each purpose, and from when.',
    },
    organisation: {
      title: 'Who keeps this register?',
      sentence: 'Name, contact, representative and data protection officer, told once for every activity.',
    },
  },
};
