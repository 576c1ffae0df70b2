import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const values: Record<string, number> = {
  A: 1,
  B: 2,
  C: 3,
  D: 4,
  E: 5,
  F: 6,
  G: 7,
  H: 8,
  J: 1,
  K: 2,
  L: 3,
  M: 4,
  N: 5,
  P: 7,
  R: 9,
  S: 2,
  T: 3,
  U: 4,
  V: 5,
  W: 6,
  X: 7,
  Y: 8,
  Z: 9,
};
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const isVin = (text: string): boolean => {
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(text) || !/[A-Z]/.test(text) || !/\d/.test(text)) return false;
  const sum =
    [...text].reduce((total, sign, at) => total + (values[sign] ?? Number(sign)) * (weights[at] ?? 0), 0) % 11;
  return text[8] === (sum === 10 ? 'X' : String(sum));
};

export const vehicleVin = semanticType({
  id: 'vin',
  label: 'Vehicle identification number',
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['code', 'text'],
  valueCheck: isVin,
  columnRule: { strength: 'checksum', minShare: 0.7, minDistinct: 2, alone: true },
  lookAlikes: ['record_id'],
  positives: [
    '1M8GDM9AXKP042788',
    '1HGCM82633A004352',
    '1FTFW1ET3EFA00001',
    '2T1BURHE1JC000002',
    '5GZCZ43D13S812715',
    'JH4KA8263MC000003',
    '3VWFE21C64M000004',
    'WBA3A5C51CF000005',
  ],
  negatives: [
    '1M8GDM9A0KP042788',
    'VIN',
    '12345678901234567',
    'IOQ45678901234567',
    'yes',
    '1M8GDM9AXKP04278',
    'A',
    '2024-01-01',
  ],
  headers: ['VIN', 'Fahrgestellnummer', 'numero di telaio', 'número de bastidor'],
  source: 'ISO 3779 (2009); 49 CFR 565.15 check digit',
});

export const vehiclePlate = semanticType({
  id: 'vehicle_plate',
  label: 'Number plate',
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['code', 'text'],
  lookAlikes: [],
  positives: [],
  negatives: [],
  headers: ['license_plate', 'Kennzeichen', 'immatriculation', 'targa', 'kenteken'],
  source: 'Vienna Convention on Road Traffic, annex 2 (1968)',
});
