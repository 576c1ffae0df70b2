/**
 * For whom an evidence pack is made: an authority gets everything; an auditor or customer no details of security
 * measures; the public a summary. What is left out is said in the pack.
 */
export const packProfiles = ['authority', 'auditor', 'public'] as const;
export type PackProfile = (typeof packProfiles)[number];
