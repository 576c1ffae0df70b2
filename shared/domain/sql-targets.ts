/** Engines that a recipe can be written for. */
export const sqlTargets = ['duckdb', 'postgres', 'spark'] as const;
export type SqlTarget = (typeof sqlTargets)[number];
