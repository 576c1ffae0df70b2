import { keptAddress, lowerId, plainAddress, platformProfile } from './platform-profile.ts';

export const x = platformProfile({
  id: 'x',
  label: 'X',
  version: 1,
  checkedOn: '2026-11-29',
  source: 'Ads API, format of custom audience user data',
  confirmed: true,
  email: { spaces: 'trim', local: 'as-written', gmail: 'as-written' },
  phone: null,
  maid: { letters: 'lower', confirmed: true },
  vectors: [
    plainAddress(),
    keptAddress,
    lowerId(),
    {
      field: 'maid',
      written: '4B61639E-47CC-4056-A16A-C8217E029462',
      normalised: '4b61639e-47cc-4056-a16a-c8217e029462',
      sha256: '225859d35b46df63b4fb381eb3f815b2ef4620bec0a79f2115a6a3eb71a5fa1a',
      published: false,
    },
  ],
});
