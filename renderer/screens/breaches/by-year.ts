import type { BreachSummary } from '#shared/contract/breaches.ts';

interface Year {
  /** Null: their clocks run, whatever year they are of. */
  year: string | null;
  own: BreachSummary[];
}

/** Running clocks first, then those that are over by the year of awareness, the newest first; order within stays. */
export function byYear(breaches: readonly BreachSummary[]): Year[] {
  const years = new Map<string | null, BreachSummary[]>();
  for (const breach of breaches) {
    const year = breach.clock.hoursLeft === null ? breach.clock.awareAt.slice(0, 4) : null;
    years.set(year, [...(years.get(year) ?? []), breach]);
  }
  return [...years]
    .map(([year, own]) => ({ year, own }))
    .toSorted((one, other) => (one.year === null ? -1 : other.year === null ? 1 : one.year < other.year ? 1 : -1));
}
