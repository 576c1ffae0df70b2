import lying from '#resources/vocabularies/place-coordinates.json' with { type: 'json' };

/** A large place: degrees north and east. */
export interface Place {
  name: string;
  /** ISO 3166, two letters. */
  country: string;
  latitude: number;
  longitude: number;
}

export const placesSource = lying.source;

let places: readonly Place[] | undefined;
export const largePlaces = (): readonly Place[] =>
  (places ??= Object.entries(lying.countries).flatMap(([country, list]) =>
    list.split(';').map((place) => {
      const [name = '', latitude, longitude] = place.split(',');
      return { name, country, latitude: Number(latitude) / 100, longitude: Number(longitude) / 100 };
    }),
  ));

/** A pair of numbers, latitude first, in brackets or not; `POINT (longitude latitude)` as databases write it. */
const pair = /^\s*(?:point\s*)?[([]?\s*([+-]?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*[)\]]?\s*$/i;

/** Latitude and longitude that a cell names, or null. */
export function coordinatesIn(text: string): { latitude: number; longitude: number } | null {
  const found = pair.exec(text);
  if (found === null) return null;
  const [first, second] = [Number(found[1]), Number(found[2])];
  const [latitude, longitude] = /point/i.test(text) ? [second, first] : [first, second];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

const radius = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres between two points of a sphere (haversine). */
export function kilometres(a: Pick<Place, 'latitude' | 'longitude'>, b: Pick<Place, 'latitude' | 'longitude'>): number {
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const h =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Beyond it no place is said to be near: what lies in between has no name here. */
export const nearUpTo = 100;

let bands: Map<number, Place[]> | undefined;
/** Places by the whole degree of their latitude: 100 km are less than one degree of it. */
function bandsOf(): Map<number, Place[]> {
  if (bands !== undefined) return bands;
  bands = new Map();
  for (const place of largePlaces()) {
    const degree = Math.floor(place.latitude);
    bands.set(degree, [...(bands.get(degree) ?? []), place]);
  }
  return bands;
}

/**
 * Degrees of longitude that 100 km are at most where they begin at this latitude: asin(sin(d / r) / cos φ); all of them
 * where a pole is as near.
 */
function reachOf(latitude: number): number {
  const share = Math.sin(nearUpTo / radius) / Math.cos(radians(latitude));
  return share < 1 ? (Math.asin(share) * 180) / Math.PI : 180;
}

/** The large place that lies nearest, within 100 km; null where there is none. */
export function nearestPlace(point: { latitude: number; longitude: number }): Place | null {
  const degree = Math.floor(point.latitude);
  const reach = reachOf(point.latitude);
  let nearest: Place | null = null;
  let least = nearUpTo;
  for (const band of [degree - 1, degree, degree + 1])
    for (const place of bandsOf().get(band) ?? []) {
      const east = Math.abs(place.longitude - point.longitude);
      if (Math.min(east, 360 - east) > reach) continue;
      const far = kilometres(point, place);
      if (far < least) [nearest, least] = [place, far];
    }
  return nearest;
}
