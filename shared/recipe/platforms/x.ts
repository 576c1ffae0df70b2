import { keptAddress, plainAddress, platformProfile } from './platform-profile.ts';

export const x = platformProfile({
  id: 'x',
  label: 'X',
  version: 1,
  checkedOn: '2026-11-23',
  source: 'Custom audiences, list upload',
  confirmed: true,
  email: { spaces: 'trim', local: 'as-written', gmail: 'as-written' },
  phone: null,
  vectors: [plainAddress(), keptAddress],
});
