import { keptAddress, lowerId, plainAddress, platformProfile } from './platform-profile.ts';

export const snap = platformProfile({
  id: 'snap',
  label: 'Snap',
  version: 1,
  checkedOn: '2026-11-29',
  source: 'Marketing API, how to normalise and hash identifiers',
  confirmed: true,
  email: { spaces: 'trim', local: 'as-written', gmail: 'as-written' },
  phone: { plus: false },
  maid: { letters: 'lower', confirmed: true },
  vectors: [
    plainAddress(),
    keptAddress,
    lowerId(),
    {
      field: 'phone',
      written: '001 (555) 987-6543',
      normalised: '15559876543',
      sha256: '1ef970831d7963307784fa8688e8fce101a15685d62aa765fed23f3a2c576a4e',
      published: false,
    },
  ],
});
