import { mergeTuples, smallClasses } from './class-sizes.ts';
import type { Tuples } from './tuples.ts';

export interface SearchInput {
  tuples: Tuples;
  /** Loss (0..1) of each level of each ladder, rising. */
  losses: number[][];
  k: number;
  /** Rows that may lie in classes below k. */
  allowed: number;
  /** Levels to start from; the result is never finer while coarsening. */
  start: number[];
  /** Called between measurements; throws to cancel. */
  breathe: () => Promise<void>;
}

/**
 * Cells looked at before the search turns to the cheaper rule: about ten seconds. Work, not time, so that every run
 * finds the same recipe.
 */
const budget = 2_000_000_000;

/**
 * Coarsens one ladder at a time, always the one that brings most rows out of small classes per loss, until at most
 * `allowed` rows are left in them; then takes back what turned out unnecessary. Greedy: good and quick, not proven
 * optimal. Null where not even dropping everything helps.
 */
export async function searchLevels({
  tuples,
  losses,
  k,
  allowed,
  start,
  breathe,
}: SearchInput): Promise<number[] | null> {
  const levels = [...start];
  let work = 0;
  let current = mergeTuples(tuples, levels);
  const measure = (trial: number[], on: Tuples): { rows: number; classes: number } => {
    work += on.count * (trial.length + 2);
    return smallClasses(on, trial, k);
  };
  const next = (ladder: number): number | null =>
    (levels[ladder] ?? 0) + 1 < (losses[ladder]?.length ?? 0) ? (levels[ladder] ?? 0) + 1 : null;
  const lossOf = (ladder: number, level: number): number => losses[ladder]?.[level] ?? 1;
  const distinctAt = (ladder: number, level: number): number => new Set(tuples.levels[ladder]?.[level]).size;
  let now = measure(levels, current);
  while (now.rows > allowed) {
    await breathe();
    const candidates = levels.map((_, ladder) => ladder).filter((ladder) => next(ladder) !== null);
    if (candidates.length === 0) return null;
    const spent = (ladder: number): number =>
      Math.max(0.01, lossOf(ladder, next(ladder) ?? 0) - lossOf(ladder, levels[ladder] ?? 0));
    /** How much narrower the column by itself becomes, in powers of two: decides while no single step helps yet. */
    const narrower = (ladder: number): number =>
      Math.log2(distinctAt(ladder, levels[ladder] ?? 0) / Math.max(1, distinctAt(ladder, next(ladder) ?? 0)));
    const cost = current.count * (levels.length + 2) * candidates.length;
    let chosen: number[];
    if (work + cost > budget || now.rows > 0.98 * totalRows(current)) {
      chosen = candidates
        .map((ladder) => ({ ladder, score: narrower(ladder) / spent(ladder) }))
        .sort((x, y) => y.score - x.score || x.ladder - y.ladder)
        .slice(0, Math.ceil(candidates.length / 12))
        .map(({ ladder }) => ladder);
    } else {
      const scored: { ladder: number; gain: number; narrow: number }[] = [];
      for (const ladder of candidates) {
        const after = measure(
          levels.map((level, index) => (index === ladder ? (next(ladder) ?? level) : level)),
          current,
        );
        scored.push({
          ladder,
          gain: (now.rows - after.rows) / spent(ladder),
          narrow: narrower(ladder) / spent(ladder),
        });
        await breathe();
      }
      chosen = scored
        .sort((x, y) => y.gain - x.gain || y.narrow - x.narrow || x.ladder - y.ladder)
        .slice(0, 1)
        .map(({ ladder }) => ladder);
    }
    for (const ladder of chosen) levels[ladder] = next(ladder) ?? 0;
    current = mergeTuples(current, levels);
    now = measure(levels, current);
  }
  return refine({ tuples, losses, k, allowed, start, breathe }, levels, budget * 2 - work);
}

const totalRows = (tuples: Tuples): number => tuples.rows.reduce((sum, rows) => sum + rows, 0);

/** Takes steps back, dearest first, wherever the target still holds. */
async function refine(
  { tuples, losses, k, allowed, start, breathe }: SearchInput,
  found: number[],
  work: number,
): Promise<number[]> {
  const levels = [...found];
  let left = work;
  let improved = true;
  while (improved) {
    improved = false;
    const order = levels
      .map((level, ladder) => ({ ladder, level }))
      .filter(({ ladder, level }) => level > (start[ladder] ?? 0))
      .sort((x, y) => (losses[y.ladder]?.[y.level] ?? 0) - (losses[x.ladder]?.[x.level] ?? 0) || x.ladder - y.ladder);
    for (const { ladder } of order) {
      left -= tuples.count * (levels.length + 2);
      if (left < 0) return levels;
      const trial = levels.map((level, index) => (index === ladder ? level - 1 : level));
      await breathe();
      if (smallClasses(tuples, trial, k).rows > allowed) continue;
      levels[ladder] = (levels[ladder] ?? 1) - 1;
      improved = true;
    }
  }
  return levels;
}
