import type { ReleaseSummary } from '#shared/contract/releases.ts';
import { nameKey } from '#shared/domain/recipient-name.ts';

type Named = Pick<ReleaseSummary, 'recipient'>;

/** All who got a release, the last one first, each as they were written last. @param releases newest first */
export function recipientsOf(releases: readonly Named[]): string[] {
  const byKey = new Map<string, string>();
  for (const { recipient } of releases)
    if (recipient !== undefined && !byKey.has(nameKey(recipient))) byKey.set(nameKey(recipient), recipient);
  return [...byKey.values()];
}
