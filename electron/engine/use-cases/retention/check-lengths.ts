import { Failure } from '#shared/contract/failure.ts';
import { unitsOf } from '#shared/domain/iso-duration.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';

/** ISO 8601, as far as they are said. */
interface Lengths {
  duration?: string | null | undefined;
  grace?: string | null | undefined;
}

/** Years that nobody keeps anything. */
const tooMany = 1000;

/**
 * A length of some days, and of an end.
 * @throws Failure WRONG_USAGE for a length of nothing or of ever
 */
export function checkLengths({ duration, grace }: Lengths): void {
  for (const length of [duration, grace]) {
    const { months, days } = unitsOf(length ?? 'P0D');
    if (months / 12 + days / 365 > tooMany) throw new Failure('WRONG_USAGE', text.tooLong(tooMany));
  }
  if (duration === null || duration === undefined) return;
  const { months, days } = unitsOf(duration);
  if (months + days === 0) throw new Failure('WRONG_USAGE', text.noLength);
}
