import { Failure } from '#shared/contract/failure.ts';
import type { GuardFinding, GuardOverridden } from '#shared/domain/guardrail.ts';
import { whyNobodyMay } from '#shared/guardrails/index.ts';
import { overridesText as text } from '#shared/text/engine/overrides.ts';

/** Who releases in spite of which blocks, and why; it was looked at that they may. */
export interface Overriding extends Pick<GuardOverridden, 'by' | 'role' | 'at'> {
  reasons: ReadonlyMap<string, string>;
}

/**
 * The same answers, with whoever overrides them on the blocks that they name. A block stays one.
 * @throws Failure GUARDRAIL_BLOCKS where one that is named may not be overridden
 */
export function overrideBlocks(findings: readonly GuardFinding[], overriding: Overriding | null): GuardFinding[] {
  if (overriding === null) return [...findings];
  const { by, role, at, reasons } = overriding;
  return findings.map((finding) => {
    const reason = reasons.get(finding.id);
    if (reason === undefined || finding.verdict !== 'block') return finding;
    if (finding.overridable !== true) {
      const why = whyNobodyMay(finding.id, finding.reason?.code);
      throw new Failure('GUARDRAIL_BLOCKS', text.nobodyMay(finding.id, why), { findings: [...findings] });
    }
    return { ...finding, overridden: { by, role, reason, at } };
  });
}

/**
 * Refuses what is named and blocks nothing, now that all is known of the release.
 * @throws Failure WRONG_USAGE
 */
export function requireBlocking(findings: readonly GuardFinding[], overriding: Overriding | null): void {
  for (const id of overriding?.reasons.keys() ?? [])
    if (!findings.some((finding) => finding.id === id && finding.verdict === 'block'))
      throw new Failure('WRONG_USAGE', text.notBlocking(id));
}
