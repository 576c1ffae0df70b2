import { InvalidArgumentError } from 'commander';
import { isoDuration } from '#shared/domain/iso-duration.ts';
import { optionsText } from '#shared/text/cli/options.ts';

/** Option parser: a length of time in whole units, `P90D`, `P24M`, `P3Y`. */
export function asPeriod(typed: string): string {
  if (!isoDuration.safeParse(typed).success) throw new InvalidArgumentError(optionsText.noPeriod);
  return typed;
}
