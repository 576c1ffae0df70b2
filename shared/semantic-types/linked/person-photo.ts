import { semanticType } from '#shared/semantic-types/semantic-type.ts';

export const personPhoto = semanticType({
  id: 'person_photo',
  label: 'Photograph of a person',
  class: 'linked',
  category: 'personal',
  flags: ['biometric'],
  accepts: ['code', 'text', 'long_text'],
  valueCheck: (text) =>
    /^(?:0x|\\x)?(?:FFD8FF|89504E47|47494638|424D|151C2F00)[0-9A-F]{8,}/i.test(text) ||
    /^data:image\/|^\/9j\/4|^iVBORw0KGgo/.test(text),
  columnRule: { strength: 'structure', minShare: 0.9, minDistinct: 1, alone: true },
  lookAlikes: [],
  positives: [
    '0xFFD8FFE000104A46494600',
    '\\xFFD8FFE100000000',
    '89504E470D0A1A0A0000000D',
    'data:image/png;base64,iVBOR',
    '/9j/4AAQSkZJRg',
    'iVBORw0KGgoAAAA',
    '47494638396101000100',
    '0x151C2F00020000000D',
  ],
  negatives: ['photo.jpg', 'https://example.org/a.jpg', 'yes', '0x12', 'ABCDEF', '12345678', 'data', 'image/png'],
  headers: ['photo', 'Lichtbild', 'fotografía', "photo d'identité", 'headshot'],
  source: 'File signatures of JPEG, PNG, GIF, BMP and OLE packages',
});
