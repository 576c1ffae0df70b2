import { bareAddress, platformProfile } from './platform-profile.ts';

const alice = 'ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976';

export const reddit = platformProfile({
  id: 'reddit',
  label: 'Reddit',
  version: 1,
  checkedOn: '2026-11-29',
  source: 'Advanced matching, hashing e-mail addresses',
  confirmed: true,
  email: { spaces: 'trim', local: 'letters-and-digits', gmail: 'letters-and-digits' },
  phone: null,
  maid: { letters: 'as-on-device', confirmed: false },
  vectors: [
    bareAddress(),
    {
      field: 'maid',
      written: 'AECE52E7-03EE-455A-B3C4-E57283966239',
      normalised: 'AECE52E7-03EE-455A-B3C4-E57283966239',
      sha256: 'c69d1e0795bd55723992efe1d05f2a18f4bc70d282638b766acdf30a90c23bf9',
      published: false,
    },
    {
      field: 'maid',
      written: '5f3a2b18-9c4d-4e7f-b8e2-17d3a1e69b25',
      normalised: '5f3a2b18-9c4d-4e7f-b8e2-17d3a1e69b25',
      sha256: '83dc3f5f32b9472613b0f038d36f22585a609d018af6f6067f50da318bf354bd',
      published: false,
    },
    {
      field: 'email',
      written: 'alice@example.com',
      normalised: 'alice@example.com',
      sha256: alice,
      published: true,
    },
    {
      field: 'email',
      written: 'Al.ice$+Apple@Example.Com',
      normalised: 'alice@example.com',
      sha256: alice,
      published: true,
    },
  ],
});
