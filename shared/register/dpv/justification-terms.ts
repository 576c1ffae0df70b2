import type { untoldGrounds } from '#shared/domain/breach.ts';
import type { RefusalGround } from '#shared/domain/request.ts';

/** A justification of DPV 2.3 (extension `justifications`), and whether it says what the ground says or is wider. */
export interface JustificationTerm {
  term: string;
  iri: string;
  label: string;
  exact: boolean;
}

const named = (name: string, label: string, exact = true): JustificationTerm => ({
  term: `justifications:${name}`,
  iri: `https://w3id.org/dpv/justifications#${name}`,
  label,
  exact,
});

/** The vocabulary has no term of its own: the widest that holds. */
const none = named('NonFulfilmentJustification', 'Non-Fulfilment Justification', false);

/** Why a right is refused, or is not given in full. */
export const refusalTerms: Readonly<Record<RefusalGround, JustificationTerm>> = {
  unfounded: named('ProcessUnfounded', 'Process Unfounded'),
  excessive: named('ProcessExcessive', 'Process Excessive'),
  'identity-not-shown': named('IdentityVerificationFailure', 'Identity Verification Failure'),
  'nothing-found': none,
  'others-rights': named('ThirdPartyRightsImpaired', 'Third Party Rights Impaired'),
  expression: named('FreedomOfExpressionImpaired', 'Freedom Of Expression Impaired'),
  'legal-obligation': named('LegalObligationImpaired', 'Required for Legal Obligation'),
  'public-health': named('PublicHealthCompromised', 'Public Health Compromised'),
  // The vocabulary has archiving, research and statistics apart; Art. 17(3)(d) has them together.
  archiving: none,
  'legal-claims': named('LegalClaimImpaired', 'Legal Claim Impaired'),
  'compelling-grounds': named('LegitimateInterestOverride', 'Legitimate Interest Override'),
  'accuracy-shown': none,
  'not-portable': none,
  // Contract and exemption by law are two terms below it; Art. 22(2) has them together.
  'contract-or-law': named('LegalProcessImpaired', 'Legal Process Impaired', false),
  'national-law': named('LegallyExempted', 'Legally Exempted'),
};

/** Why people are not told of a breach (GDPR Art. 34(3)). */
export const untoldTerms: Readonly<Record<(typeof untoldGrounds)[number], JustificationTerm>> = {
  'no-high-risk': named('RightsFreedomsImpactUnlikely', 'Rights Freedoms Impact Unlikely'),
  '34-3-a': named('ProcessSafeguarded', 'Process Safeguarded'),
  '34-3-b': named('RiskMitigated', 'Risk Mitigated'),
  '34-3-c': named('DisproportionateEffortRequired', 'Disproportionate Effort Required'),
};
