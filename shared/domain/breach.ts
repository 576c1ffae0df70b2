/** How far a breach has come (DPV's incident states, and `closed`: written down whole, nothing is due any more). */
export const breachStates = [
  'suspected',
  'detected',
  'ongoing',
  'halted',
  'concluded',
  'terminated',
  'mitigated',
  'closed',
] as const;
export type BreachState = (typeof breachStates)[number];

export const breachTypes = ['confidentiality', 'integrity', 'availability'] as const;
export const breachCauses = [
  'malicious-outside',
  'malicious-inside',
  'accident-outside',
  'accident-inside',
  'processor',
  'not-known',
] as const;

/** An answer that a person gives; nobody's answer is `not-known`, which is never taken for a yes. */
export const knownAnswers = ['yes', 'no', 'not-known'] as const;
/** How identifiers stand in what was affected, the gravest first. `anonymised`: the label of a release. */
export const identifierForms = ['plain', 'unkeyed', 'not-known', 'keyed', 'none', 'anonymised'] as const;
export type IdentifierForm = (typeof identifierForms)[number];

/** Why people need not be told themselves: no high risk, or one of the grounds of Art. 34(3). */
export const untoldGrounds = ['no-high-risk', '34-3-a', '34-3-b', '34-3-c'] as const;

/** The forms of authorities that drafts are written for. */
export const breachFormIds = ['edpb', 'ico', 'cnil'] as const;
export type BreachFormId = (typeof breachFormIds)[number];

/** Why the record of a breach is erased; chosen, not written, so that no word of it stays. */
export const breachDeletions = ['kept-long-enough', 'entered-by-mistake', 'cannot-be-read'] as const;
export type BreachDeletion = (typeof breachDeletions)[number];
