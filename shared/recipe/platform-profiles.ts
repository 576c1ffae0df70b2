/**
 * How a platform wants an identifier written before it is hashed. Official pages disagree with each other; `source`
 * says which was followed.
 */
export interface PlatformProfile {
  id: string;
  label: string;
  /** Day the source was read, YYYY-MM-DD. */
  checkedOn: string;
  source: string;
  email: { spaces: 'trim' | 'remove'; gmail: 'as-written' | 'without-dots-and-tag'; tag: 'keep' | 'drop' };
  /** Null where the platform matches no phone numbers. */
  phone: { plus: boolean } | null;
}

export const platformProfiles = [
  {
    id: 'google',
    label: 'Google',
    checkedOn: '2026-11-23',
    source: 'Data Manager API, formatting of user data',
    email: { spaces: 'remove', gmail: 'without-dots-and-tag', tag: 'keep' },
    phone: { plus: true },
  },
  {
    id: 'meta',
    label: 'Meta',
    checkedOn: '2026-11-23',
    source: 'Custom audiences from a customer file, hashing and normalisation',
    email: { spaces: 'trim', gmail: 'as-written', tag: 'keep' },
    phone: { plus: false },
  },
  {
    id: 'tiktok',
    label: 'TikTok',
    checkedOn: '2026-11-23',
    source: 'Customer file audiences, help page of August 2025',
    email: { spaces: 'remove', gmail: 'as-written', tag: 'drop' },
    phone: { plus: false },
  },
  {
    id: 'linkedin',
    label: 'LinkedIn',
    checkedOn: '2026-11-23',
    source: 'Contact targeting, list upload',
    email: { spaces: 'trim', gmail: 'as-written', tag: 'keep' },
    phone: null,
  },
  {
    id: 'x',
    label: 'X',
    checkedOn: '2026-11-23',
    source: 'Custom audiences, list upload',
    email: { spaces: 'trim', gmail: 'as-written', tag: 'keep' },
    phone: null,
  },
] as const satisfies PlatformProfile[];

export const platformIds = platformProfiles.map(({ id }) => id) as [
  (typeof platformProfiles)[number]['id'],
  ...(typeof platformProfiles)[number]['id'][],
];
export const findPlatform = (id: string): PlatformProfile =>
  platformProfiles.find((profile) => profile.id === id) ?? platformProfiles[0];
