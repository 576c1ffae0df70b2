import type { ClassificationPolicy } from '#shared/domain/column-class.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';

/** GDPR Recital 30: under gdpr-strict an online identifier is personal data and counts as linked; the flag stays. */
export function applyPolicy(finding: Finding, policy: ClassificationPolicy): Finding {
  if (policy !== 'gdpr-strict' || !finding.flags.includes('online_identifier') || finding.class === 'linked')
    return finding;
  return {
    ...finding,
    class: 'linked',
    evidence: [...finding.evidence, { kind: 'policy', detail: evidenceText.strictPolicy }],
  };
}
