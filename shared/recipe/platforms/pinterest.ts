import { keptAddress, lowerId, plainAddress, platformProfile } from './platform-profile.ts';

export const pinterest = platformProfile({
  id: 'pinterest',
  label: 'Pinterest',
  version: 1,
  checkedOn: '2026-11-29',
  source: 'API reference of customer lists: e-mail in lower case, SHA-256; the case of ids as others describe it',
  confirmed: false,
  email: { spaces: 'trim', local: 'as-written', gmail: 'as-written' },
  phone: null,
  maid: { letters: 'lower', confirmed: false },
  vectors: [plainAddress(), keptAddress, lowerId()],
});
