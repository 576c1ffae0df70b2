import { figuresText } from '../figures.ts';
import { labelWords, shortLabels } from '../labels.ts';
import { counted, count, listed, percent } from '../numbers.ts';

/** Sentences of the Release screen. */
export const releaseText = {
  title: 'Release',
  markBlocked: (many: number) => `${many} ${many === 1 ? 'guardrail blocks' : 'guardrails block'}`,
  markReady: 'ready',
  empty: {
    title: 'Nothing to release yet',
    sentence:
      'Here a recipe becomes a file that may leave: guardrails are checked first, the written file is measured ' +
      'again, and the register gets its entry.',
    open: 'Open dataset',
    sample: 'Try the sample',
  },
  noRecipe: {
    title: 'This dataset has no recipe yet',
    sentence: 'A release runs a recipe: let one be recommended for a purpose, then come back.',
    go: 'Go to Recipe',
  },
  run: 'Run',
  running: (name: string) => `Writing ${name}`,
  format: 'Format',
  recipient: 'Recipient',
  recipientHelp: 'To whom does the file go? Name an organisation, a unit or a platform.',
  recipientKept: 'Kept in the certificate and the register for good: no name of a private person.',
  notNamed: 'not named',
  asText: 'Keep every column text',
  asTextHelp:
    'Otherwise numbers, dates and true/false are stored as such where every text comes back exactly; identifiers and ' +
    'codes stay text.',
  asSource: 'Delimiter, encoding and line ends as in the source',
  asSourceHelp: 'Otherwise UTF-8 with commas or tabs, and line feeds.',
  keepOrder: 'Keep the order of the rows',
  keepOrderHelp:
    'Shuffled rows cannot be matched with the source by their position. Keep the order only when whoever receives ' +
    'the file needs it.',
  orderMixed: 'An anonymised release never keeps it: whoever has the source would match the rows by their position.',
  checklist: 'Before it is written',
  measuring: 'Measuring the whole output…',
  blocks: (many: number) =>
    `${counted(many, 'guardrail')} ${many === 1 ? 'stops' : 'stop'} this release. Nothing would be written.`,
  word: 'The word “anonymised”',
  targetTitle: 'The target',
  target: (k: number, target: number, reached: boolean, over: readonly string[]) =>
    `The smallest group has ${count(k)}; the target is ${count(target)}, counting ${figuresText.over(over)}.` +
    `${reached ? '' : ' Drop or generalise columns, or leave small groups out.'}`,
  missed: (suppressed: number, rows: number, limit: number) =>
    `${count(suppressed)} of ${counted(rows, 'row')} would be left out, more than the limit of ${percent(limit)}.`,
  fits: (suppressed: number, rows: number) =>
    `${count(suppressed)} of ${counted(rows, 'row')} ${suppressed === 1 ? 'is' : 'are'} left out.`,
  facts: {
    purpose: 'Purpose',
    kind: 'Release',
    label: 'May be called',
    rows: 'Rows written',
    suppressed: 'Rows left out',
    excluded: 'Of these, whatever the target',
    k: 'Smallest group (k)',
    unique: 'Unique rows',
    steps: 'Recipe',
    sha: 'SHA-256',
    entry: 'Register entry',
    file: 'File',
    over: 'Counted over',
    made: 'Written',
    population: 'Population (k-map)',
  },
  kinds: { anonymised: 'anonymised', pseudonymised: 'pseudonymised', targeting: 'for targeting' },
  population: ({
    name,
    rows,
    sha256,
    k,
    least,
  }: {
    name: string;
    rows: number;
    sha256: string;
    k: number;
    least: number;
  }) =>
    `${count(least)} people in the class with fewest (${count(k)} wanted), of ${name}: ${counted(rows, 'row')}, SHA-256 ${sha256}`,
  label: labelWords,
  shortLabel: shortLabels,
  steps: (many: number) => counted(many, 'step'),
  ofRows: (part: number, whole: number) => `${count(part)} of ${counted(whole, 'row')}`,
  excluded: (rows: number, why: string) => `${counted(rows, 'row')}: ${why}`,
  fix: 'What to do',
  settle: {
    purposes: 'Declare or test the purpose',
    columns: 'See which columns are needed',
    notice: 'Write the notice',
    audit: 'Audit the selection',
    record: (ref: string) => `Open ${ref}`,
  },
  change: 'Change the recipe',
  passed: (many: number, notApplying: number) =>
    notApplying === 0
      ? `${counted(many, 'guardrail')} passed`
      : `${counted(many, 'guardrail')} passed, ${notApplying} ${notApplying === 1 ? 'does' : 'do'} not apply`,
  showPassed: 'Show those that passed',
  hidePassed: 'Hide those that passed',
  done: {
    title: (file: string) => `${file}: written and registered`,
    note: 'The file was measured again after it was written.',
    show: 'Show the result',
    back: 'Back to the checks',
    where: 'Where the file lies',
    showInFolder: 'Show in folder',
    copyPath: 'Copy path',
    copied: 'Copied',
    proof: 'Certificate and register',
    beside: (names: readonly string[]) => `Beside the file: ${listed(names)}.`,
    certificate: 'Certificate',
    entry: (seq: number) => `Register entry ${count(seq)}`,
    undecided: 'Columns that nobody has decided on',
    drift: 'How the columns differ from those the recipe was made for',
    again: {
      title: 'Again next month',
      sentence: (dataset: string) =>
        'The recipe stays with this workspace: open next month’s file here and it is offered as the recipe of ' +
        `${dataset}. For another workspace or the command line, save it as a file.`,
      open: 'Open next month’s file',
      save: 'Save recipe as file…',
    },
  },
  refused: {
    title: (file: string) => `${file}: not written`,
    former: 'Nothing was written. If a file of that name was there before, it is there still, as it was.',
    why: 'What stood against it',
  },
  questions: figuresText.questions,
  answers: figuresText.answers,
  print: {
    button: 'Print…',
    a4: 'PDF on A4 paper…',
    letter: 'PDF on US Letter paper…',
    html: 'Web page (HTML)…',
    name: (file: string, ending: string) => `${file}.certificate.${ending}`,
    saved: (file: string) => `Certificate saved as ${file}.`,
  },
  cancelled: 'The release was cancelled. Nothing was written.',
  past: 'Releases of this workspace',
  none: 'Nothing has been released from this workspace yet.',
  columns: {
    file: 'File',
    purpose: 'Purpose',
    recipient: 'Recipient',
    label: 'Called',
    rows: 'Rows',
    k: 'k',
    made: 'Written',
    actions: 'Actions',
  },
  /** Beside a release whose sources were written anew. */
  rewritten: (at: string, entry: number) => `Source rewritten since, on ${at} (entry ${entry})`,
  noPurpose: 'not said',
  read: 'Certificate',
  readOf: (file: string) => `Certificate of ${file}`,
  remove: 'Delete',
  removeOf: (file: string) => `Delete the record of ${file}`,
  removeTitle: (file: string) => `Delete the record of ${file}?`,
  removeWhy:
    'The workspace’s copy of the certificate is deleted and the register says so. The exported file and the ' +
    'certificate beside it stay where they are: delete them yourself if they must go.',
  removeConfirm: 'Delete record',
  reason: 'Reason',
  certificate: {
    title: 'Certificate',
    valid: 'The signature fits: nothing in this certificate was changed.',
    invalid: 'The signature does not fit. Do not rely on this certificate.',
    unsigned: 'Not signed',
    statement: 'Statement',
    input: 'Source',
    output: 'Output',
    measured: 'Measured in the written file',
    columns: 'Columns',
    column: 'Column',
    treatment: 'Treatment',
    from: 'From',
    guardrails: 'Guardrails',
    tests: 'WP216 questions',
    versions: 'Made with',
    quasi: 'Counted over',
    notCounted: 'not counted by this version of the certificate',
    classes: 'Groups',
    operator: 'Operator',
    key: 'Signing key',
    plan: 'Hash of the plan',
    order: 'Row order',
    close: 'Close',
  },
  readOnly: 'The workspace is read-only: nothing can be released from it.',
};
