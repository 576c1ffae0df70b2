import type { AttackLimits, AttackResult } from '#shared/domain/attack-results.ts';
import { attackText } from '#shared/text/attack.ts';

/** What a reason says of an attack: what was tried, its risk, the least it can be, and what is allowed. */
export function attackTold(
  found: AttackResult,
  limits: AttackLimits,
): [attack: string, risk: string, low: string, limit: string] {
  const { name, share } = attackText;
  return [name(found), share(found.risk ?? 0), share(found.low ?? 0), share(limits[found.attack])];
}
