/** Special categories, GDPR Art. 9(1), by the flag that a column of the kind carries. */
export const specialCategories = [
  'race_ethnicity',
  'political',
  'religion',
  'trade_union',
  'genetic',
  'biometric',
  'health',
  'sexual_orientation',
] as const;
export type SpecialCategory = (typeof specialCategories)[number];

/** Conditions of GDPR Art. 9(2)(a)–(j), in order. */
export const art9Conditions = [
  'explicit-consent',
  'employment-social-law',
  'vital-interests-incapable',
  'non-profit-members',
  'made-public',
  'legal-claims',
  'substantial-public-interest',
  'health-care',
  'public-health',
  'archiving-research-statistics',
] as const;
export type Art9Condition = (typeof art9Conditions)[number];

/** Whose interest an assessment of legitimate interests is about, GDPR Art. 6(1)(f). */
export const interestHolders = ['controller', 'third-party', 'public'] as const;

/** How such an assessment ends. Only the first lets the basis hold. */
export const weighingOutcomes = ['interest-prevails', 'people-prevail', 'open'] as const;

/** How the test of a further purpose ends, GDPR Art. 6(4), 5(1)(b). A person decides; nothing is reckoned. */
export const compatibilityOutcomes = ['compatible', 'incompatible', 'new-consent', 'law', 'research'] as const;
export type CompatibilityOutcome = (typeof compatibilityOutcomes)[number];

/** What allows a decision by automatic means alone, GDPR Art. 22(2)(a)–(c). */
export const automatedGrounds = ['contract', 'law', 'explicit-consent'] as const;
