import { bareAddress, plainAddress, platformProfile } from './platform-profile.ts';

export const google = platformProfile({
  id: 'google',
  label: 'Google',
  version: 1,
  checkedOn: '2026-11-23',
  source: 'Data Manager API, formatting of user data',
  confirmed: true,
  email: { spaces: 'remove', local: 'as-written', gmail: 'without-dots-and-tag' },
  phone: { plus: true },
  maid: 'plain-only',
  vectors: [
    plainAddress(),
    bareAddress(),
    {
      field: 'phone',
      written: '+1 (555) 987-6543',
      normalised: '+15559876543',
      sha256: 'a6e349c7a8850f27ebcfa1865854e845c074da83ff19384d4b4c9df78357fa5a',
      published: false,
    },
  ],
});
