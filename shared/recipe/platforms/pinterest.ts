import { keptAddress, plainAddress, platformProfile } from './platform-profile.ts';

export const pinterest = platformProfile({
  id: 'pinterest',
  label: 'Pinterest',
  version: 1,
  checkedOn: '2026-11-29',
  source: 'Customer lists, as connectors of others describe them',
  confirmed: false,
  email: { spaces: 'trim', local: 'as-written', gmail: 'as-written' },
  phone: null,
  vectors: [plainAddress(), keptAddress],
});
