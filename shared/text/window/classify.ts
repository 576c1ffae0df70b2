import { typeWords } from './classes.ts';
import { count, counted, listed, percent, moment } from '../numbers.ts';

const few = (columns: string[]): string =>
  columns.length <= 4 ? listed(columns) : `${columns.slice(0, 3).join(', ')} and ${columns.length - 3} more`;

/** Sentences of the Classify screen. */
export const classifyText = {
  title: 'Classify',
  markOpen: (open: number) => `${count(open)} ${open === 1 ? 'needs' : 'need'} you`,
  markDone: 'decided',
  markSome: (decided: number, all: number) => `${count(decided)} of ${count(all)} decided`,
  empty: {
    title: 'Nothing to classify yet',
    sentence:
      'Here every column gets its class: linked, linkable, online identifier or non-PII, with the evidence for it. ' +
      'You confirm or change what was suggested.',
    open: 'Open dataset',
    sample: 'Try the sample',
  },
  tabs: { columns: 'Columns', singling: 'Singling out', inventory: 'Tracking inventory' },
  progress: (decided: number, all: number) => `${count(decided)} of ${count(all)} decided`,
  progressLabel: 'Progress of the review',
  order: { label: 'Order', doubt: 'By doubt', danger: 'By danger', file: 'As in the file' },
  show: { label: 'Show', all: 'All', open: 'Undecided', review: 'Needs you' },
  search: 'Find a column',
  listLabel: 'Columns to review',
  nothingShown: 'No column fits what is shown and searched for.',
  accept: 'Accept',
  acceptAll: 'Accept many',
  acceptCertain: (many: number) => `Certain (${counted(many, 'column')})`,
  acceptLikely: (many: number) => `Certain and likely (${counted(many, 'column')})`,
  acceptEvery: (many: number) => `All undecided, doubtful ones too (${counted(many, 'column')})`,
  acceptEveryCommand: 'Accept all undecided columns…',
  accepted: (many: number) => `${counted(many, 'column')} accepted. Undo takes it back.`,
  acceptEveryTitle: 'Accept doubtful columns too?',
  acceptEverySentence: (doubtful: number) =>
    `${counted(doubtful, 'column')} of them ${doubtful === 1 ? 'is' : 'are'} in doubt. A wrong class may let ` +
    'personal data through a release.',
  nextDoubt: 'Next doubt',
  rerun: 'Classify again',
  codebook: 'Read a codebook…',
  codebookRead: (file: string, matched: number, variables: number) =>
    `${file}: ${matched} of ${counted(variables, 'variable')} are columns of this dataset. Classifying again.`,
  rerunning: (name: string) => `Classifying ${name}`,
  withdraw: 'Withdraw decision',
  changeType: 'Change type…',
  useRunnerUp: (type: string) => `Use “${type}”`,
  state: {
    accepted: 'accepted',
    overridden: 'changed',
    leftOut: 'left out of its group',
    review: 'needs you',
    open: 'suggested',
  },
  alsoConsidered: (type: string) => `also considered: ${type}`,
  keys: 'Enter accepts · L, ⇧K, O, N change the class · / searches types · ↑ ↓ or j k move · U withdraws',
  decide: {
    title: (column: string) => `Change ${column}`,
    type: 'Type',
    search: 'Search types',
    noType: 'No type is called that.',
    class: 'Class',
    reason: 'Reason',
    reasonHelp: 'Stands in the register beside your name.',
    save: 'Save decision',
    needed: 'Please give a reason.',
    heading: 'Decide',
  },
  since: {
    title: (name: string, at: string) => `Since ${name} of ${moment(at)}`,
    changes: (added: string[], removed: string[], reclassified: { column: string; from: string; to: string }[]) =>
      [
        added.length > 0 ? `New: ${few(added)}.` : '',
        removed.length > 0 ? `Gone: ${few(removed)}.` : '',
        reclassified.length > 0
          ? `Read differently: ${few(reclassified.map(({ column, from, to }) => `${column} (` + `${typeWords(from)} → ` + `${typeWords(to)})`))}.`
          : '',
      ]
        .filter(Boolean)
        .join(' ') || 'The same columns, read the same way.',
    takeOver: (many: number) => `Take over ${counted(many, 'decision')}`,
    reason: (name: string) => `As decided for ${name}`,
  },
  singlingOut: {
    none: 'No column, and no combination that was looked at, makes a notable share of rows unique.',
    sentence: (columns: number, share: number, estimated: boolean) =>
      `${columns === 1 ? 'singles' : 'together single'} out ${estimated ? 'about ' : ''}${percent(share)} of rows`,
    rows: (alone: number, of: number, estimated: boolean) =>
      `${estimated ? 'about ' : ''}${count(alone)} of ${counted(of, 'row')}`,
    all: (alone: number, rows: number, columns: number, withRecipe: boolean) =>
      `Over all ${counted(columns, 'column')}${withRecipe ? ' that the recipe writes' : ''}, ` +
      `${count(alone)} of ${counted(rows, 'row')} ${alone === 1 ? 'stands' : 'stand'} alone.`,
    person: (column: string) => `People are counted, by ${column}: a row is alone where nobody else has one like it.`,
    estimated: 'The table is long: these figures are estimated from a part of its combinations.',
    others: (columns: number) =>
      `The other ${counted(columns, 'column')} single out fewer than 1 row in 200 by themselves.`,
    headline: (alone: number, rows: number, over: string, withRecipe: boolean) =>
      `${withRecipe ? 'With the recipe' : 'As imported'}, ${count(alone)} of ${counted(rows, 'row')} ` +
      `${alone === 1 ? 'stands' : 'stand'} alone, counting ${over}.`,
    why:
      'Below, as imported: a row that is alone can be matched to a person by anybody who knows these facts about them. Every ' +
      'column counts, whatever its class; those that recognise people only together are combined, too. Worst first.',
    more: 'Which combinations do it',
  },
  inventory: {
    save: 'Save inventory…',
    saved: (file: string, items: number) => `${file} written: ${counted(items, 'item')}.`,
    none: 'Nothing in this dataset tracks behaviour.',
    why: 'What is tracked about people, what each item reveals and how finely.',
    column: 'Column',
    tracks: 'Tracks',
    reveals: 'Reveals',
    granularity: 'How finely',
    since: 'Since',
    purposes: 'Needed for',
    channel: (channel: string) => `Collected through: ${channel}.`,
  },
  policy: {
    label: 'Online identifiers',
    tracking: 'Customer tracking',
    strict: 'GDPR strict',
    notice: (many: number) =>
      `${counted(many, 'column')} ${many === 1 ? 'holds an online identifier' : 'hold online identifiers'}, a ` +
      'class of their own under this policy. GDPR Recital 30: such identifiers may be used to identify people.',
    noticeStrict: 'GDPR strict: online identifiers count as linked personal data (Recital 30).',
    changeTitle: { 'customer-tracking': 'Switch to customer tracking?', 'gdpr-strict': 'Switch to GDPR strict?' },
    change: {
      'customer-tracking':
        'IP addresses, cookies and device ids become a class of their own beside Non-PII. Recital 30 of the GDPR: ' +
        'natural persons may be associated with online identifiers, which may leave traces that can be used to ' +
        'create profiles and identify them. In an anonymised release they are treated like linked columns all the ' +
        'same.',
      'gdpr-strict':
        'IP addresses, cookies and device ids become linked personal data, as Recital 30 of the GDPR suggests.',
    },
    whole: 'The policy holds for the whole workspace. Your decisions stay; the change is an entry in the register.',
    reason: 'Reason',
    confirm: 'Switch policy',
  },
  readOnly: 'The workspace is read-only: decisions cannot be recorded.',
};
