import { InvalidArgumentError } from 'commander';
import { optionsText } from '#shared/text/cli/options.ts';

/** Option parser: a finite number, else wrong usage. */
export function asNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError(optionsText.notANumber);
  return value;
}
