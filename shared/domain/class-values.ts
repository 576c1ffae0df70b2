/** The protected values of one class: the i-th of `codes` occurs `counts[i]` times, `rows` in all. */
export interface ClassValues {
  codes: readonly number[];
  counts: readonly number[];
  rows: number;
}

/** A protected column: its values by code, and how often each occurs in the whole table, suppressed rows among them. */
export interface TableValues {
  values: readonly (string | null)[];
  counts: readonly number[];
  rows: number;
}

/** No value, a blank one, and the star of a suppressed cell are missing. */
export const isMissing = (value: string | null): boolean => value === null || /^(\s*|\s*\*\s*)$/.test(value);

/**
 * The values that are there: a missing one tells nothing, so it makes no class more varied. Null where a class holds
 * nothing else.
 */
export function withoutMissing(values: ClassValues, { values: texts }: TableValues): ClassValues | null {
  const { codes, counts } = values;
  if (!codes.some((code) => isMissing(texts[code]!))) return codes.length === 0 ? null : values;
  const kept = codes.flatMap((code, at) => (isMissing(texts[code]!) ? [] : [at]));
  if (kept.length === 0) return null;
  return {
    codes: kept.map((at) => codes[at]!),
    counts: kept.map((at) => counts[at]!),
    rows: kept.reduce((sum, at) => sum + counts[at]!, 0),
  };
}
