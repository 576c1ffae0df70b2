import type { Finding } from '#shared/domain/finding.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { PolicyRuling } from '#shared/policy/policy-in-force.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';

/**
 * The rulings of the policy that decided something about a release: the age that people were left out by, the days that
 * identifiers were held against, and, of a targeting release, what the flags of its source's columns bar.
 */
export function policyUsed(
  { facts, policy }: Pick<TransformedRows, 'facts' | 'policy'>,
  release: ReleaseKind,
  findings: readonly Finding[],
): PolicyRuling[] {
  const byFacts = facts.asked.flatMap(({ fact }) => (fact.state === 'asked' ? (fact.goesBy ?? []) : []));
  const flags = new Set(release === 'targeting' ? findings.flatMap((finding) => finding.flags) : []);
  return [...byFacts, ...[...flags].flatMap((flag) => policy.ruling('bars-targeting', flag) ?? [])];
}
