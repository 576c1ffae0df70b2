import { InvalidArgumentError } from 'commander';
import { isDay } from '#shared/domain/day-span.ts';
import { optionsText } from '#shared/text/cli/options.ts';

/** Option parser: a day of the calendar, YYYY-MM-DD, else wrong usage that names option, value and form. */
export function asDay(typed: string): string {
  if (!isDay(typed)) throw new InvalidArgumentError(optionsText.noDay);
  return typed;
}

/** The same, or a moment (ISO 8601, UTC) where more than a day is asked for. */
export function asDayOrMoment(typed: string): string {
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(typed) && !Number.isNaN(Date.parse(typed)) ? typed : asDay(typed);
}
