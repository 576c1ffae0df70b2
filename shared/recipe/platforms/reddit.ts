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
  vectors: [
    bareAddress(),
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
