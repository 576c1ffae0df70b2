import type { SegmentId } from '#shared/segments/segments-of.ts';
import type { SegmentColumnPart, SegmentMethod, SmallGroupWay } from '#shared/domain/segments.ts';
import { quotedNames, shortName } from './names.ts';
import { count, counted } from './numbers.ts';

const people = (many: number): string => counted(many, 'person', 'people');

const names = {
  champions: 'Champions',
  loyal: 'Loyal customers',
  'potential-loyalists': 'Potential loyalists',
  new: 'New customers',
  promising: 'Promising',
  'need-attention': 'Need attention',
  'about-to-sleep': 'About to sleep',
  'cannot-lose': 'Cannot lose them',
  'at-risk': 'At risk',
  hibernating: 'Hibernating',
  a: 'A: the first 80 % of the spend',
  b: 'B: the next 15 %',
  c: 'C: the last 5 %',
  'nothing-spent': 'Nothing spent',
  d10: 'Spend decile 10 (most)',
  d9: 'Spend decile 9',
  d8: 'Spend decile 8',
  d7: 'Spend decile 7',
  d6: 'Spend decile 6',
  d5: 'Spend decile 5',
  d4: 'Spend decile 4',
  d3: 'Spend decile 3',
  d2: 'Spend decile 2',
  d1: 'Spend decile 1 (least)',
  unknown: 'Not known',
} satisfies Record<SegmentId, string>;

const partNames: Record<SegmentColumnPart, string> = {
  person: 'person',
  recency: 'last purchase',
  frequency: 'number of orders',
  monetary: 'spend',
};

/** Which option of the command names a column. */
const options: Record<SegmentColumnPart, string> = {
  person: '--person',
  recency: '--recency',
  frequency: '--frequency',
  monetary: '--monetary',
};

/** Segments of customers: their names, and what was chosen, left out or changed to make them. */
export const segmentsText = {
  names,
  parts: partNames,
  methods: {
    rfm: 'Recency, frequency and spend (RFM)',
    value: 'Value: ABC by spend, 80/15/5',
    deciles: 'Value: deciles of spend',
  } satisfies Record<SegmentMethod, string>,
  ways: {
    merge: 'merged with a neighbour',
    hide: 'hidden',
  } satisfies Record<SmallGroupWay, string>,
  /** A group by its segments. */
  group: (segments: readonly SegmentId[]): string => segments.map((id) => names[id]).join(' + '),
  hiddenCell: (k: number) => `hidden (with others, by the threshold of ${k})`,
  mechanism: 'two-sided geometric',
  noDate: 'The date that recency counts from is none: write it as YYYY-MM-DD.',
  badEpsilon: (least: number, most: number, step: number) =>
    `Noise needs an ε from ${least} to ${most} in steps of ${step}: the smaller, the more noise.`,
  noRecency: (file: string) =>
    `No column of ${file} is recognised as the date of an order or the days since the last one: choose it ` +
    `(${options.recency} or --date), or segment by value.`,
  noBuying: (file: string) =>
    `No column of ${file} is recognised as a number of orders or as a spend: choose one ` +
    `(${options.frequency} or ${options.monetary}).`,
  noAmount: (file: string) =>
    `No column of ${file} is recognised as a spend, by which value is told: choose it (${options.monetary}).`,
  sameColumn: (column: string) => `${shortName(column)} is named for two things: each column stands for one.`,
  special: (column: string) =>
    `${shortName(column)} holds data of a special category: nobody is put into a segment by it.`,
  unreadable: (column: string, part: SegmentColumnPart) =>
    `${shortName(column)} has no value that reads as ${part === 'recency' ? 'a date or a number of days' : 'a number'}, ` +
    `so it is no ${partNames[part]}: choose another column (${options[part]}).`,
  tooFew: (many: number, k: number, file: string) =>
    `${file} has ${people(many)} in all, fewer than the ${k} that a group must have at least: nothing may be shown.`,
  badEnding: (path: string) => `${path} has to end in .csv or .json.`,
  notes: {
    columns: (found: readonly { part: SegmentColumnPart; name: string }[]) =>
      `Found by the classification, not chosen by a person: ` +
      `${found.map(({ part, name }) => `${partNames[part]} from ${shortName(name)}`).join(', ')}. ` +
      'Other columns can be chosen in their place.',
    orders: (person: string) =>
      `Each row is taken for an order, because ${shortName(person)} repeats: orders are counted and spends added up by person.`,
    customers: (person: string) =>
      `${shortName(person)} repeats: of a person's rows the latest purchase, the most orders and the highest spend count.`,
    rowsArePeople: 'No column tells people apart, so every row is counted as one person.',
    nobody: (rows: number, person: string) =>
      `${counted(rows, 'row')} without a value in ${shortName(person)} belong to nobody and are in no group.`,
    day: (day: string, from: 'asked' | 'recipe' | 'today') =>
      `Recency counts to ${day}${from === 'today' ? ', today' : from === 'recipe' ? ', the day of the recipe' : ''}.`,
    future: (rows: number, day: string) =>
      `${counted(rows, 'row')} dated after ${day} say nothing of the last purchase and count as without a date.`,
    dayFirst: (column: string) =>
      `Day and month of ${shortName(column)} could be either way round: they were read with the day first.`,
    comma: (columns: readonly string[]) =>
      `${quotedNames(columns)} ${columns.length === 1 ? 'was' : 'were'} read with a decimal comma.`,
    unknown: (many: number, parts: readonly SegmentColumnPart[]) =>
      `${people(many)} without a readable ${parts.map((part) => partNames[part]).join(' or ')} are a group of their own.`,
    ties: 'People with equal values have equal scores, so fifths and tenths can differ in size.',
    k: (k: number, way: SmallGroupWay, changed: number, from: 'asked' | 'recipe' | 'usual') =>
      `Groups of fewer than ${k} people are ${segmentsText.ways[way]}` +
      `${from === 'recipe' ? ' (k of the recipe)' : from === 'usual' ? ' (the usual k)' : ''}: ` +
      `${changed === 0 ? 'there were none' : `${count(changed)} of the segments`}.`,
    hidden: 'At least two groups are hidden, with k people together or more: no total tells the size of one of them.',
    noise: (epsilon: number, before: number | null) =>
      `Each count has noise of the geometric mechanism, ε = ${epsilon}, one person more or less in a group; below 0 it is ` +
      `written as 0, and the total is that of the noisy counts. Where the fifths lie and which groups were merged or hidden ` +
      `is told by the true data and is not covered by ε.` +
      `${before === null || before === 0 ? '' : ` Earlier exports of this dataset had ε = ${before} together: ε adds up.`}`,
    meansExact: 'The mean spend, and what the recipe loses, have no noise: they are shown here and leave in no export.',
    lossMissing: (columns: readonly string[]) =>
      `The segmentation cannot be made of the release: ${quotedNames(columns)} ${columns.length === 1 ? 'leaves' : 'leave'} ` +
      `no readable values in it.`,
    lossMiddle: 'Generalised values of the release are read as the middle of their range, open ones as their bound.',
  },
};
