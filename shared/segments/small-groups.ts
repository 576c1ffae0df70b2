import type { SmallGroupWay } from '#shared/domain/segments.ts';

/** People in one segment, in the order of the method's list. */
export interface CountedSegment<Id extends string = string> {
  id: Id;
  people: number;
}

/** Neighbouring segments that are shown as one, or not at all. */
export interface PeopleGroup<Id extends string = string> {
  segments: Id[];
  people: number;
  hidden: boolean;
}

/**
 * Groups of which none that is shown has from 1 to k − 1 people. An empty segment is shown as empty, by itself: it says
 * of nobody where they are.
 *
 * `merge`: the smallest of those below k joins the smaller of its neighbours that have people, until none is left; ties
 * go to the one before. `hide`: those below k are hidden, and with them, so that no difference from a total tells one of
 * them, the smallest of the others until at least two are hidden and they have k people together.
 * @returns null where all people together are fewer than k: nothing may be shown
 */
export function withoutSmall<Id extends string>(
  segments: readonly CountedSegment<Id>[],
  k: number,
  way: SmallGroupWay,
): PeopleGroup<Id>[] | null {
  const groups = segments.map(({ id, people }): PeopleGroup<Id> => ({ segments: [id], people, hidden: false }));
  const all = groups.reduce((sum, { people }) => sum + people, 0);
  if (all < k) return null;
  return way === 'merge' ? merged(groups, k) : hidden(groups, k);
}

const isSmall = ({ people }: PeopleGroup, k: number): boolean => people > 0 && people < k;

function merged<Id extends string>(groups: PeopleGroup<Id>[], k: number): PeopleGroup<Id>[] {
  const left = [...groups];
  for (;;) {
    const filled = left.filter(({ people }) => people > 0);
    const small = filled.filter((group) => isSmall(group, k)).sort((one, other) => one.people - other.people)[0];
    if (small === undefined) return left;
    const at = filled.indexOf(small);
    const [before, after] = [filled[at - 1], filled[at + 1]];
    const mate = before === undefined || (after !== undefined && after.people < before.people) ? after! : before;
    const [first, second] = mate === before ? [mate, small] : [small, mate];
    left.splice(left.indexOf(second), 1);
    left.splice(left.indexOf(first), 1, {
      segments: [...first.segments, ...second.segments],
      people: first.people + second.people,
      hidden: false,
    });
  }
}

function hidden<Id extends string>(groups: PeopleGroup<Id>[], k: number): PeopleGroup<Id>[] {
  const bySize = groups.filter(({ people }) => people > 0).sort((one, other) => one.people - other.people);
  const gone = new Set(bySize.filter((group) => isSmall(group, k)));
  const people = (): number => [...gone].reduce((sum, group) => sum + group.people, 0);
  for (const group of bySize) {
    if (gone.size === 0 || (gone.size > 1 && people() >= k)) break;
    gone.add(group);
  }
  return groups.map((group) => ({ ...group, hidden: gone.has(group) }));
}
