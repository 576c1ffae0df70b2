import { count, counted, measure, numbered, percent } from '../numbers.ts';

type Bins = { from: number | null; to: number | null; rows: number }[];

/** What a bar spans: the outer ones are open, so that nobody's smallest or largest value is named. */
const span = (from: number | null, to: number | null, words: (value: number) => string): string =>
  from === null
    ? `under ${words(to ?? 0)}`
    : to === null
      ? `${words(from)} and more`
      : `${words(from)} to ${words(to)}`;
/** Whole numbers and years up to the one before the edge. */
const upTo = (from: number, to: number): string => (to - from <= 1 ? String(from) : `${from} to ${to - 1}`);
const charactersUpTo = (from: number, to: number): string =>
  to - from <= 1 ? numbered(from, 'character') : `${upTo(from, to)} characters`;
const between = {
  number: (from: number | null, to: number | null) => span(from, to, measure),
  length: (from: number | null, to: number | null) =>
    from !== null && to !== null ? charactersUpTo(from, to) : `${span(from, to, String)} characters`,
  year: (from: number | null, to: number | null) =>
    from === null ? `before ${to ?? 0}` : to === null ? `${from} and later` : upTo(from, to),
};

/**
 * Where most of a column lies: between the outer bars, which are open, or in the one bar that holds more than all those
 * between.
 */
function mostly(
  bins: Bins,
  {
    under,
    over,
    between: both,
  }: { under: (to: number) => string; over: (from: number) => string; between: (from: number, to: number) => string },
): string {
  const all = Math.max(
    1,
    bins.reduce((sum, { rows }) => sum + rows, 0),
  );
  const inner = bins.slice(1, -1).reduce((sum, { rows }) => sum + rows, 0);
  const [first, last] = [bins[0]!, bins.at(-1)!];
  const outer = first.rows >= last.rows ? first : last;
  if (inner >= outer.rows) return `${percent(inner / all)} ${both(first.to ?? 0, last.from ?? 0)}`;
  return `${percent(outer.rows / all)} ${outer === first ? under(first.to ?? 0) : over(last.from ?? 0)}`;
}

/** Sentences about one column, in the inspector. */
export const columnText = {
  category: (word: string) => `${word} data`,
  why: 'Why',
  noEvidence: 'Nothing in the name or the values points at a type.',
  runnerUp: (type: string) => `Also considered: ${type}.`,
  noRunnerUp: 'Nothing else was considered likely.',
  confidence: (word: string) => `${word}`,
  confidenceHelp: (share: number) => `Confidence in the class: ${percent(share)}`,
  examples: 'Examples, masked',
  noExamples: 'The column holds no value.',
  notes: 'Notes',
  flags: 'Flags',
  decided: {
    accepted: (who: string, when: string) => `Accepted by ${who || 'the operator'}, ${when}.`,
    overridden: (who: string, when: string) => `Changed by ${who || 'the operator'}, ${when}.`,
  },
  suggested: 'Suggested, not yet decided',
  reason: (reason: string) => `Reason: ${reason}`,
  suggestedWas: (type: string) => `Suggested was: ${type}.`,
  profile: 'Profile',
  valueType: 'Values',
  valueTypes: {
    text: 'text',
    integer: 'whole numbers',
    decimal: 'decimal numbers',
    boolean: 'yes or no',
    date: 'dates',
    timestamp: 'dates with time',
    empty: 'all empty',
  },
  eitherWay: 'dates; no value tells whether day or month stands first',
  filled: 'Filled',
  nulls: 'Empty',
  nullsOf: (nulls: number, rows: number) => `${count(nulls)} (${percent(rows === 0 ? 0 : nulls / rows)})`,
  distinct: 'Different values',
  distinctAbout: (distinct: number) => `about ${count(distinct)}`,
  length: 'Length',
  lengthOf: (min: number, max: number) =>
    min === max ? counted(min, 'character') : `${count(min)} to ${count(max)} characters`,
  range: 'Range',
  rangeOf: (min: string, max: string) => `${min} … ${max}`,
  top: 'Most frequent',
  histogram: 'Distribution',
  histogramLabel: (from: string, to: string, most: number) =>
    `Histogram from ${from} to ${to}; the fullest bar holds ${counted(most, 'row')}`,
  shape: {
    title: 'Shape',
    empty: 'no value',
    own: 'every row its own',
    tooFew: 'no bars: all but one would stand for too few people',
    share: (share: number) => percent(share),
    sameLength: (length: number) => `always ${counted(length, 'character')}`,
    barsOf: (column: string) => `Distribution of ${column.slice(0, 100)}: Enter shows the rows of a bar`,
    between,
    bin: {
      number: (from: number | null, to: number | null, rows: number) =>
        `${between.number(from, to)}: ${counted(rows, 'row')}`,
      length: (from: number | null, to: number | null, rows: number) =>
        `${between.length(from, to)}: ${counted(rows, 'row')}`,
      year: (from: number | null, to: number | null, rows: number) =>
        `${between.year(from, to)}: ${counted(rows, 'row')}`,
    },
    years: (bins: Bins) =>
      mostly(bins, {
        under: (to) => `before ${to}`,
        over: (from) => `in ${from} and later`,
        between: (from, to) => `in ${upTo(from, to)}`,
      }),
    numbers: (bins: Bins) =>
      mostly(bins, {
        under: (to) => `under ${measure(to)}`,
        over: (from) => `from ${measure(from)}`,
        between: (from, to) => `in ${measure(from)}–${measure(to)}`,
      }),
    lengths: (bins: Bins) =>
      mostly(bins, {
        under: (to) => `under ${numbered(to, 'character')}`,
        over: (from) => `with ${numbered(from, 'character')} or more`,
        between: (from, to) => `with ${charactersUpTo(from, to)}`,
      }),
    kinds: (kinds: { value: string; count: number }[], filled: number) =>
      kinds.map(({ value, count: rows }) => `${value.slice(0, 40)} ${percent(rows / filled)}`).join(', '),
    note: 'Each bar stands for at least ten people; its ends are open.',
  },
  counts: {
    special: 'special category:',
    ask: 'Counts on request',
    askOf: (column: string) => `Counts on request: ${column.slice(0, 100)}, an entry in the access log`,
    listOf: (column: string) => `Counts of ${column.slice(0, 100)}`,
    hide: 'Hide',
    hideOf: (column: string) => `Hide the counts of ${column.slice(0, 100)}`,
    value: (value: string, rows: number, filled: number) =>
      `${value.slice(0, 60)}: ${count(rows)} (${percent(filled === 0 ? 0 : rows / filled)})`,
    none: (least: number) => `no value is shared by ${counted(least, 'person', 'people')}`,
    others: (kinds: number | null, rows: number | null, least: number) =>
      kinds === null || rows === null
        ? `others: fewer than ${counted(least, 'person', 'people')}`
        : `${counted(kinds, 'other value')}: ${counted(rows, 'row')}`,
  },
  revealColumn: 'Show this column in clear',
  revealHelp: 'An entry in the access log. Masked again when the dataset is closed.',
  openClassify: 'Decide in Classify',
};
