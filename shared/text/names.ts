import { listed } from './numbers.ts';

const short = (name: string): string => (name.length > 60 ? `${name.slice(0, 57)}…` : name);

/** “name”, cut where a header is longer than a person reads. */
export const shortName = (name: string): string => `“${short(name)}”`;

/** “a”, “b” and “c”: every name in full, so that a description leaves none out. */
export const quotedNames = (names: readonly string[]): string => listed(names.map((name) => `“${name}”`));

/** The first few names, “a”, “b” and 7 more: for a sentence that may be about hundreds. */
export function firstNames(names: readonly string[]): string {
  const shown = names
    .slice(0, 5)
    .map((name) => shortName(name))
    .join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
