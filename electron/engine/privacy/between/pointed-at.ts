/** Who is in which group of a release, an entry per row; nobody is in it twice who is twice in the arrays. */
export interface Membership {
  /** Codes from 0 of people, the same in both releases. */
  people: Int32Array;
  /** Codes from 0 of groups, likewise; as long as `people`. */
  groups: Int32Array;
}

/** Whom two releases together point at. */
export interface PointedAt {
  /** Codes of people, ascending. */
  people: number[];
  /** Codes of groups, ascending. */
  groups: number[];
  /** So many of the people are not in the second release at all, were not in the first, or are in another group. */
  left: number;
  joined: number;
  changed: number;
}

/** One number for a person in a group; exact while both counts together stay under 2^53. */
const entries = ({ people, groups }: Membership, of: number): Set<number> => {
  const found = new Set<number>();
  for (let at = 0; at < people.length; at += 1) found.add(people[at]! * of + groups[at]!);
  return found;
};

/** Adds the people of one release that are in a group there and not in the other. */
function onlyIn(here: ReadonlySet<number>, there: ReadonlySet<number>, of: number): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const entry of here) {
    if (there.has(entry)) continue;
    const group = entry % of;
    const people = found.get(group);
    if (people === undefined) found.set(group, [Math.floor(entry / of)]);
    else people.push(Math.floor(entry / of));
  }
  return found;
}

/**
 * Whom somebody finds who takes one release from the other, group by group: a group that lost fewer than `k` people and
 * got none, or got fewer than `k` and lost none, differs by exactly these, so they are a group of fewer than k that
 * neither release shows. Where others came as some went, the difference is nobody's own: the arrivals mask them, as
 * counterfeits do in m-invariance (Xiao, Tao 2007). Somebody whose values changed has left one group and joined another.
 * @param k at least 2
 */
export function pointedAt(before: Membership, after: Membership, k: number): PointedAt {
  let of = 1;
  for (const { groups } of [before, after]) for (const group of groups) if (group >= of) of = group + 1;
  const [then, now] = [entries(before, of), entries(after, of)];
  const [gone, come] = [onlyIn(then, now, of), onlyIn(now, then, of)];
  const found = new Set<number>();
  const small: number[] = [];
  for (const [one, other] of [
    [gone, come],
    [come, gone],
  ] as const)
    for (const [group, people] of one) {
      if (people.length >= k || other.has(group)) continue;
      small.push(group);
      for (const person of people) found.add(person);
    }
  const [were, are] = [new Set(before.people), new Set(after.people)];
  const people = [...found].toSorted((one, other) => one - other);
  const left = people.filter((person) => !are.has(person)).length;
  const joined = people.filter((person) => !were.has(person)).length;
  return {
    people,
    groups: small.toSorted((one, other) => one - other),
    left,
    joined,
    changed: people.length - left - joined,
  };
}
