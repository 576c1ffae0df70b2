import { keptAddress, plainAddress, platformProfile } from './platform-profile.ts';

export const meta = platformProfile({
  id: 'meta',
  label: 'Meta',
  version: 1,
  checkedOn: '2026-11-23',
  source: 'Custom audiences from a customer file, hashing and normalisation',
  confirmed: true,
  email: { spaces: 'trim', local: 'as-written', gmail: 'as-written' },
  phone: { plus: false },
  maid: 'plain-only',
  vectors: [
    plainAddress(true),
    keptAddress,
    {
      field: 'phone',
      written: '+1 (555) 987-6543',
      normalised: '15559876543',
      sha256: '1ef970831d7963307784fa8688e8fce101a15685d62aa765fed23f3a2c576a4e',
      published: true,
    },
  ],
});
