import { InvalidArgumentError } from 'commander';
import { optionsText } from '#shared/text/cli/options.ts';

/** A whole number that was typed, of at most nine digits. */
export const wholeNumber = (typed: string): number => {
  if (!/^\d{1,9}$/.test(typed)) throw new InvalidArgumentError(optionsText.notAWholeNumber);
  return Number(typed);
};
