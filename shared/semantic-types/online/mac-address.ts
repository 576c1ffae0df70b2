import { semanticType } from '#shared/semantic-types/semantic-type.ts';

export const macAddress = semanticType({
  id: 'mac_address',
  label: 'MAC address',
  class: 'non_pii',
  category: 'technical',
  flags: ['online_identifier'],
  accepts: ['code', 'text', 'category'],
  valueCheck: (text) =>
    /^(?:[0-9a-f]{2}([:-]))(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}$/i.test(text) ||
    /^[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}$/i.test(text),
  columnRule: { strength: 'structure', minShare: 0.9, minDistinct: 1, alone: true, vetoBelow: 0.1 },
  lookAlikes: [],
  tracking: { tracks: 'the network card of a device', reveals: 'device' },
  positives: [
    '00:1A:2B:3C:4D:5E',
    '00-1a-2b-3c-4d-5e',
    'aa:bb:cc:dd:ee:ff',
    '001a.2b3c.4d5e',
    'FF:FF:FF:00:00:01',
    '02:00:00:00:00:00',
    'ab-cd-ef-01-23-45',
    '9C:B6:D0:12:34:56',
  ],
  negatives: [
    '00:1A:2B',
    '12:30:45',
    '192.0.2.1',
    'yes',
    '001A2B3C4D5E',
    '2001:db8::1',
    '00:1A:2B:3C:4D:ZZ',
    '2024-01-01',
  ],
  headers: ['mac_address', 'MAC-Adresse', 'adresse MAC', 'dirección MAC', 'indirizzo MAC'],
  source: 'IEEE 802 (2014), EUI-48',
});
