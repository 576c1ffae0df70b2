import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { ClassificationPolicy } from '#shared/domain/column-class.ts';
import type { Decision, Finding } from '#shared/domain/finding.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { applyPolicy } from './apply-policy.ts';

/**
 * What the product goes by: the suggestion, or a person's decision where there is one. A decision outranks every
 * suggestion, also a later one.
 */
export function effectiveFinding(
  suggestion: Finding,
  decision: Decision | null,
  policy: ClassificationPolicy,
): Finding {
  if (!decision) return suggestion;
  const type = semanticTypeById(decision.type);
  const by = [decision.actor, decision.at.slice(0, 10)] as const;
  const accepted = decision.action === 'accepted';
  const sentence = decision.reason
    ? evidenceText[accepted ? 'acceptedBecause' : 'decidedBecause'](...by, decision.reason)
    : evidenceText[accepted ? 'accepted' : 'decided'](...by);
  const same = decision.type === suggestion.type;
  const { undecided: _, ...suggested } = suggestion;
  const base: Finding = {
    ...suggested,
    type: decision.type,
    class: decision.class,
    category: same ? suggestion.category : (type?.category ?? suggestion.category),
    flags: same
      ? suggestion.flags
      : [
          ...new Set([
            ...(type?.flags ?? []),
            ...suggestion.flags.filter((flag) => flag === 'free_text_pii' || flag === 'minor_age'),
          ]),
        ],
    confidence: 1,
    needsReview: false,
    runnerUp: same ? suggestion.runnerUp : suggestion.type,
    evidence: [{ kind: 'decision', detail: sentence }, ...suggestion.evidence],
  };
  const strict = applyPolicy(base, policy);
  return {
    ...strict,
    class: policy === 'gdpr-strict' && strict.flags.includes('online_identifier') ? strict.class : decision.class,
  };
}
