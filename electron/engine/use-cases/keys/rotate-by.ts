import type { PolicyOverride } from '#shared/domain/policy-override.ts';
import { policyOn } from '#shared/policy/index.ts';

const dayLong = 86_400_000;

/** The day (YYYY-MM-DD) by which a key that is used since then is to be changed, by the policy in force on that day. */
export function rotateBy(since: string, overrides: readonly PolicyOverride[]): string {
  const days = policyOn(since.slice(0, 10), overrides).value('key-rotation', '*');
  return new Date(Date.parse(since) + days * dayLong).toISOString().slice(0, 10);
}
