import countries from '#resources/hierarchies/country.json' with { type: 'json' };
import { operationsText } from '#shared/text/operations.ts';
import { largePlaces, nearestPlace, type Place } from './nearest-place.ts';

const words = operationsText['name-places'];

/** The part of the world of countries by their codes of two letters, as labels upwards. */
export const regionsByCode = (): Map<string, readonly string[]> =>
  new Map(
    Object.entries(countries.regions).flatMap(([region, codes]) =>
      codes.split(' ').map((code): [string, string[]] => [code, [region]]),
    ),
  );

/** Names that places of several countries have. */
function namesOfSeveral(): Set<string> {
  const countryOf = new Map<string, string>();
  const several = new Set<string>();
  for (const { name, country } of largePlaces())
    if ((countryOf.get(name) ?? country) === country) countryOf.set(name, country);
    else several.add(name);
  return several;
}

/** What lies above a point, from fine to coarse: the large place nearby, its country, its part of the world. */
export type LabelsOfPoint = (point: Pick<Place, 'latitude' | 'longitude'>) => [string, string, string] | null;

let known: LabelsOfPoint | undefined;

function makeLabels(): LabelsOfPoint {
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  const [regionOf, several] = [regionsByCode(), namesOfSeveral()];
  return (point) => {
    const place = nearestPlace(point);
    if (place === null) return null;
    const country = english.of(place.country) ?? place.country;
    const name = several.has(place.name) ? words.placeIn(place.name, country) : place.name;
    return [name, country, regionOf.get(place.country)?.[0] ?? place.country];
  };
}

/** Null where no large place is within 100 km; near a border what is named may be the neighbour's. */
export const labelsOfPoint: LabelsOfPoint = (point) => (known ??= makeLabels())(point);
