import { describe, expect, it } from 'vitest';
import { trackingText } from '#shared/text/engine/tracking.ts';
import { catalogueKinds, kindOf, numberSaid } from '#test/support/catalogue-kinds.ts';
import { columnFacts } from './column-facts.ts';
import { granularity } from './granularity.ts';

interface Column {
  type: string;
  value(row: number): string | null;
  rows?: number;
  /** Every how manieth row is looked at, of a table too long for all. */
  every?: number;
}

const hex = (row: number): string => (Math.imul(row + 1, 2654435761) >>> 0).toString(16).padStart(8, '0').repeat(4);
const two = (value: number): string => String(value).padStart(2, '0');
const day = (row: number): string => `2024-${two((row % 12) + 1)}-${two((row % 27) + 2)}`;
const clock = (row: number): string => `${two(row % 24)}:${two((row * 7) % 60)}`;

const columns: Record<string, Column> = {
  epochs: { type: 'timestamp', value: (row) => String(1_700_000_000 + row * 977) },
  fractions: { type: 'timestamp', value: (row) => `${day(row)}T${clock(row)}:01.${(row % 900) + 1}Z` },
  seconds: { type: 'timestamp', value: (row) => `${day(row)} ${clock(row)}:${two((row % 59) + 1)}` },
  'half to the second': {
    type: 'timestamp',
    value: (row) => (row % 2 ? `${day(row)} ${clock(row)}` : `${day(row)} ${clock(row)}:${two((row % 59) + 1)}`),
  },
  'an eighth to the second': {
    type: 'timestamp',
    value: (row) => `${day(row)}${row % 8 ? '' : ` ${clock(row)}:${two((row % 59) + 1)}`}`,
  },
  'no seconds but noughts': { type: 'timestamp', value: (row) => `${day(row)} ${clock(row + 1)}:00` },
  minutes: { type: 'order_date', value: (row) => `${day(row)} ${clock(row)}` },
  midnights: { type: 'order_date', value: (row) => `${day(row)} 00:00:00` },
  'midnights to the minute': { type: 'order_date', value: (row) => `${day(row)} 00:00` },
  days: { type: 'date_event', value: day },
  'german days': { type: 'date_of_birth', value: (row) => day(row).split('-').reverse().join('.') },
  'first days': { type: 'date_event', value: (row) => `20${two(row % 20)}-${two((row % 12) + 1)}-01` },
  'first days and, late, one other': {
    type: 'date_event',
    rows: 800,
    value: (row) => (row > 600 ? `1990-05-${two((row % 27) + 2)}` : `20${two(row % 40)}-${two((row % 12) + 1)}-01`),
  },
  months: { type: 'date_event', value: (row) => `20${two(row % 20)}-${two((row % 12) + 1)}` },
  years: { type: 'date_event', value: (row) => String(1990 + (row % 30)) },
  'short addresses': { type: 'ip_address', value: (row) => `10.1.${row}.0` },
  'nearly all short': { type: 'ip_address', value: (row) => `10.1.${row}.${row % 12 ? 0 : 7}` },
  'half short': { type: 'ip_address', value: (row) => `10.1.${row}.${row % 2 ? 0 : 7}` },
  'whole addresses': { type: 'ip_address', value: (row) => `10.1.${row}.${(row % 200) + 1}` },
  'digests of addresses': { type: 'ip_address', value: hex },
  latitudes: { type: 'latitude', value: (row) => (47 + row / 977).toFixed(4) },
  'latitudes with a sign': { type: 'latitude', value: (row) => `${(47 + row / 977).toFixed(4)}° N` },
  degrees: { type: 'longitude', value: (row) => String(row % 90) },
  digests: { type: 'customer_id', value: hex },
  queries: { type: 'page_url', value: (row) => `https://a.example/p/${row}?q=${row}` },
  'one query': { type: 'page_url', value: (row) => `https://a.example/p/${row}${row === 150 ? '?mail=x' : ''}` },
  pages: { type: 'page_url', value: (row) => `https://a.example/p/${row}` },
  sites: { type: 'referrer_url', value: (row) => `https://s${row % 20}.example/` },
  'whole amounts': { type: 'price', value: (row) => String(row * 3) },
  cents: { type: 'price', value: (row) => `${row}.${two((row % 89) + 11)}` },
  'cents in euros': { type: 'price', value: (row) => `${row},${two((row % 89) + 11)} €` },
  'tenths of money': { type: 'price', value: (row) => `${row}.${(row % 9) + 1}` },
  'money in mills': { type: 'price', value: (row) => `${row}.${(row % 800) + 111}` },
  'thousands and cents': {
    type: 'total_spent',
    value: (row) => (row % 3 ? `${(row % 9) + 1},${100 + row}` : `${row}.${two((row % 89) + 11)}`),
  },
  counts: { type: 'purchase_count', value: (row) => String(row % 30) },
  'negative counts': { type: 'loyalty_points', value: (row) => String((row % 30) - 10) },
  measures: { type: 'usage_metric', value: (row) => ((row % 90) / 7).toFixed(3) },
  numbers: { type: 'customer_id', value: (row) => String(70_000 + row) },
  'numbers with gaps': { type: 'customer_id', value: (row) => (row % 9 ? String(70_000 + row) : null) },
  keys: { type: 'customer_id', value: (row) => `K-${70_000 + row}` },
  'keys with gaps': { type: 'customer_id', value: (row) => (row % 9 ? `K-${70_000 + row}` : null) },
  'keys that come back': { type: 'customer_id', value: (row) => `K-${70_000 + (row % 80)}` },
  'keys of a long table': { type: 'customer_id', rows: 40_000, every: 20, value: (row) => `K-${70_000 + row}` },
  'many keys of a long table': {
    type: 'customer_id',
    rows: 40_000,
    every: 20,
    value: (row) =>
      `K-${Math.floor(((Math.imul(Math.imul(row + 1, 2654435761) ^ (row << 7), 2246822519) >>> 0) / 2 ** 32) * 900)}`,
  },
  kinds: { type: 'device_type', value: (row) => ['phone', 'desk', 'tablet'][row % 3]! },
  'kinds of a long table': {
    type: 'device_type',
    rows: 40_000,
    every: 20,
    value: (row) => ['phone', 'desk', 'tablet'][Math.floor(row / 20) % 3]!,
  },
  bands: { type: 'purchase_amount', value: (row) => ['0-9', '10-19', '20-49', '50+'][row % 4]! },
  'long postal codes': { type: 'page_title', value: (row) => `1${two(row % 100)}45-9${two(row % 100)}1` },
  words: { type: 'review_text', value: (row) => `I liked this thing number ${row} very much and would come back` },
  'yes and no': { type: 'consent_status', value: (row) => (row % 3 ? 'yes' : 'no') },
};

const digits = (text: string): number => (/[.,](\d+?)0*\D*$/.exec(text)?.[1] ?? '').length;
/** Decimals that at least nine in ten values stay within and at least one reaches. */
function decimalsHold(values: string[], decimals: number): void {
  const lengths = values.map((value) => (/^\d{1,3}(?:,\d{3})+$/.test(value) ? 0 : digits(value)));
  expect(lengths.filter((length) => length <= decimals).length).toBeGreaterThanOrEqual(0.9 * lengths.length);
  expect(Math.max(...lengths)).toBeGreaterThanOrEqual(decimals);
}
const nearly = (values: string[], test: (value: string) => boolean, least = 0.9): void =>
  expect(values.filter(test).length).toBeGreaterThanOrEqual(least * values.length);

/** Rows and different values of the whole table, and the different values looked at. */
interface Truth {
  all: (string | null)[];
  filled: string[];
  looked: string[];
}
type Check = (truth: Truth, said: string[]) => void;

/** More than one in ten has a part that is not nought at this place, at most one in ten has a finer one. */
const toUnit =
  (own: RegExp, finer: RegExp): Check =>
  ({ looked }) => {
    expect(looked.filter((value) => own.test(value) || finer.test(value)).length).toBeGreaterThan(0.1 * looked.length);
    expect(looked.filter((value) => finer.test(value)).length).toBeLessThanOrEqual(0.1 * looked.length);
  };
const fraction = /:\d\d[.,]0*[1-9]|^\d{10}$/;
const second = /:\d\d:(?!00)\d\d/;
const minute = /(?<![\d:])(?!0?0:00)\d{1,2}:\d\d/;
const inDay = /\d[-./](?!01$)\d{1,2}(?:$| )|^\d\d\.\d\d\.\d{4}/;
const inMonth = /^\d{4}-\d\d/;
const either = (...patterns: RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join('|'));
const never = /(?!)/;

const meters: Record<string, number> = { '100 km': 0, '11 km': 1, '1 km': 2, '110 m': 3, '11 m': 4, '1 m': 5 };
const differ = ({ filled }: Truth): number => new Set(filled).size;

const checks: Record<string, Check> = {
  exactMoment: toUnit(fraction, never),
  toSecond: toUnit(second, fraction),
  toMinute: toUnit(minute, either(second, fraction)),
  toDay: toUnit(inDay, either(minute, second, fraction)),
  toMonth: toUnit(inMonth, either(/^\d{4}-\d\d-(?!01)/, minute)),
  toYear: toUnit(/^\d{4}$/, either(inMonth, inDay, minute)),
  networkShortened: ({ looked }) => nearly(looked, (value) => value.endsWith('.0'), 1),
  networkPartlyShortened: ({ looked }) => {
    const short = looked.filter((value) => value.endsWith('.0')).length;
    expect([short > 0, short < looked.length]).toEqual([true, true]);
  },
  networkInFull: ({ looked }) => nearly(looked, (value) => /^\d+\.\d+\.\d+\.[1-9]\d*$/.test(value)),
  networkPseudonym: ({ looked }) => nearly(looked, (value) => /^[\da-f]{32}$/.test(value)),
  pseudonyms: ({ looked }) => nearly(looked, (value) => /^[\da-f]{32}$/.test(value)),
  ownValue: ({ all, filled }) => expect([filled.length, new Set(filled).size]).toEqual([all.length, all.length]),
  ownValueWhereFilled: ({ all, filled }) =>
    expect([filled.length < all.length, new Set(filled).size]).toEqual([true, filled.length]),
  nearlyOwnValue: (truth) => expect(differ(truth)).toBeGreaterThanOrEqual(0.9 * truth.filled.length),
  differentEach: (truth, [about, values, times]) => {
    const close = about === 'about ' ? 0.15 : 0;
    expect(Math.abs(numberSaid(values) - differ(truth))).toBeLessThanOrEqual(close * differ(truth));
    expect(Math.abs(numberSaid(times) - truth.filled.length / differ(truth))).toBeLessThanOrEqual(
      close * numberSaid(times) + 0.5,
    );
  },
  kinds: (truth, [about, kinds]) => {
    expect(numberSaid(kinds)).toBe(differ(truth));
    expect(about === 'about ').toBe(new Set(truth.looked).size < 1 || truth.all.length > 3000);
  },
  inBands: ({ looked }) =>
    nearly(looked, (value) => {
      const [low, high] = value.split('-').map(Number);
      return value.endsWith('+') || (looked.length <= 60 && low! < high!);
    }),
  onTheGround: ({ looked }, [ground]) =>
    decimalsHold(
      looked.map((value) => value.replace('° N', '')),
      meters[ground!]!,
    ),
  withQuery: ({ looked }) => expect(looked.some((value) => value.includes('?'))).toBe(true),
  sites: ({ looked }) => nearly(looked, (value) => new URL(value).pathname === '/' && new URL(value).search === ''),
  singlePages: ({ looked }) => {
    expect(looked.some((value) => value.includes('?'))).toBe(false);
    expect(looked.filter((value) => new URL(value).pathname !== '/').length).toBeGreaterThan(0.1 * looked.length);
  },
  wholeAmounts: ({ looked }) => nearly(looked, (value) => /^\d+$/.test(value), 1),
  toCent: ({ looked }) =>
    decimalsHold(
      looked.map((value) => value.replace(' €', '')),
      2,
    ),
  exactCounts: ({ looked }) => nearly(looked, (value) => /^\d+$/.test(value), 1),
  wholeNumbers: ({ looked }) => {
    nearly(looked, (value) => /^-?\d+$/.test(value), 1);
    expect(looked.some((value) => value.startsWith('-'))).toBe(true);
  },
  decimals: ({ looked }, [decimals]) => decimalsHold(looked, numberSaid(decimals)),
  ownWords: ({ looked }) => nearly(looked, (value) => value.split(' ').length >= 6),
  yesOrNo: ({ looked }) => nearly(looked, (value) => ['yes', 'no'].includes(value), 1),
};

/** What is not measured on values, and why. */
const withoutClaim: Record<string, string> = {
  'where.town': 'says what a type is about',
  'where.postalDistrict': 'says what a type is about',
  'where.region': 'says what a type is about',
  'where.country': 'says what a type is about',
  'where.quarter': 'says what a type is about',
  'where.exactly': 'says what a type is about',
  'where.somewhere': 'says what a type is about',
  different: 'repeats the count of the profile, which has its own test, for a column that a person gave another type',
};

const special = {
  differentEach: ['7001 different values, each about 7002 times', '7003 different value, each about 7004 times'],
  onTheGround: ['to about 7001'],
  kinds: ['7001 kinds', '7002 kind'],
  decimals: ['numbers to 7001 decimals', 'numbers to 7002 decimal'],
};
const kinds = catalogueKinds(trackingText, special);

describe('the words of the inventory', () => {
  it('are each of a kind that is computed again, or is named as one that claims nothing', () => {
    expect([...Object.keys(checks), ...Object.keys(withoutClaim)].sort()).toEqual(kinds.map(([kind]) => kind).sort());
  });

  const seen = new Set<string>();
  it.each(Object.keys(columns))('are true of %s', (name) => {
    const { type, value, rows = 300, every = 1 } = columns[name]!;
    const all = Array.from({ length: rows }, (_, row) => value(row));
    const sample = all.filter((_, row) => row % every === 0);
    const whole = every === 1 ? undefined : { rows, nulls: all.filter((cell) => cell === null).length };
    const sentence = granularity(type, columnFacts(name, name, 0, sample, whole));
    const about = sentence.startsWith('about ')
      ? ['about ']
      : sentence.includes('each about') || sentence.includes('kind')
        ? ['']
        : [];
    const found = kindOf(kinds, sentence.replace(/^about /, ''));
    expect(found, sentence).not.toBeNull();
    seen.add(found!.kind);
    const filled = all.filter((cell): cell is string => cell !== null);
    const truth = { all, filled, looked: [...new Set(sample.filter((cell): cell is string => cell !== null))] };
    expect(() => checks[found!.kind]!(truth, [...about, ...found!.said]), `${name}: ${sentence}`).not.toThrow();
  });

  it('have each been said of one of these columns', () => {
    expect(Object.keys(checks).filter((kind) => !seen.has(kind))).toEqual([]);
  });
});
