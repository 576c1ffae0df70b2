/** Characters that a format-preserving cipher writes, by name. */
export const formatAlphabets = {
  digits: '0123456789',
  lower: '0123456789abcdefghijklmnopqrstuvwxyz',
  upper: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  mixed: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
} as const;
export type FormatAlphabet = keyof typeof formatAlphabets;
export const isFormatAlphabet = (name: string): name is FormatAlphabet => Object.hasOwn(formatAlphabets, name);

/** What may stand between them, one at a time, and stays; written for a character class. */
export const formatSeparators = ' ./_-';

/** Fewer values than these can be tried through: NIST SP 800-38G Rev. 1 (2nd draft, 2025), 5.1. */
export const smallestDomain = 1_000_000;

/** The name of the key of a step with that name, or purpose: no hash of the same purpose tells anything of it. */
export const formatKeyName = (name: string): string => `format: ${name}`;
