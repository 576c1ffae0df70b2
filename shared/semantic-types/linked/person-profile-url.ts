import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const networks = longPattern('i')`
  ^(?:https?:\/\/)?(?:[\w-]+\.)?(?:
    linkedin\.com\/(?:in|pub)\/|
    (?:facebook|instagram|twitter|x|tiktok|github|medium|pinterest|xing)\.com\/
    (?!share|sharer|search|hashtag|p\/|explore)(?:profile(?:s)?\/)?@?[\w.%-]{2,}
  )
`;

export const personProfileUrl = semanticType({
  id: 'person_profile_url',
  label: "Address of a person's page",
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['code', 'text', 'long_text'],
  valueCheck: (text) => networks.test(text),
  columnRule: { strength: 'structure', minShare: 0.6, alone: true },
  lookAlikes: ['page_url', 'url', 'referrer_url', 'photo_url'],
  positives: [
    'https://www.linkedin.com/in/ana-lopez',
    'https://facebook.com/ana.lopez',
    'https://twitter.com/ana',
    'https://github.com/ana',
    'linkedin.com/in/jdoe',
    'https://instagram.com/ana_l',
    'https://x.com/jdoe',
    'https://www.xing.com/profile/Ana_L',
  ],
  negatives: [
    'https://example.org',
    'https://www.facebook.com/sharer',
    'ana',
    'ana@example.org',
    '/in/ana',
    'linkedin',
    'yes',
    'https://twitter.com/search?q=x',
  ],
  headers: ['linkedin_url', 'profile link', 'profil LinkedIn', 'perfil de LinkedIn', 'personal website'],
  source: 'Public profile address forms of the networks (2024)',
});
