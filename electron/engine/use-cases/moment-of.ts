import { Failure } from '#shared/contract/failure.ts';
import { evidencePackText as text } from '#shared/text/engine/evidence-pack.ts';

/**
 * The last moment of a day (UTC); null for today, which is now: a document names no moment that is still to come.
 * @throws Failure WRONG_USAGE where that day has not begun
 */
export function endOfDay(day: string, now: Date): string | null {
  const today = now.toISOString().slice(0, 10);
  if (day > today) throw new Failure('WRONG_USAGE', text.notYet(day));
  return day === today ? null : `${day}T23:59:59.999Z`;
}

/** @throws Failure WRONG_USAGE where the log had no entry yet at that moment (ISO 8601) */
export function requireBegun(moment: string, firstEntry: string): void {
  if (moment < firstEntry)
    throw new Failure('WRONG_USAGE', text.beforeTheBeginning(moment.slice(0, 10), firstEntry.slice(0, 10)));
}
