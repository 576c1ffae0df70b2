import { typeSet } from '#shared/semantic-types/type-set.ts';
import { trackingText } from '#shared/text/engine/tracking.ts';
import type { ColumnFacts, NumberFacts } from './column-facts.ts';

const mostly = 0.9;
const share = (values: readonly string[], test: (value: string) => boolean) =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;

const moments = typeSet(
  'timestamp',
  'engagement_timestamp',
  'consent_timestamp',
  'sync_timestamp',
  'date_event',
  'order_date',
  'signup_date',
);
const money = typeSet('purchase_amount', 'total_spent', 'lifetime_value', 'price', 'ad_spend', 'account_balance');
const between = /^\s*[<>≤≥]?\s*([\d.,]+)\s*(?:-|–|to|bis|à|a)\s*([\d.,]+)\s*$/i;
const beyond = /^\s*(?:[<>≤≥]|under|over|unter|über)\s*[\d.,]+\s*$|^\s*[\d.,]+\s*\+\s*$/i;
/** Bands that a column has at most: two numbers with a dash may as well be a phone number or a postal code. */
const mostBands = 60;

/** `18-24`, `60+`; not `12345-6789`, which is a postal code, nor `2024-05`, which is a month. */
function isBand(value: string): boolean {
  if (beyond.test(value)) return true;
  const [, low = '', high = ''] = between.exec(value) ?? [];
  return (
    high !== '' &&
    Number.parseFloat(high.replaceAll(',', '')) > Number.parseFloat(low.replaceAll(',', '')) &&
    !/^0\d/.test(high)
  );
}

/** Units of time, finest first. */
const units = ['exactMoment', 'toSecond', 'toMinute', 'toDay', 'toMonth', 'toYear'] as const;
type Unit = (typeof units)[number];

/**
 * The finest unit a written moment tells; noughts at its end are how exports write a coarser one. Null where it is
 * none.
 */
function unitOf(value: string): Unit | null {
  if (/^1\d{9}(?:\.\d+)?$|^1\d{12}$|^1\d{15}$/.test(value)) return 'exactMoment';
  const [, hour, minute, second = '', fraction = ''] =
    /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?/.exec(value) ?? [];
  if (hour !== undefined) {
    if (/[1-9]/.test(fraction)) return 'exactMoment';
    if (/[1-9]/.test(second)) return 'toSecond';
    return /[1-9]/.test(`${hour}${minute}`) ? 'toMinute' : 'toDay';
  }
  if (/^\d{4}-\d{2}-01$|^\d{4}[-/]\d{2}$/.test(value)) return 'toMonth';
  if (/^(?:19|20)\d{2}$/.test(value)) return 'toYear';
  return /\d{1,4}[-/. ]\S{1,10}[-/. ]\d{1,4}|^(?:19|20)\d{6}$/.test(value) ? 'toDay' : null;
}

/** The finest unit that more than one value in ten has: the coarser ones beside it hide nothing of these. */
function moment(values: readonly string[]): string | null {
  const found = values.map(unitOf);
  if (found.filter((unit) => unit !== null).length < mostly * values.length) return null;
  const reached = (unit: Unit): number =>
    found.filter((each) => each !== null && units.indexOf(each) <= units.indexOf(unit)).length;
  const unit = units.find((each) => reached(each) > (1 - mostly) * values.length);
  if (unit === 'toMonth' && values.length === 1 && values[0]!.length > 7) return trackingText.toDay;
  return unit === undefined ? null : trackingText[unit];
}

function address(values: readonly string[]): string {
  const cut = share(values, (value) => /\.0$|::$|:0$|\.x$|\.\*$/.test(value));
  return cut === 1
    ? trackingText.networkShortened
    : cut > 0.1
      ? trackingText.networkPartlyShortened
      : trackingText.networkInFull;
}

/** Decimals of a place that is written with a sign or a letter, which no more than one value in ten exceeds. */
function decimalsWritten(values: readonly string[]): number {
  const lengths = values.map((value) => /[.,](\d+)/.exec(value)?.[1]?.length ?? 0).sort((left, right) => left - right);
  return lengths[Math.floor(lengths.length * mostly)] ?? 0;
}

/** What the addresses of pages tell: a query is told of wherever one stands, since it may hold anything. */
function pages(values: readonly string[]): string {
  if (values.some((value) => /\?./.test(value))) return trackingText.withQuery;
  return share(values, (value) => /^(?:https?:\/\/)?[^/]+\/?$/i.test(value)) >= mostly
    ? trackingText.sites
    : trackingText.singlePages;
}

function numbers(type: string, facts: ColumnFacts, { whole, decimals, min }: NumberFacts): string {
  if (money.has(type))
    return whole ? trackingText.wholeAmounts : decimals === 2 ? trackingText.toCent : trackingText.decimals(decimals);
  if (facts.uniqueness >= 1 && whole && facts.distinct > 20) return ownValues(facts);
  return whole ? (min < 0 ? trackingText.wholeNumbers : trackingText.exactCounts) : trackingText.decimals(decimals);
}

/** Whether the values were counted in every row; else their number is an estimate, and is called one. */
const isCounted = (facts: ColumnFacts): boolean => facts.cells.length >= facts.rows;

function ownValues(facts: ColumnFacts): string {
  if (!isCounted(facts)) return trackingText.nearlyOwnValue;
  return facts.nulls > 0 ? trackingText.ownValueWhereFilled : trackingText.ownValue;
}

function each(facts: ColumnFacts): string {
  const filled = facts.rows - facts.nulls;
  if (facts.distinct >= filled) return ownValues(facts);
  const times = filled / Math.max(1, facts.distinct);
  return trackingText.differentEach(facts.distinct, times, isCounted(facts));
}

/** How finely a column of this type follows a person, measured on its values; never a cell value. */
export function granularity(type: string, facts: ColumnFacts): string {
  const { values } = facts;
  const time = moments.has(type) || facts.date ? moment(values) : null;
  if (time !== null) return time;
  if (values.length <= mostBands && share(values, isBand) >= mostly) return trackingText.inBands;
  if (type === 'ip_address') return facts.hashed ? trackingText.networkPseudonym : address(values);
  if (type === 'latitude' || type === 'longitude')
    return trackingText.onTheGround(facts.number?.decimals ?? decimalsWritten(values));
  if (facts.hashed) return trackingText.pseudonyms;
  if (type === 'page_url' || type === 'referrer_url') return pages(values);
  if (facts.number) return numbers(type, facts, facts.number);
  if (facts.kinds.has('long_text')) return trackingText.ownWords;
  if (facts.kinds.has('boolean')) return trackingText.yesOrNo;
  if (facts.kinds.has('category')) return trackingText.kinds(facts.distinct, isCounted(facts));
  return each(facts);
}
