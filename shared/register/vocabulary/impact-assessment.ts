/** Cases in which an assessment is required at any rate, GDPR Art. 35(3)(a)–(c). */
export const requiredCases = ['evaluation-with-effect', 'large-scale-special', 'public-area-monitoring'] as const;
export type RequiredCase = (typeof requiredCases)[number];

/** The nine criteria of WP248 rev.01, in order. Two or more: normally an assessment. */
export const highRiskCriteria = [
  'evaluation-scoring',
  'automated-decision',
  'systematic-monitoring',
  'sensitive-data',
  'large-scale',
  'matching-combining',
  'vulnerable-people',
  'new-technology',
  'prevents-right-or-service',
] as const;
export type HighRiskCriterion = (typeof highRiskCriteria)[number];

export const screeningResults = ['required', 'recommended', 'not-required', 'exempt'] as const;
export type ScreeningResult = (typeof screeningResults)[number];

/** What is feared: the three events that authorities’ methods know, and those that come of using data as meant. */
export const fearedEvents = [
  'illegitimate-access',
  'unwanted-change',
  'disappearance',
  'found-again-by-linking',
  'unwanted-inference',
  'chosen-unfairly',
  'function-creep',
  'loss-of-control',
] as const;
export type FearedEvent = (typeof fearedEvents)[number];

/** Severity and likelihood, from negligible to greatest. */
export const riskLevels = ['1', '2', '3', '4'] as const;

/** How a decision on the assessment ends, as the EDPB template has it. */
export const assessmentDecisions = ['approve', 'approve-with-conditions', 'reject', 'refer'] as const;
