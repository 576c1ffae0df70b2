import type {
  NotDoneReason,
  QualityCheck,
  QualityDimension,
  QualityResult,
  QualityRule,
  QualityState,
  SampleMark,
  SettledWay,
} from '#shared/domain/quality.ts';
import { firstNames, shortName } from './names.ts';
import { count, counted, percent } from './numbers.ts';

type Named = Pick<QualityCheck, 'columns' | 'type' | 'days' | 'refers' | 'low' | 'high'>;

const typed = (type: string): string => type.replaceAll('_', ' ');
const range = ({ low = 0, high = 0 }: Named): string =>
  high >= 1e12
    ? `is at least ${count(low)}`
    : `lies within ${low < 1e4 ? low : count(low)} to ${high < 1e4 ? high : count(high)}`;

/** What a check asks, in a few words. */
const asks: Record<QualityRule, (check: Named) => string> = {
  filled: ({ columns }) => `${shortName(columns[0]!)} is filled`,
  valid: ({ columns, type }) => `${shortName(columns[0]!)} is a valid ${typed(type)}`,
  key: ({ columns }) => `${shortName(columns[0]!)} names each row once`,
  'same-person': ({ columns }) => `No person stands in two rows, by ${firstNames(columns)}`,
  'one-notation': ({ columns }) => `${shortName(columns[0]!)} is written in one way`,
  'of-age': ({ columns: [age = '', birth = ''] }) => `${shortName(age)} is that of ${shortName(birth)}`,
  'same-place': ({ columns: [place = '', within = ''] }) => `A ${shortName(place)} has one ${shortName(within)}`,
  'postcode-of-country': ({ columns: [postcode = '', country = ''] }) =>
    `${shortName(postcode)} has a form of its ${shortName(country)}`,
  'in-order': ({ columns: [first = '', last = ''] }) => `${shortName(first)} is not after ${shortName(last)}`,
  bounds: (check) => `${shortName(check.columns[0]!)} ${range(check)}`,
  'not-future': ({ columns }) => `${shortName(columns[0]!)} has come`,
  fresh: ({ days = 0 }) => `A day of the row is not older than ${counted(days, 'day')}`,
  refers: ({ columns, refers }) =>
    refers === undefined || refers.dataset === ''
      ? `${shortName(columns[0]!)} points at a row of another dataset`
      : `${shortName(columns[0]!)} is in ${shortName(refers.column)} of ${shortName(refers.dataset)}`,
};

/** Why it was proposed. */
const whys: Record<QualityRule, (check: Named) => string> = {
  filled: () => 'It says something of a person, and most rows have it.',
  valid: ({ type }) => `Of each value it can be told whether it is one: ${typed(type)}.`,
  key: () => 'Nearly every row has a value of its own: it is what rows are named by.',
  'same-person': () => 'A row is a person, and nobody shares these with another.',
  'one-notation': () => 'Such values are written in several ways, and who compares them needs one.',
  'of-age': () => 'One follows from the other on the day of the check; a year is let pass.',
  'same-place': () => 'Places lie in one place: what nearly all rows of it say is held against the others.',
  'postcode-of-country': () => 'Each country has its own forms of postal codes (Universal Postal Union).',
  'in-order': () => 'One comes before the other, by their names or by what they are.',
  bounds: ({ type }) => `Outside of them it is none: ${typed(type)}.`,
  'not-future': () => 'It tells of something that has happened.',
  fresh: () =>
    'Data are kept up to date: the newest day of a row tells when it was last touched. A row without one is old.',
  refers: () => 'It points at a row of the other dataset, by its name or its type.',
};

const dimensions: Record<QualityDimension, string> = {
  completeness: 'complete',
  validity: 'valid',
  uniqueness: 'unique',
  consistency: 'consistent',
  plausibility: 'plausible',
  timeliness: 'up to date',
  referential: 'refers',
};

const notDoneBecause: Record<NotDoneReason, string> = {
  'nothing-filled': 'Not checked: no row has all of its columns filled and readable.',
  'column-gone':
    'Not checked: a column of it is not in the dataset any more. Import the column again, or accept the finding with a reason.',
  'dataset-gone': 'Not checked: the dataset that it refers to is not in the workspace any more. Import it again.',
  'no-order-of-day-and-month':
    'Not checked: nothing tells whether day or month stands first. Write the days as 2026-12-31 at the source.',
  'too-few': 'Not checked: no place has five rows or more of which nearly all agree.',
};

const states: Record<QualityState, string> = {
  passed: 'passed',
  warn: 'some fail',
  failed: 'failed',
  'not-done': 'not checked',
};

const ways: Record<SettledWay, string> = {
  'corrected-at-source': 'corrected at the source',
  accepted: 'accepted',
  'rectify-later': 'to be rectified later',
};

const marks: Record<SampleMark, string> = { right: 'Right', wrong: 'Wrong', 'cannot-tell': 'Cannot tell' };

/** A share that is never rounded to nothing, with one decimal where it is small: "0.3 %". */
export const smallShare = (share: number): string =>
  share > 0 && share < 0.1 ? `${(share * 100).toPrecision(2)}\u202f%` : percent(share);

/** What is said of the quality of a dataset, wherever it is shown. */
export const qualityText = {
  asks: (check: Named & { rule: QualityRule }) => asks[check.rule](check),
  why: (check: Named & { rule: QualityRule }) => whys[check.rule](check),
  dimensions,
  states,
  ways,
  marks,
  found: ({ state, notDone, rows, failures, limit, interval, oldest, newest }: QualityResult): string => {
    if (state === 'not-done') return notDoneBecause[notDone ?? 'nothing-filled'];
    const days = oldest ? ` The newest days of rows lie between ${oldest} and ${newest}.` : '';
    if (failures === 0) return `None of ${counted(rows, 'row')}.${days}`;
    const between =
      interval === null ? '' : `, ${smallShare(interval.low)} to ${smallShare(interval.high)} of such data`;
    return (
      `${count(failures)} of ${counted(rows, 'row')}: ${smallShare(failures / rows)}${between}. ` +
      `${limit === 0 ? 'No row is' : `Up to ${smallShare(limit)} are`} let pass.${days}`
    );
  },
  rowsNamed: (at: readonly number[]) => `rows ${at.map((row) => count(row + 1)).join(', ')}`,
  audited: (wrong: number, told: number, low: number, high: number) =>
    `${count(wrong)} of ${counted(told, 'row')} wrong: ${smallShare(wrong / told)}, ` +
    `between ${smallShare(low)} and ${smallShare(high)} of all rows (95\u202f%)`,
  settled: (way: SettledWay, reason: string, until: string | null) =>
    `${ways[way]}${until === null ? '' : ` by ${until}`}: ${reason}`,
};
