/** Fills the places of a sentence: numbers that nothing else says, so that they are found again in it. */
const marks = Array.from({ length: 6 }, (_, at) => 7001 + at);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A sentence as a pattern: every mark is a place, in `7,001` or `7001`; one thing and many are said alike. */
const patternOf = (sentence: string): string => escaped(sentence).replaceAll(/7,?00\d/g, '(.+?)');

/**
 * Every sentence of a catalogue by its path (`shape.json`) with the pattern of what it says. Where a sentence takes
 * more than numbers, `special` gives examples of it by its path, made of the marks 7001, 7002 … at the places that
 * vary.
 */
export function catalogueKinds(
  catalogue: object,
  special: Record<string, readonly string[]> = {},
  path = '',
): [string, RegExp][] {
  return Object.entries(catalogue).flatMap(([key, entry]: [string, unknown]): [string, RegExp][] => {
    const name = `${path}${key}`;
    if (typeof entry === 'object' && entry !== null) return catalogueKinds(entry, special, `${name}.`);
    const made = special[name] ?? [
      typeof entry === 'function'
        ? (entry as (...values: number[]) => string)(...marks.slice(0, entry.length))
        : String(entry),
    ];
    return [[name, new RegExp(`^(?:${made.map(patternOf).join('|')})$`)]];
  });
}

/**
 * Which kind a sentence is of, and what stands at its places: of several, the kind that leaves the least open. Null
 * where the catalogue has no such sentence.
 */
export function kindOf(kinds: readonly [string, RegExp][], sentence: string): { kind: string; said: string[] } | null {
  const found = kinds.flatMap(([kind, pattern]) => {
    const match = pattern.exec(sentence);
    return match ? [{ kind, said: match.slice(1).filter((part) => part !== undefined) }] : [];
  });
  const open = ({ said }: { said: string[] }): number => said.join('').length;
  return found.reduce<(typeof found)[number] | null>(
    (best, each) => (best === null || open(each) < open(best) ? each : best),
    null,
  );
}

/** `1,234` → 1234. */
export const numberSaid = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));
