import { semanticType } from '#shared/semantic-types/semantic-type.ts';

export const latitude = semanticType({
  id: 'latitude',
  label: 'Latitude',
  class: 'linkable',
  category: 'personal',
  flags: ['precise_location'],
  accepts: ['decimal', 'integer', 'code'],
  range: [-90, 90],
  lookAlikes: [],
  positives: [],
  negatives: [],
  headers: ['latitude', 'Breitengrad', 'latitud', 'latitudine', 'breedtegraad'],
  source: 'ISO 6709 (2022)',
});

export const longitude = semanticType({
  id: 'longitude',
  label: 'Longitude',
  class: 'linkable',
  category: 'personal',
  flags: ['precise_location'],
  accepts: ['decimal', 'integer', 'code'],
  range: [-180, 180],
  lookAlikes: [],
  positives: [],
  negatives: [],
  headers: ['longitude', 'Längengrad', 'longitud', 'longitudine', 'lengtegraad'],
  source: 'ISO 6709 (2022)',
});

const pair = /^\(?\s*-?\d{1,2}(?:\.\d{3,})\s*[,;\s]\s*-?\d{1,3}(?:\.\d{3,})\s*\)?$/;

export const geoCoordinates = semanticType({
  id: 'geo_coordinates',
  label: 'Coordinates',
  class: 'linkable',
  category: 'personal',
  flags: ['precise_location'],
  accepts: ['text', 'code', 'long_text'],
  valueCheck: (text) => pair.test(text) || /^POINT ?\(-?\d/i.test(text),
  columnRule: { strength: 'structure', minShare: 0.8, minDistinct: 2, alone: true },
  lookAlikes: [],
  positives: [
    '52.5200, 13.4050',
    '-23.5505,-46.6333',
    '(48.8566, 2.3522)'.replace('48.8566, 2.3522', '48.8566, 2.3522'),
    'POINT (13.4 52.5)',
    '40.7128;-74.0060',
    '51.5074 -0.1278',
    'POINT(2.35 48.85)',
    '-33.8688, 151.2093',
  ],
  negatives: ['52.5', '1,2', 'Berlin', '10.0.0.1', '2024-01-01', '12.50, 13.40', 'yes', 'POINT'],
  headers: ['coordinates', 'Koordinaten', 'coordenadas', 'coordonnées GPS', 'lat_long'],
  source: 'ISO 6709 (2022); OGC simple features text (2011)',
});
