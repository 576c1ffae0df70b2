import type { FairnessGroup } from '#shared/domain/fairness-audit.ts';

/** Smallest first; what others are held against goes last. */
const firstToGo = (one: FairnessGroup, other: FairnessGroup): number =>
  Number(one.isReference) - Number(other.isReference) || one.people - other.people;

/** Groups that a sum on the page runs over: all of them, and in a crossing those with one value of one column. */
function linesOf(groups: readonly FairnessGroup[]): FairnessGroup[][] {
  const columns = groups[0]?.values.length ?? 0;
  if (columns < 2) return [[...groups]];
  const lines = new Map<string, FairnessGroup[]>([['all', [...groups]]]);
  for (const group of groups)
    group.values.forEach((value, at) => {
      const key = JSON.stringify([at, value]);
      lines.set(key, [...(lines.get(key) ?? []), group]);
    });
  return [...lines.values()];
}

/**
 * Groups that are not shown to others: those of fewer than so many people, and beside them, smallest first, as many
 * others as it takes that no sum of what is shown tells of fewer (complementary suppression; Hundepool et al. 2012, 4.2).
 */
export function hiddenGroups(groups: readonly FairnessGroup[], fewest: number): Set<FairnessGroup> {
  const hidden = new Set(groups.filter(({ people }) => people < fewest));
  const lines = linesOf(groups);
  for (let changed = hidden.size > 0; changed;) {
    changed = false;
    for (const line of lines) {
      const gone = line.filter((group) => hidden.has(group));
      const people = gone.reduce((sum, group) => sum + group.people, 0);
      if (gone.length === 0 || (gone.length > 1 && people >= fewest)) continue;
      const shown = line.filter((group) => !hidden.has(group)).sort(firstToGo);
      if (shown[0] === undefined) continue;
      hidden.add(shown[0]);
      changed = true;
    }
  }
  return hidden;
}
