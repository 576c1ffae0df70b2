import type { PlaceLevel } from '#shared/domain/place-levels.ts';
import { quotedNames } from './names.ts';

const written: Record<PlaceLevel, string> = {
  place: 'the large place near',
  country: 'the country of the large place near',
  region: 'the part of the world of the large place near',
};

/** What the operation says that names positions. In the form of `operationsText`. */
export const placingOperationsText = {
  'name-places': {
    label: 'Name places',
    summary: 'Writes the large place near a position, its country or its part of the world instead of coordinates.',
    describe: (latitude: string, longitude: string, level: PlaceLevel) =>
      `Write ${written[level]} the position in ${quotedNames([latitude, longitude])} into both columns.`,
    latitude: { label: 'Latitude', help: 'The column that says how far north a position is, from −90 to 90 degrees.' },
    longitude: {
      label: 'Longitude',
      help: 'The column that says how far east it is, from −180 to 180. Both read the same name afterwards.',
    },
    level: {
      label: 'Write',
      help:
        'The place is the nearest of 100,000 inhabitants and more, within 100 km; the country is that place’s, near a ' +
        'border perhaps the neighbour’s. What is near none is “Elsewhere”.',
      options: { place: 'The large place nearby', country: 'Its country', region: 'Its part of the world' },
    },
    elsewhere: 'Elsewhere',
    /** A name that places of several countries have. */
    placeIn: (name: string, country: string) => `${name} (${country})`,
    oneColumn: (column: string) =>
      `${quotedNames([column])} cannot be both. Choose the column of the latitude and that of the longitude; a pair in one ` +
      'cell takes a hierarchy.',
    swapped: (latitude: string, longitude: string) =>
      `By their names ${quotedNames([latitude])} is the longitude and ${quotedNames([longitude])} the latitude. Exchange them.`,
  },
};
