import { firstNames, shortName } from '../names.ts';
import { count, counted } from '../numbers.ts';
import { stateWords } from '../register/index.ts';
import type { VersionState } from '#shared/register/register-snapshot.ts';

const needs = { needed: 'Needed', 'not-needed': 'Not needed', open: 'Open' } as const;

/** What datasets are for: purposes they are declared for, which columns each needs, tests of further purposes. */
export const dataUseText = {
  dataset: 'Dataset',
  choice: (name: string, purposes: number) =>
    `${name}: ${purposes === 0 ? 'not stated' : counted(purposes, 'purpose')}`,
  loading: 'Reading what data are for',
  arriving: (dataset: string) => `${shortName(dataset)} is being imported`,
  otherBindings: 'Bindings of other data',
  empty: {
    title: 'No dataset yet',
    sentence: 'What each dataset was collected for, and which of its columns a purpose needs, is told here.',
    open: 'Open dataset',
  },
  purposes: {
    title: (dataset: string) => `What ${shortName(dataset)} is for`,
    list: 'Purposes it is declared for',
    none: (dataset: string) =>
      `Nobody has declared what ${shortName(dataset)} is for. A release of it warns, and none is refused for its purpose.`,
    declare: 'Declare a purpose…',
    state: (state: VersionState) => stateWords[state],
    pending: 'holds once approved',
    noBasis: 'basis not stated',
    notJustified: 'why it holds: not stated',
    all: (columns: number) => (columns === 1 ? 'its one column' : `all ${count(columns)} columns`),
    some: (bound: number, columns: number) => `${count(bound)} of ${counted(columns, 'column')}`,
    saidIn: 'Said in',
    notice: 'Notice text',
    noticeOf: (purpose: string) => `Notice text of ${shortName(purpose)}`,
    openRecord: (ref: string) => `Open ${ref}`,
    unreadable: (refs: readonly string[]) =>
      `${firstNames([...refs])} cannot be read here and may say something of these data: nothing is bound until it can be.`,
  },
  tests: {
    list: 'Tests of further purposes (Art. 6(4))',
    decided: (outcome: string) => outcome,
    undecided: 'not decided',
    onConsent: 'came in on consent: cannot pass',
  },
  declare: {
    title: (dataset: string) => `Declare a purpose of ${shortName(dataset)}`,
    purpose: 'Purpose',
    ofProgram: 'Purposes of recipes',
    ofRegister: 'Purposes of the register',
    collected: 'When the data were collected',
    forIt: 'They were collected for this purpose, too',
    further: 'This purpose came later: test it first (Art. 6(4))',
    furtherMeans:
      'Data bound to one purpose may serve another only where the five factors of Art. 6(4) allow it, or a new consent or ' +
      'a law does. The test opens as a record, with what the register and the columns say already in it.',
    onConsent: (from: string) =>
      `${shortName(from)} rests on consent. No test lets data that came in on consent serve another purpose: people are ` +
      'asked again, or a law says so.',
    columns: 'Columns',
    allColumns: 'The whole dataset',
    someColumns: 'Some columns',
    which: 'Which columns',
    why: 'What they are needed for',
    basis: 'Lawful basis (Art. 6(1))',
    basisKnown: (basis: string) => `Lawful basis: ${basis}`,
    later: 'Not stated yet',
    justification: 'Why this basis holds',
    confirm: 'Declare',
    open: 'Open the test',
    cancel: 'Cancel',
    done: (dataset: string, purpose: string, ref: string) =>
      `${shortName(dataset)} declared for ${shortName(purpose)} in ${ref}`,
    opened: (ref: string) => `${ref} begun as a draft`,
  },
  matrix: {
    title: 'Which purpose needs which column',
    label: (dataset: string) => `Columns of ${dataset} by purpose: which are needed, and why`,
    column: 'Column',
    search: 'Find a column',
    show: 'Columns shown',
    shown: {
      all: (many: number) => `All ${count(many)}`,
      open: (many: number) => `Open ${count(many)}`,
      prefilled: (many: number) => `Prefilled ${count(many)}`,
      spare: (many: number) => `Spare ${count(many)}`,
    },
    total: (shown: number, all: number) =>
      shown === all ? counted(all, 'column') : `${count(shown)} of ${counted(all, 'column')}`,
    noneFits: 'No column fits',
    noneFitsSentence: 'None has these letters in its name and stands so.',
    showAll: 'Show all columns',
    need: needs,
    counts: (needed: number, spare: number, open: number) =>
      [`${count(needed)} needed`, `${count(spare)} not`, ...(open === 0 ? [] : [`${count(open)} open`])].join(' · '),
    head: (purpose: string, columns: number) => `Choose all ${counted(columns, 'column')} for ${purpose}`,
    prefilled: 'from the purpose, nobody’s word yet',
    cell: (column: string, purpose: string, said: string) => `${column}, ${purpose}: ${said}`,
    draft: (need: keyof typeof needs) => `draft: ${needs[need].toLowerCase()}`,
    judgedBy: (purpose: string) =>
      `Nothing is declared yet: the columns are judged by the recipe’s purpose, ${shortName(purpose)}.`,
    keys:
      'Arrows move, Shift chooses several, Enter decides, t takes over. ◇ is what the purpose says and nobody has taken ' +
      'over. Where single columns are bound to a purpose, the others are not.',
    noPurpose: {
      title: 'No purpose to judge the columns by',
      sentence: 'Declare what the dataset is for: each column then shows whether a purpose needs it.',
    },
  },
  cell: {
    choose: 'Choose a cell, or the head of a purpose, to see why a column is needed and to decide it.',
    columns: (many: number) => counted(many, 'column'),
    forPurpose: (purpose: string) => `for ${shortName(purpose)}`,
    now: 'Now',
    why: 'Why',
    noReason: 'no reason given',
    saidBy: 'Said in',
    fromPurpose: 'The purpose itself, nobody’s word yet',
    class: 'Held to be',
    decide: 'Decide',
    needed: 'Needed',
    notNeeded: 'Not needed',
    reason: 'Why',
    save: (columns: number) => (columns === 1 ? 'Save' : `Save for ${counted(columns, 'column')}`),
    takeOver: (columns: number) => (columns === 1 ? 'Take over' : `Take over ${counted(columns, 'column')}`),
    takeOverMeans: 'What the purpose says of them becomes your word, with its reason.',
    saved: (columns: number, need: keyof typeof needs, purpose: string) =>
      `${counted(columns, 'column')} ${needs[need].toLowerCase()} for ${shortName(purpose)}`,
    taken: (ref: string) => `Taken over in ${ref}`,
    declareFirst: (purpose: string) => `Saving declares the dataset for ${shortName(purpose)}.`,
  },
  spare: {
    found: (columns: readonly string[]) =>
      `${counted(columns.length, 'column')} no purpose needs: ${firstNames([...columns])}.`,
    drop: (many: number) => `Drop ${count(many)} in the recipe`,
    dropped: (many: number) =>
      `The recipe drops ${many === 1 ? 'the one column' : `all ${counted(many, 'column')}`} that no purpose needs.`,
    openRecipe: 'Open recipe',
    done: (many: number) => `${counted(many, 'column')} dropped first in the recipe`,
  },
  undoable: (said: string) => `${said}. Ctrl+Z undoes`,
  undone: 'Undone',
  undoneReason: 'Taken back at once by whoever wrote it',
};
