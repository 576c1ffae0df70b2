import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const luhn = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return sum + (product > 9 ? product - 9 : product);
  }, 0) %
    10 ===
  0;

export const deviceId = semanticType({
  id: 'device_id',
  label: 'Device identifier',
  class: 'non_pii',
  category: 'technical',
  flags: ['online_identifier'],
  accepts: ['code', 'integer', 'text', 'category'],
  lookAlikes: [],
  tracking: { tracks: 'a single device', reveals: 'device' },
  positives: [],
  negatives: [],
  headers: ['device_id', 'Geräte-ID', 'id appareil', 'id del dispositivo', 'apparaat-id'],
  source: 'GDPR recital 30 (2016)',
});

export const advertisingId = semanticType({
  id: 'advertising_id',
  label: 'Advertising identifier',
  class: 'non_pii',
  category: 'technical',
  flags: ['online_identifier'],
  accepts: ['code', 'text'],
  valueCheck: (text) => uuid.test(text),
  columnRule: { strength: 'shape', minShare: 0.8 },
  lookAlikes: [],
  tracking: { tracks: 'a device across apps, for advertising', reveals: 'interest' },
  positives: [
    '38400000-8cf0-11bd-b23e-10b96e40000d',
    '6D92078A-8246-4BA4-AE5B-76104861E7DC',
    '00000000-0000-0000-0000-000000000000',
    'cdda802e-fb9c-47ad-9866-0794d394c912',
    'AEBE52E7-03EE-455A-B3C4-E57283966239',
    '550e8400-e29b-41d4-a716-446655440000',
    '123e4567-e89b-12d3-a456-426614174000',
    '9f8c2b7a-1d3e-4f5a-8b6c-7d8e9f0a1b2c',
  ],
  negatives: ['38400000', 'abc', 'yes', '550e8400e29b41d4a716446655440000', '2024-01-01', '12', 'a-b-c-d-e', 'Berlin'],
  headers: ['advertising_id', 'Werbe-ID', 'identifiant publicitaire', 'IDFA', 'id de publicidad'],
  source: 'Apple IDFA, Google advertising ID (2024); GDPR recital 30',
});

export const imei = semanticType({
  id: 'imei',
  label: 'IMEI of a phone',
  class: 'non_pii',
  category: 'technical',
  flags: ['online_identifier'],
  accepts: ['integer', 'code', 'text'],
  valueCheck: (text) =>
    /^\d{15}$/.test(text) && luhn(text) && !/^(\d)\1+$/.test(text) && /^(?:01|35|86|99|49|52|44|91|98)/.test(text),
  columnRule: { strength: 'checksum', minShare: 0.9, minDistinct: 4, alone: true },
  lookAlikes: ['credit_card_number'],
  tracking: { tracks: 'a single phone', reveals: 'device' },
  positives: [
    '490154203237518',
    '356938035643809',
    '352099001761481',
    '868932036356090',
    '353879234252633',
    '359043037168819',
    '990000862471853',
    '357805023984942',
  ],
  negatives: [
    '490154203237519',
    '123456789012345',
    '4901542032375',
    'yes',
    '000000000000000',
    '2024-01-01',
    '378282246310006',
    'A',
  ],
  headers: ['IMEI', 'IMEI-Nummer', 'numéro IMEI', 'número IMEI'],
  source: '3GPP TS 23.003 (2023)',
});
