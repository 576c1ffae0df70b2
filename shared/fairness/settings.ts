/**
 * Limits of an audit. The band is Aequitas's two-sided form (0.8 … 1.25) of the four-fifths rule of 29 CFR 1607, which is
 * law for hiring in the United States and an orientation elsewhere. The smallest group follows the rule of thumb for
 * normal intervals (30 people) and Cochran's five expected.
 */
export const auditSettings = {
  confidence: 0.95,
  band: { low: 0.8, high: 1.25 },
  alpha: 0.05,
  smallestGroup: 30,
  smallestExpected: 5,
} as const;
