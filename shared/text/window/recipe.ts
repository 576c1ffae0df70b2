import type { Purpose } from '#shared/domain/purpose.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { ColumnRole } from '#shared/domain/recipe-format-2.ts';
import type { Operation } from '#shared/recipe/operation.ts';
import { labelWords } from '../labels.ts';
import { figuresText } from '../figures.ts';
import { firstNames, shortName } from '../names.ts';
import { recipeFileText } from '../recipe.ts';
import { count, counted, listed, moment, percent } from '../numbers.ts';

type Basis = Purpose['lawfulBases'][number]['basis'];

/** Sentences of the Recipe screen. */
export const recipeText = {
  title: 'Recipe',
  markSteps: (many: number) => counted(many, 'step'),
  markProblems: (many: number) => `${counted(many, 'step')} cannot run`,
  empty: {
    title: 'Nothing to change yet',
    sentence:
      'A recipe says, step by step, what happens to each column before the data may leave. Open a dataset; Custos ' +
      'can recommend a recipe for your purpose.',
    open: 'Open dataset',
    sample: 'Try the sample',
  },
  noSteps: {
    title: 'No steps yet',
    sentence:
      'Without steps the output is the dataset as it was imported. Choose the purpose above and let a recipe be ' +
      'recommended: every step comes with its reason, and you can change each one.',
  },
  readOnly: 'The workspace is read-only: the recipe can be looked at and saved as a file, not changed.',
  population: {
    title: 'Target: k-map',
    k: 'People of the population behind every class',
    kHelp:
      'k-map: under the same steps so many people of the table read as each row does. It is counted where each row keeps ' +
      'steps of its own: levels, or one narrow table.',
    file: ({ fileName, rows, sha256 }: { fileName: string; rows: number; sha256: string }) =>
      `${fileName}, ${counted(rows, 'row')}, SHA-256 ${sha256.slice(0, 12)}…`,
    notChosen: (sha256: string) =>
      sha256 === 'population'
        ? 'Whichever table is given; none is chosen yet.'
        : `The table with SHA-256 ${sha256.slice(0, 12)}… is not chosen yet in this session.`,
    choose: 'Choose the table…',
    remove: 'Ask for no population',
  },
  further: {
    label: 'What else the recipe asks for',
    model: (title: string, settings: Record<string, unknown>) =>
      `Target: ${title}, ${listed(Object.entries(settings).map(([name, value]) => `${name} ${JSON.stringify(value)}`))}`,
    role: (role: ColumnRole, columns: readonly string[]) =>
      `Role ${recipeFileText.roles.names[role]}: ${firstNames(columns)}`,
    howToChange:
      'Roles are changed on the Risk screen. To change the target, save the recipe as a file, edit “target” in it, and ' +
      'open it again.',
  },
  recommend: 'Recommend recipe',
  recommendAgain: {
    title: 'Replace the steps?',
    sentence: (many: number) =>
      `The recommendation takes the place of the present ${counted(many, 'step')}. Undo brings them back.`,
    confirm: 'Replace steps',
  },
  recommending: (name: string) => `Recommending a recipe for ${name}`,
  recommendingWhy: 'Looks at every column and searches the finest detail that still reaches the target.',
  recommended: (many: number) => `${counted(many, 'step')} recommended, each with its reason.`,
  recommendCancelled: 'Cancelled. The recipe is as it was.',
  cancel: 'Cancel',
  saving: {
    saved: 'Saved in the workspace',
    waiting: 'Not saved yet…',
    saving: 'Saving…',
    failed: 'Not saved',
    none: '',
  },
  saveNow: 'Save again',
  stepsLabel: 'Steps of the recipe',
  step: {
    name: (at: number, label: string) => `Step ${at + 1}: ${label}`,
    edit: 'Edit step',
    move: (at: number, label: string) => `Move step ${at + 1}: ${label}`,
    moveHelp: 'Space lifts it, the arrow keys move it, Space drops it. Alt with an arrow key moves it at once.',
    enable: (at: number, label: string) => `Step ${at + 1} is used: ${label}`,
    remove: (at: number, label: string) => `Remove step ${at + 1}: ${label}`,
    off: 'Switched off',
    unknown: 'Unknown operation',
    unknownSentence: (op: string) =>
      `This version of Custos does not know “${op.slice(0, 60)}”. The step is kept as it is and nothing can run ` +
      'until it is removed, switched off or Custos is updated.',
    failed: (rows: number) => `${counted(rows, 'value')} cannot be read and ${rows === 1 ? 'becomes' : 'become'} empty`,
  },
  dnd: {
    instructions:
      'To move a step, press Space on its handle, then the arrow keys, then Space again. Escape puts it back.',
    lifted: (at: number) => `Step ${at} is lifted.`,
    over: (at: number) => `It would become step ${at}.`,
    dropped: (at: number) => `It is step ${at} now.`,
    cancelled: 'The step is back in its place.',
  },
  undo: 'Undo',
  redo: 'Redo',
  add: {
    button: 'Add step',
    title: 'Add a step',
    search: 'Find an operation',
    none: 'No operation is called that.',
    risk: {
      none: 'Changes no risk',
      weakens: 'Coarsens',
      removes: 'Removes',
      'reversible-with-key': 'Undone with the key',
      'reversible-by-guessing': 'Undone by guessing',
    } satisfies Record<Operation['risk'], string>,
    listLabel: 'Operations',
  },
  inspector: {
    settings: 'Settings',
    reason: 'Reason',
    reasonHelp: 'Stands in the recipe file and in the certificate.',
    raw: 'As stored',
    close: 'Done',
  },
  purpose: {
    choose: 'Purpose',
    own: 'Own purpose…',
    edit: 'Edit purpose…',
    presets: 'Presets',
    owned: 'Own purposes',
    unknown: (id: string) => `${id} (not in this workspace)`,
    release: 'Release',
    releases: { anonymised: 'Anonymised', pseudonymised: 'Pseudonymised', targeting: 'Targeting' } satisfies Record<
      ReleaseKind,
      string
    >,
    releaseHelp: {
      anonymised:
        'No identifier is left and at least k people share every combination of all its columns. Refused where the ' +
        'written file does not show it.',
      pseudonymised: 'Identifiers are replaced by keyed hashes. Still personal data.',
      targeting:
        'For matching with an advertising platform. Personal data: needs consent, no minors, no sensitive columns.',
    } satisfies Record<ReleaseKind, string>,
    k: 'Target k',
    kHelp: 'Every combination of what could be known about a person must be shared by at least this many people.',
    suppression: 'Left out, max %',
    suppressionHelp: 'How many rows may be left out because too few people are like them.',
    date: 'Reference date',
    dateHelp: 'Ages and recency count from this day.',
    dataNeeded: 'Data it needs',
    lawfulBases: 'Lawful basis',
    benefit: 'What the customer has from it',
    retention: 'How long it is kept',
    retentionDays: (days: number | null) =>
      days === null ? 'Not decided yet' : days % 365 === 0 ? counted(days / 365, 'year') : counted(days, 'day'),
    targeting: 'People are addressed one by one',
    preset: 'A preset is a worked starting point, not legal advice: decide whether it fits your organisation.',
    bases: {
      consent: 'Consent (Art. 6(1)(a))',
      contract: 'Contract (Art. 6(1)(b))',
      'legal-obligation': 'Legal obligation (Art. 6(1)(c))',
      'vital-interests': 'Vital interests (Art. 6(1)(d))',
      'public-task': 'Public task (Art. 6(1)(e))',
      'legitimate-interests': 'Legitimate interests (Art. 6(1)(f))',
    } satisfies Record<Basis, string>,
    typesOf: (many: number) => counted(many, 'type'),
    releaseHeading: 'Kind of release',
  },
  live: {
    label: 'Effect of the recipe',
    tabs: { standing: 'Measure', rows: 'Before and after', guardrails: 'Guardrails' },
    measuring: 'Measuring the whole output…',
    stale: 'Measuring again…',
    blocked: (many: number) =>
      `${counted(many, 'problem')} ${many === 1 ? 'stands' : 'stand'} in the way. Nothing is measured until ` +
      `${many === 1 ? 'it is' : 'they are'} mended.`,
    step: (at: number) => `Step ${at + 1}`,
    k: 'Smallest group',
    kValue: (k: number) => `k = ${count(k)}`,
    kReached: (target: number) => `target of ${count(target)} reached`,
    kMissed: (target: number) => `below the target of ${count(target)}`,
    spoken: (k: number, target: number, unique: number, rows: number, over: readonly string[]) =>
      `Smallest group ${count(k)}, ${k >= target ? 'target' : 'below the target'} of ` +
      `${count(target)}${k >= target ? ' reached' : ''}; ${count(unique)} of ${counted(rows, 'row')} unique over ` +
      `${figuresText.over(over)}.`,
    unique: 'Unique rows',
    uniqueValue: (unique: number, rows: number) => `${count(unique)} of ${count(rows)}`,
    /** A tile is narrow: a few names, and how many more. */
    over: (columns: readonly string[]) =>
      `over ${columns.length > 3 ? `${firstNames(columns.slice(0, 2))} and ${columns.length - 2} more` : figuresText.over(columns)}`,
    allColumns: (unique: number) =>
      unique === 0 ? 'no row differs from all others' : 'whoever has all columns finds them',
    relinkable: (share: number) => (share === 0 ? 'the source points at no row' : 'whoever has the source finds them'),
    suppressed: 'Rows left out',
    suppressedValue: (suppressed: number, rows: number) => `${count(suppressed)} of ${count(rows)}`,
    suppressedShare: (share: number, limit: number) => `${percent(share)}, limit ${percent(limit)}`,
    next: 'Next: Release',
    mayBeCalled: 'May be called',
    more: (many: number) => `and ${counted(many, 'more problem', 'more problems')}`,
    mayNot: (blocks: number) =>
      `${counted(blocks, 'guardrail')} ${blocks === 1 ? 'stops' : 'stop'} a release as it stands`,
    mayNotBeCalled: 'May not be called anonymised, so it would not be written',
    labels: labelWords,
    people: 'People are counted, because one person has several rows.',
    quasi: (names: string[]) =>
      'Groups are formed by ' +
      `${listed([...names.slice(0, 20).map((name) => name.slice(0, 60)), ...(names.length > 20 ? [`${count(names.length - 20)} more`] : [])])}.`,
    noQuasi: 'No column is counted: all rows are one group.',
    target: 'What the target asks for',
    word: 'May it be called anonymised?',
    earlier: 'Earlier releases',
    classes: 'Group sizes',
    loss: 'Detail lost per column',
    failed: 'Values that could not be read',
    failedRow: (column: string, step: number, rows: number) =>
      `Step ${step + 1}, ${column}: ${counted(rows, 'value')} became empty.`,
  },
  preview: {
    column: 'Column',
    before: 'Before',
    after: 'After',
    why: 'The same rows before and after the recipe. Personal values are masked, as in the grid.',
    notRows: {
      counts:
        'The file will not hold these rows: it will say of each combination of their values how many people have it. Measure, ' +
        'beside a step or on Risk, shows what becomes of it.',
      'noisy-counts':
        'The file will not hold these rows: it will say how many people are in each group, give or take noise. Measure, beside ' +
        'a step or on Risk, shows what becomes of it.',
      drawn:
        'The file will not hold these rows: its rows are drawn from counts with noise, with values like these. Measure, beside ' +
        'a step or on Risk, shows what becomes of it.',
    },
    notRun: (steps: readonly number[]) =>
      `${steps.length === 1 ? 'Step' : 'Steps'} ${listed(steps.map((step) => String(step + 1)))} ` +
      `${steps.length === 1 ? 'looks' : 'look'} at all rows together and ${steps.length === 1 ? 'is' : 'are'} not shown ` +
      'here. Measure, beside a step or on Risk, shows what the whole recipe makes.',
    dropped: 'dropped',
    moreLines: (many: number, all: number) => `Show ${count(many)} more of ${counted(all, 'column')}`,
    table: 'Rows before and after the recipe',
    only: 'Only what changes',
    empty: 'empty',
    masked: 'masked',
    row: (at: number) => `Row ${at + 1}`,
  },
  guard: {
    fix: 'What to do',
    passed: (many: number, notApplying: number) =>
      notApplying === 0
        ? `${counted(many, 'guardrail')} passed`
        : `${counted(many, 'guardrail')} passed, ${notApplying} ${notApplying === 1 ? 'does' : 'do'} not apply`,
    show: 'Show those that passed',
    hide: 'Hide those that passed',
    columns: (names: string[]) => {
      const shown = names.slice(0, 12).map((name) => name.slice(0, 60));
      return `Columns: ${listed(names.length > 12 ? [...shown, `${count(names.length - 12)} more`] : shown)}`;
    },
    counts: (blocks: number, warns: number) =>
      blocks > 0
        ? `${count(blocks)} ${blocks === 1 ? 'blocks' : 'block'}`
        : warns > 0
          ? counted(warns, 'warning')
          : 'all pass',
  },
  earlier: {
    use: (name: string) => `Use the recipe of ${name}`,
    title: (name: string) => `Use the recipe of ${name}?`,
    sentence: (many: number, importedAt: string, before: string, now: string) =>
      `${counted(many, 'step')}, made for the file of ${moment(importedAt)}.` +
      `${before === now ? '' : ` Ages and periods count from ${now} now; they counted from ${before}.`}`,
    used: (name: string, many: number) => `The recipe of ${name} is used: ${counted(many, 'step')}.`,
    offer: 'An earlier file had the same columns: its recipe can be used again.',
  },
  files: {
    more: 'More',
    save: 'Save recipe as file…',
    open: 'Open recipe file…',
    population: 'Ask for people of a population (k-map)…',
    saved: (file: string) => `Recipe saved as ${file}.`,
    opened: (file: string, many: number) => `${file} opened: ${counted(many, 'step')}.`,
    title: (file: string) => `Open ${file}?`,
    sentence: (many: number) =>
      `The recipe has ${counted(many, 'step')} and takes the place of the present one. Undo brings it back.`,
    drift: 'What differs from the file it was made for',
    noDrift: 'The columns are those it was made for.',
    problems: 'What must be mended before it can run',
    confirm: 'Use this recipe',
  },
  form: {
    title: 'Own purpose',
    editTitle: (title: string) => `Edit ${title}`,
    intro: 'A purpose is what you tell people and authorities. It is entered in the register.',
    code: 'Code',
    codeHelp: 'Short, such as M1.',
    name: 'Title',
    description: 'Description',
    dataNeeded: 'Data needed',
    dataNeededHelp:
      'Semantic types this purpose really needs. What is not named is dropped by a recommended recipe where it is ' +
      'personal.',
    dataDetail: 'In what detail',
    dataWhy: 'Why it is needed',
    addData: 'Add data',
    removeData: (at: number) => `Remove data ${at + 1}`,
    basis: 'Lawful basis',
    basisWhy: 'Why it holds',
    benefit: 'Benefit for the customer',
    retention: 'Kept for (days)',
    retentionHelp: 'Leave empty while undecided.',
    retentionWhy: 'Why so long',
    targeting: 'People are addressed one by one (targeting)',
    save: 'Save purpose',
    saved: (title: string) => `“${title}” saved and entered in the register.`,
    nameHelp: 'What it is called in recipes, certificates and the register.',
    retentionWhyHelp: 'Stated beside the period.',
    dataTypes: 'Types of data',
    addBasis: 'Add a basis',
    removeBasis: (at: number) => `Remove basis ${at + 1}`,
    needed: {
      code: 'Give a code of at most 20 characters.',
      title: 'Give a title.',
      why: 'Say why.',
      detail: 'Say in what detail.',
      types: 'Choose at least one type.',
      basis: 'Choose at least one lawful basis.',
      basisTwice: 'Each lawful basis is named once.',
      retention: 'A whole number of days, or empty.',
      tooLong: (most: number) => `At most ${count(most)} characters.`,
    },
  },
  settings: {
    noColumns: 'No column is left at this step.',
    columnsNeeded: 'Choose at least one column.',
    gone: (name: string) => `${name.slice(0, 60)} (not there at this step)`,
    numberNeeded: 'Give a number.',
    measures: {
      one: (column: string) => `Sum or mean of ${shortName(column)}`,
      figure: 'Figure',
      column: 'Column',
      low: 'Lowest',
      high: 'Highest',
      step: 'Step',
      add: 'Add a sum or mean',
      remove: (column: string) => `Remove the figure of ${shortName(column)}`,
    },
    edgesHelp: 'Numbers with spaces or commas between them.',
    edgesWrong: (word: string) => `“${word.slice(0, 20)}” is no number.`,
    rows: (many: number) => counted(many, 'value'),
    mappingHelp: 'Semicolons between them.',
    mappingWrong: (line: number) => `Line ${line} has no “;”: write the value, a semicolon, and what it becomes.`,
    mappingLarge: (many: number) =>
      `The hierarchy has ${counted(many, 'value')}: too many to edit as text. Edit it as a tree.`,
    mappingHidden: (columns: readonly string[]) =>
      `They are values of ${firstNames(columns)}, which ` +
      `${columns.length === 1 ? 'is a masked column' : 'are masked columns'}. Showing them is an entry in the ` +
      'access log.',
    mappingShow: 'Show the values',
    clear: 'Take all out',
    columnsLarge: (many: number) =>
      `${counted(many, 'column')}: too many to list here. Save the recipe as a file and change it there, or take ` +
      'all out and choose again.',
  },
};
