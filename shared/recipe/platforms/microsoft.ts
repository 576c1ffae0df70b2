import { bareAddress, plainAddress, platformProfile } from './platform-profile.ts';

export const microsoft = platformProfile({
  id: 'microsoft',
  label: 'Microsoft',
  version: 1,
  checkedOn: '2026-11-29',
  source: 'Customer match, hashing of e-mail addresses, as others describe it',
  confirmed: false,
  email: { spaces: 'trim', local: 'without-dots-and-tag', gmail: 'without-dots-and-tag' },
  phone: null,
  maid: null,
  vectors: [
    plainAddress(),
    bareAddress(),
    {
      field: 'email',
      written: 'M.a.r.y+list@example.com',
      normalised: 'mary@example.com',
      sha256: 'f1904cf1a9d73a55fa5de0ac823c4403ded71afd4c3248d00bdcd0866552bb79',
      published: false,
    },
  ],
});
