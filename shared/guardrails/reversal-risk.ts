import { guardrailsText } from '#shared/text/guardrails.ts';

const text = guardrailsText.reversal;

/**
 * How fast an unkeyed hash can be undone by trying every value: the number of possible values of a type
 * (accountability.md's measure: 7.5 million SHA-256 of short texts a second on one processor core; graphics cards are
 * thousands of times faster).
 */
const perSecond = 7_500_000;

const possible: Record<keyof typeof text.spaces, number> = {
  phone_number: 1e10,
  fax_number: 1e10,
  date_of_birth: 33_000,
  postal_code: 100_000,
  national_id: 1e9,
  ip_address: 2 ** 32,
  customer_id: 1e9,
  user_id: 1e9,
  credit_card_number: 1e9,
};

const isCounted = (type: string): type is keyof typeof possible => Object.hasOwn(possible, type);

function duration(seconds: number): string {
  if (seconds < 1) return text.duration.moment;
  if (seconds < 90) return text.duration.seconds(Math.round(seconds));
  return seconds < 5400
    ? text.duration.minutes(Math.round(seconds / 60))
    : text.duration.hours(Math.round(seconds / 3600));
}

/** One sentence on undoing an unkeyed hash of values of `type`. */
export const reversalRisk = (type: string): string =>
  isCounted(type) ? text.byTrying(text.spaces[type], duration(possible[type] / perSecond)) : text.byList;
