import type { untoldGrounds } from './breach.ts';
import type { RefusalGround } from './request.ts';

/** A justification of DPV 2.3 (extension `justifications`), and whether it says what the ground says or is wider. */
export interface JustificationTerm {
  term: string;
  iri: string;
  exact: boolean;
}

const named = (name: string, exact = true): JustificationTerm => ({
  term: `justifications:${name}`,
  iri: `https://w3id.org/dpv/justifications#${name}`,
  exact,
});

/** The vocabulary has no term of its own: the widest that holds. */
const none = named('NonFulfilmentJustification', false);

/** Why a right is refused, or is not given in full. */
export const refusalTerms: Readonly<Record<RefusalGround, JustificationTerm>> = {
  unfounded: named('ProcessUnfounded'),
  excessive: named('ProcessExcessive'),
  'identity-not-shown': named('IdentityVerificationFailure'),
  'nothing-found': none,
  'others-rights': named('ThirdPartyRightsImpaired'),
  expression: named('FreedomOfExpressionImpaired'),
  'legal-obligation': named('LegalObligationImpaired'),
  'public-health': named('PublicHealthCompromised'),
  // The vocabulary has archiving, research and statistics apart; Art. 17(3)(d) has them together.
  archiving: none,
  'legal-claims': named('LegalClaimImpaired'),
  'compelling-grounds': named('LegitimateInterestOverride'),
  'accuracy-shown': none,
  'not-portable': none,
  // Contract and exemption by law are two terms below it; Art. 22(2) has them together.
  'contract-or-law': named('LegalProcessImpaired', false),
  'national-law': named('LegallyExempted'),
};

/** Why people are not told of a breach (GDPR Art. 34(3)). */
export const untoldTerms: Readonly<Record<(typeof untoldGrounds)[number], JustificationTerm>> = {
  'no-high-risk': named('RightsFreedomsImpactUnlikely'),
  '34-3-a': named('ProcessSafeguarded'),
  '34-3-b': named('RiskMitigated'),
  '34-3-c': named('DisproportionateEffortRequired'),
};
