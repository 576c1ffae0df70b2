import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Ladder } from './step-spec.ts';
import type { Wish } from './table-search.ts';

/** Columns that all say how old a person is, the one whose groups can be chosen best first. */
const ages: readonly SemanticTypeId[] = ['date_of_birth', 'age', 'birth_year', 'age_group', 'generation'];
/** Columns that say where a person is by a finer measure than any purpose asks for. */
const coordinates = typeSet('latitude', 'longitude', 'geo_coordinates');
const regions = typeSet('postal_code', 'city', 'county', 'state_region');

export type Told = 'age' | 'region';

/** What a column says that one column is enough to say; null for all others. */
const saysOf = ({ finding }: Ladder): Told | null =>
  ages.includes(finding.type) ? 'age' : coordinates.has(finding.type) ? 'region' : null;

/** The kept column beside which a further one is not needed, and what it tells already. */
export function rivalOf(ladder: Ladder, kept: readonly Ladder[]): { told: Told; by: Ladder } | undefined {
  const told = saysOf(ladder);
  if (told === null) return undefined;
  const by = kept.find(
    (other) =>
      other !== ladder && (told === 'age' ? ages.includes(other.finding.type) : regions.has(other.finding.type)),
  );
  return by && { told, by };
}

/** Columns that only come in where those that are asked first do not: further ages, coordinates beside regions. */
export function comesSecond(ladder: Ladder, all: readonly Ladder[]): boolean {
  const rank = ages.indexOf(ladder.finding.type);
  if (rank >= 0) {
    const first = all
      .filter(({ finding }) => ages.includes(finding.type))
      .sort((a, b) => ages.indexOf(a.finding.type) - ages.indexOf(b.finding.type))[0];
    return first !== ladder;
  }
  return coordinates.has(ladder.finding.type) && all.some(({ finding }) => regions.has(finding.type));
}

/** How much a purpose wants a column: what it names first counts most, what it does not name least. */
export function wishOf({ finding }: Ladder, purpose: Purpose): Wish {
  const at = purpose.dataNeeded.findIndex(
    ({ types }) => types.includes(finding.type) || types.includes(finding.category),
  );
  return at < 0 ? { weight: 0.3, need: '' } : { weight: 1 / (1 + at * 0.15), need: String(at) };
}
