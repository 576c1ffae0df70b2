import type { ColumnRole } from '#shared/domain/recipe-format-2.ts';
import type { DataIntrusion, PopulationUniqueness } from '#shared/domain/risk-check.ts';
import { figuresText } from '../figures.ts';
import { firstNames, shortName } from '../names.ts';
import { count, counted, listed, percent } from '../numbers.ts';
import { recipeFileText } from '../recipe.ts';

const ofAll = (part: number, whole: number): string => `${count(part)} of ${count(whole)}`;
/** 0.2 → "1 in 5"; where no whole number is near, a share. */
const oneIn = (share: number): string => {
  if (share <= 0) return 'none';
  const whole = Math.round(1 / share);
  return Math.abs(whole - 1 / share) < 0.01 * whole ? `1 in ${count(whole)}` : figuresText.share(share);
};

/** What the estimates are called by. */
const populationModels = { pitman: 'Pitman', zayatz: 'Zayatz', snb: 'SNB' };

/** Sentences of the Risk screen. */
export const riskText = {
  title: 'Risk',
  markUnique: (many: number) => `${counted(many, 'row')} unique`,
  markReached: 'target reached',
  empty: {
    title: 'Nothing to measure yet',
    sentence: 'Here you see who could find whom in a dataset, by what they know, and how far the recipe changes that.',
    open: 'Open dataset',
    sample: 'Try the sample',
  },
  measure: 'Measure',
  again: 'Measure again',
  job: (name: string) => `Measuring the risk of ${name}`,
  unmeasured: {
    title: 'Not measured yet',
    sentence:
      'Every row is looked at: who is alone, what three kinds of attackers and six kinds of outsiders find, and which ' +
      'columns make people unique. Nothing is changed.',
  },
  stale: 'The recipe, a role or a decision changed since this was measured.',
  roles: {
    label: 'Roles',
    line: (numbers: Record<ColumnRole, number>) =>
      [
        `${count(numbers.identifying)} identifying`,
        `${count(numbers['could-be-known'])} could be known`,
        `${count(numbers['to-protect'])} to protect`,
        `${count(numbers['same-for-a-group'])} the same for a group`,
      ].join(' · '),
    given: (many: number) => (many === 0 ? 'all as suggested' : `${count(many)} chosen by a person`),
    change: 'Change',
    show: 'Show',
    title: 'What each column is to whoever meets the file',
    why:
      'What differs between people could be known of one. Few columns are to be protected: they are not counted, so each ' +
      'must meet l and t.',
    find: 'Find a column',
    columns: ['Column', 'Role', 'Why'],
    of: (column: string) => `Role of ${shortName(column)}`,
    name: (role: ColumnRole, suggested: boolean) =>
      suggested ? `${recipeFileText.roles.names[role]} (suggested)` : recipeFileText.roles.names[role],
    tooMany: (many: number, most: number) =>
      `${count(many)} columns are to be protected, at most ${count(most)} can be. Give ${count(many - most)} of them ` +
      'another role.',
    more: (many: number) => `${counted(many, 'more column', 'more columns')}: find them by name.`,
    none: 'No column has such a name.',
    save: 'Save roles',
    saved: (many: number) => `Roles saved: ${many === 0 ? 'all as suggested' : `${count(many)} chosen by a person`}.`,
  },
  compared: {
    label: 'The same columns before and after',
    over: (columns: readonly string[]) =>
      columns.length === 0 ? 'Over no column' : `Over the same ${counted(columns.length, 'column')}`,
    columns: (columns: readonly string[]) => figuresText.over(columns),
    before: 'As imported',
    after: 'With the recipe',
    alone: 'Alone',
    below: (k: number) => `In groups under ${count(k)}`,
    prosecutor: 'Knows somebody is in it, worst',
    prosecutorHelp: 'prosecutor',
    journalist: 'Looks for anybody, worst',
    journalistHelp: {
      file: 'journalist; the dataset is taken for everybody',
      'population-size': 'journalist',
      'population-file': 'journalist',
    },
    marketer: 'Whole file, average',
    marketerHelp: 'marketer',
    limit: (k: number) => `The line is the limit, 1 in ${count(k)}.`,
    people: (part: number, whole: number, counts: 'people' | 'rows' | undefined) =>
      `${ofAll(part, whole)} ${counts === 'people' ? 'people' : 'rows'}`,
    ofAll,
    oneIn,
    share: figuresText.share,
    left: (rows: number) => (rows === 0 ? 'no row left' : counted(rows, 'row')),
    rows: 'Rows',
  },
  noRecipe: {
    title: 'No recipe yet',
    sentence: 'Let one be recommended to see how the risk falls.',
    go: 'Go to Recipe',
  },
  cannotRun: (many: number) => `The recipe has ${counted(many, 'problem')} and cannot be measured.`,
  notMeasured: 'not measured',
  headline: {
    before: (alone: number, of: number, columns: number, counts: 'people' | 'rows' | undefined) =>
      `${ofAll(alone, of)} ${counts === 'people' ? 'people' : 'rows'} ${alone === 1 ? 'is' : 'are'} alone as imported ` +
      `over ${counted(columns, 'column')}: whoever knows these of a person finds that person’s row.`,
    after: (before: number, of: number, after: number, k: number, columns: number) =>
      `${ofAll(before, of)} ${before === 1 ? 'is' : 'are'} alone as imported; with the recipe ` +
      `${after === 0 ? 'nobody is' : `${count(after)} ${after === 1 ? 'is' : 'are'}`} over the same ` +
      `${counted(columns, 'column')}, and the smallest group has ${count(k)}.`,
    none: 'No column is counted, so nothing can be said of who is alone.',
  },
  knowledge: {
    title: 'Found by what somebody knows',
    why: 'Share of rows that somebody finds who picks one of those that look alike. Columns that point at a person by themselves are left out.',
    columns: ['Somebody who is', 'As imported', 'With the recipe'],
    knows: (columns: readonly string[]) =>
      columns.length === 0 ? 'knows no column of it' : `knows ${firstNames(columns)}`,
    alone: (alone: number, of: number) => `${ofAll(alone, of)} alone`,
    none: 'no column of it is here',
  },
  population: {
    title: 'Alone in the population',
    field: 'People the dataset was drawn from',
    unknown:
      'Not measured. Say how many people the dataset was drawn from, all customers of a country for instance, and measure.',
    columns: ['Estimate', 'As imported', 'With the recipe'],
    rule: 'By the rule of Dankar',
    chosen: ({ dankar, size }: PopulationUniqueness) =>
      dankar.by === 'none'
        ? 'nobody'
        : `${ofAll(Math.round(dankar.estimate), size)}, ${percent(dankar.share)}, by ${populationModels[dankar.by]}`,
    ...populationModels,
    expected: 'Expected to be found',
    estimate: (people: number | null) => (people === null ? 'does not fit' : count(Math.round(people))),
    drawn: (size: number, fraction: number) =>
      `${figuresText.share(fraction)} of ${count(size)} people are in the dataset.`,
  },
  guarded: {
    title: 'To protect',
    why: 'l: different values that every group of the other columns has at least; t: how far a group is from the whole, 0 to 1.',
    none: 'No column is to be protected. Give one that role where its value could harm a person.',
    columns: ['Column', 'As imported', 'With the recipe'],
    value: (distinct: number, entropy: number, t: number) =>
      `l ${count(distinct)} (entropy ${entropy.toFixed(1)}), t ${t.toFixed(2)}`,
    gone: 'not in the output',
  },
  worst: {
    title: 'What makes people unique, as imported',
    why: (upTo: number) =>
      `Share of the scores of all smallest combinations of up to ${count(upTo)} columns in which a row is alone; the larger, ` +
      'the more a change of this column helps.',
    after: (rows: number, upTo: number) =>
      rows === 0
        ? `With the recipe no row is alone in up to ${count(upTo)} columns.`
        : `With the recipe ${counted(rows, 'row')} ${rows === 1 ? 'is' : 'are'} alone in up to ${count(upTo)} columns.`,
    intrusion: ({ fraction, assumed, file, highest, average }: DataIntrusion) =>
      `Data intrusion simulation: who finds exactly one row is right with a chance of ${figuresText.share(file)} over the ` +
      `file; dealt out by scores ${figuresText.share(average)} on average and ${figuresText.share(highest)} at most, the ` +
      `file being ${figuresText.share(fraction)} of the population${assumed ? ' (assumed, as nobody said how many)' : ''}.`,
    columns: ['Column', 'Share', 'Alone in it', 'Alone with others'],
    sets: 'Smallest combinations',
    setColumns: ['Columns', 'Rows alone'],
    none: 'No row is alone in any combination that was looked at.',
    tooLarge: 'Not measured: the dataset is too large for this.',
    telling: (names: readonly string[]) =>
      names.length === 0 ? '' : `Of all columns, these tell rows apart best together: ${listed(names.map(shortName))}.`,
  },
  sizes: { title: 'Group sizes' },
  notes: 'What to know of these figures',
};
