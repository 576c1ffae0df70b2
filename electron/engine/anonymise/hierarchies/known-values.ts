import countries from '#resources/hierarchies/country.json' with { type: 'json' };
import education from '#resources/hierarchies/education-level.json' with { type: 'json' };
import maritalStatus from '#resources/hierarchies/marital-status.json' with { type: 'json' };
import occupation from '#resources/hierarchies/occupation.json' with { type: 'json' };
import places from '#resources/vocabularies/places.json' with { type: 'json' };
import { fold } from '#shared/domain/fold.ts';
import type { KnownHierarchyKind } from '#shared/domain/hierarchy-kinds.ts';
import { labelsOfPoint, regionsByCode } from './labels-of-point.ts';
import { coordinatesIn, placesSource } from './nearest-place.ts';

/** A list that says of values which labels lie above them, from fine to coarse. */
export interface KnownValues {
  kind: KnownHierarchyKind;
  /** Where the list is from. */
  source: string;
  /** Null: it does not have the value. */
  labelsOf(value: string): readonly string[] | null;
}

const key = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

interface Codebook {
  source: string;
  groups: { above: string[]; values: string[] }[];
}

function ofCodebook(kind: KnownHierarchyKind, { source, groups }: Codebook): KnownValues {
  const labels = new Map(groups.flatMap(({ above, values }) => values.map((value) => [value, above] as const)));
  return { kind, source, labelsOf: (value) => labels.get(key(value)) ?? null };
}

function ofPlaces(): KnownValues {
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  const labels = new Map<string, readonly string[]>();
  for (const [code, names] of Object.entries(places.countries)) {
    const above = [english.of(code) ?? code];
    for (const name of names.split(';')) labels.set(name, above);
  }
  return { kind: 'place', source: places.source, labelsOf: (value) => labels.get(key(value)) ?? null };
}

/** Pairs of coordinates: the large place nearby, its country and part of the world. Near a border that may be next door's. */
const ofCoordinates = (): KnownValues => ({
  kind: 'coordinates',
  source: placesSource,
  labelsOf: (value) => {
    const point = coordinatesIn(value);
    return point === null ? null : labelsOfPoint(point);
  },
});

/** Countries by their codes of two letters, and by their names in seven languages. */
function ofCountries(): KnownValues {
  const labels = new Map<string, readonly string[]>();
  const names = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'].map((of) => new Intl.DisplayNames([of], { type: 'region' }));
  const regionOf = regionsByCode();
  for (const [code, region] of regionOf)
    for (const name of [code, ...names.map((language) => language.of(code) ?? code)]) labels.set(key(name), region);
  for (const [alias, code] of Object.entries(countries.aliases)) labels.set(alias, regionOf.get(code)!);
  return { kind: 'country', source: countries.source, labelsOf: (value) => labels.get(key(value)) ?? null };
}

let lists: readonly KnownValues[] | undefined;

/** The lists that come with the program; a value is looked up without case, accents and signs. */
export const knownValues = (): readonly KnownValues[] =>
  (lists ??= [
    ofPlaces(),
    ofCountries(),
    ofCoordinates(),
    ofCodebook('occupation', occupation),
    ofCodebook('education', education),
    ofCodebook('marital-status', maritalStatus),
  ]);
