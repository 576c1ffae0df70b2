import { keptAddress, plainAddress, platformProfile } from './platform-profile.ts';

export const linkedin = platformProfile({
  id: 'linkedin',
  label: 'LinkedIn',
  version: 1,
  checkedOn: '2026-11-23',
  source: 'Contact targeting, list upload',
  confirmed: true,
  email: { spaces: 'trim', local: 'as-written', gmail: 'as-written' },
  phone: null,
  maid: 'plain-only',
  vectors: [plainAddress(), keptAddress],
});
