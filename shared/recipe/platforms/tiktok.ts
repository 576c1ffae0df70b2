import { lowerId, plainAddress, platformProfile } from './platform-profile.ts';

export const tiktok = platformProfile({
  id: 'tiktok',
  label: 'TikTok',
  version: 1,
  checkedOn: '2026-11-29',
  source: 'Customer file audiences, help page of August 2025',
  confirmed: true,
  email: { spaces: 'remove', local: 'without-tag', gmail: 'without-tag' },
  phone: { plus: false },
  maid: { letters: 'lower', confirmed: true },
  vectors: [
    plainAddress(),
    {
      field: 'email',
      written: ' JaneDoe @gmail.com',
      normalised: 'janedoe@gmail.com',
      sha256: 'd6117306485ed0e50afab3ac871e98f81699151f30281527d63ff5f233656c69',
      published: true,
    },
    {
      field: 'email',
      written: ' Jane.Doe+News@GMail.com ',
      normalised: 'jane.doe@gmail.com',
      sha256: '831f6494ad6be4fcb3a724c3d5fef22d3ceffa3c62ef3a7984e45a0ea177f982',
      published: false,
    },
    lowerId(true),
    // The platform's page prints the number with a plus and the hash of it without: its newer rule.
    {
      field: 'phone',
      written: '+37493828222',
      normalised: '37493828222',
      sha256: '65b7e6dcf6f4310f8d7cbfbd78289a753062fb054d6664fb9aaac5df66a422d4',
      published: true,
    },
    {
      field: 'phone',
      written: '+1 (657) 777-0000',
      normalised: '16577770000',
      sha256: '8d7bdaaf75196f351d22942fc0dd79304ffabc3eaf3339460ef9da0773e3aec2',
      published: false,
    },
  ],
});
