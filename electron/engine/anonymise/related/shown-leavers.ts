/** What somebody reads in a release, by who they are. */
export type Readings = ReadonlyMap<string, string>;

/** Whom two releases of the same people show to have left, or to have joined. */
export interface ShownLeavers {
  left: number;
  joined: number;
  /** Things that are read in both, and that changed so. */
  groups: number;
  /** Things that are read in both. */
  inBoth: number;
}

/** Who reads each thing. */
function readersOf(readings: Readings): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [who, said] of readings) {
    const readers = found.get(said);
    if (readers === undefined) found.set(said, new Set([who]));
    else readers.add(who);
  }
  return found;
}

/** Those of a set who are not in another. */
const without = (some: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...some].filter((one) => !others.has(one));

/**
 * People whom somebody finds who takes one release from the other, where both were grouped anew: something is read in
 * both, fewer than `k` of its readers are not in the second release at all, and nobody came in their place; or the other
 * way round. That somebody reads otherwise because the groups are others says nothing of them, and counts for nobody.
 * @param k at least 2
 */
export function shownLeavers(before: Readings, after: Readings, k: number): ShownLeavers {
  const [then, now] = [readersOf(before), readersOf(after)];
  const found: ShownLeavers = { left: 0, joined: 0, groups: 0, inBoth: 0 };
  for (const [said, were] of then) {
    const are = now.get(said);
    if (are === undefined) continue;
    found.inBoth += 1;
    const [gone, come] = [without(were, are), without(are, were)];
    const [some, others, elsewhere] = gone.length > 0 ? [gone, come, after] : [come, gone, before];
    if (some.length === 0 || some.length >= k || others.length > 0 || some.some((who) => elsewhere.has(who))) continue;
    found.groups += 1;
    if (gone.length > 0) found.left += gone.length;
    else found.joined += come.length;
  }
  return found;
}
