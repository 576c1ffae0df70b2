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
  const found: (PolicyRuling | null)[] = [];
  if (facts.some(({ kind }) => kind === 'age')) found.push(policy.ruling('targeting-age', '*'));
  const types = new Set(facts.flatMap((fact) => (fact.kind === 'past-limit' ? [fact.type] : [])));
  for (const type of types) found.push(policy.ruling('identifier-lifetime', type));
  const flags = new Set(release === 'targeting' ? findings.flatMap((finding) => finding.flags) : []);
  for (const flag of flags) found.push(policy.ruling('bars-targeting', flag));
  return found.filter((ruling) => ruling !== null);
}
