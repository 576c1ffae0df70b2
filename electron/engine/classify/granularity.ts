import { trackingText } from '#shared/text/engine/tracking.ts';
import type { ColumnFacts } from './column-facts.ts';

const looked = 500;
const mostly = 0.9;
const share = (values: readonly string[], test: (value: string) => boolean) => (values.length === 0 ? 0 : values.filter(test).length / values.length);

const moments = new Set(['timestamp', 'engagement_timestamp', 'consent_timestamp', 'sync_timestamp', 'date_event', 'order_date', 'signup_date']);
const money = new Set(['purchase_amount', 'total_spent', 'lifetime_value', 'price', 'ad_spend', 'account_balance']);
const band = /^\s*[<>≤≥]?\s*[\d.,]+\s*(?:-|–|to|bis|à|a)\s*[\d.,]+\s*$|^\s*(?:[<>≤≥]|under|over|unter|über)\s*[\d.,]+\s*$|^\s*[\d.,]+\s*\+\s*$/i;

function moment(values: readonly string[]): string | null {
  if (share(values, (value) => /^1\d{9}(?:\.\d+)?$|^1\d{12}$|^1\d{15}$/.test(value)) >= mostly) return trackingText.exactMoment;
  if (share(values, (value) => /\d{1,2}:\d{2}:\d{2}/.test(value)) >= mostly) return share(values, (value) => /[T ]0?0:00:00/.test(value)) >= mostly ? trackingText.toDay : trackingText.toSecond;
  if (share(values, (value) => /\d{1,2}:\d{2}/.test(value)) >= mostly) return trackingText.toMinute;
  if (share(values, (value) => /^\d{4}-\d{2}-01$|^\d{4}[-/]\d{2}$/.test(value)) === 1 && values.length > 1) return trackingText.toMonth;
  if (share(values, (value) => /^(?:19|20)\d{2}$/.test(value)) >= mostly) return trackingText.toYear;
  return share(values, (value) => /\d{1,4}[-/. ]\S{1,10}[-/. ]\d{1,4}|^(?:19|20)\d{6}$/.test(value)) >= mostly ? trackingText.toDay : null;
}

function address(values: readonly string[]): string {
  const cut = share(values, (value) => /\.0$|::$|:0$|\.x$|\.\*$/.test(value));
  return cut >= mostly ? trackingText.networkShortened : cut > 0.1 ? trackingText.networkPartlyShortened : trackingText.networkInFull;
}

/** Whether the values were counted in every row; else their number is an estimate, and is called one. */
const isCounted = (facts: ColumnFacts): boolean => facts.cells.length >= facts.rows;

const ownValues = (facts: ColumnFacts): string => (isCounted(facts) ? trackingText.ownValue : trackingText.nearlyOwnValue);

function each(facts: ColumnFacts): string {
  const filled = facts.rows - facts.nulls;
  if (facts.distinct >= filled) return ownValues(facts);
  const times = filled / Math.max(1, facts.distinct);
  return trackingText.differentEach(facts.distinct, times, isCounted(facts));
}

/** How finely a column of this type follows a person, measured on its values; never a cell value. */
export function granularity(type: string, facts: ColumnFacts): string {
  const values = facts.values.slice(0, looked);
  if (share(values, (value) => band.test(value)) >= mostly) return trackingText.inBands;
  const time = moments.has(type) || facts.date ? moment(values) : null;
  if (time !== null) return time;
  if (type === 'ip_address') return facts.hashed ? trackingText.networkPseudonym : address(values);
  if (type === 'latitude' || type === 'longitude') return trackingText.onTheGround(facts.number?.decimals ?? 0);
  if (facts.hashed) return trackingText.pseudonyms;
  if (type === 'page_url' || type === 'referrer_url') return share(values, (value) => /\?./.test(value)) > 0.05 ? trackingText.withQuery : share(values, (value) => /^(?:https?:\/\/)?[^/]+\/?$/i.test(value)) >= mostly ? trackingText.sites : trackingText.singlePages;
  if (facts.number && money.has(type)) return facts.number.whole ? trackingText.wholeAmounts : trackingText.toCent;
  if (facts.number) return facts.uniqueness >= 1 && facts.number.whole && facts.distinct > 20 ? ownValues(facts) : facts.number.whole ? trackingText.exactCounts : trackingText.decimals(facts.number.decimals);
  if (facts.kinds.has('long_text')) return trackingText.ownWords;
  if (facts.kinds.has('boolean')) return trackingText.yesOrNo;
  if (facts.kinds.has('category')) return trackingText.kinds(facts.distinct, isCounted(facts));
  return each(facts);
}
