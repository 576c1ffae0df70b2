import { formula } from './formula.ts';
import { variables } from './variables.ts';

export const trimmed = (x: string): string => `trim(BOTH ${variables.space} FROM ${x})`;
export const withoutSeparators = (x: string): string => `trim(BOTH ${variables.separators} FROM ${x})`;

/** Small letters by a table, because Java has its own of İ and of ς. */
export const lowered = (x: string): string => `translate(${x}, ${variables.capitals}, ${variables.smalls})`;

/** What is ASCII alone is composed. */
export const composed = formula(
  ['t'],
  (t) =>
    `CASE WHEN ${t} IS NULL OR octet_length(${t}) = length(${t}) THEN ${t} ` +
    `ELSE reflect('com.ibm.icu.text.Normalizer', 'compose', ${t}, false) END`,
);

export const blankToNull = formula(['t'], (t) => `CASE WHEN ${trimmed(t)} <> '' THEN ${t} END`);
