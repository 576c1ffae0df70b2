/**
 * What becomes of the part of an address before the @: nothing; what follows a plus goes; that and the dots; that and
 * every sign but letters and digits.
 */
export type LocalPart = 'as-written' | 'without-tag' | 'without-dots-and-tag' | 'letters-and-digits';

/** Identifiers that are hashed for a platform. */
export const platformFields = ['email', 'phone', 'maid'] as const;
export type PlatformField = (typeof platformFields)[number];

/** A value as a person wrote it, as the platform wants it, and the SHA-256 of that in lower-case hex. */
export interface PlatformVector {
  field: PlatformField;
  written: string;
  normalised: string;
  sha256: string;
  /** Whether the platform itself prints the hash; else it is computed by the rule that the platform prints. */
  published: boolean;
}

/**
 * How a platform wants an identifier written before it is hashed. Official pages disagree with each other; `source`
 * says which was followed. A rule that changes is a further profile with a higher version: recipes name theirs.
 */
export interface PlatformProfile<Id extends string = string> {
  id: Id;
  label: string;
  version: number;
  /** Day the source was read, YYYY-MM-DD. */
  checkedOn: string;
  source: string;
  /** False where the rule is known at second hand and the platform's own page was not read. */
  confirmed: boolean;
  hash: 'sha256';
  encoding: 'lower-case hex';
  /** `gmail`: of addresses at gmail.com and googlemail.com. */
  email: { spaces: 'trim' | 'remove'; local: LocalPart; gmail: LocalPart };
  /** Null where the platform matches no phone numbers. */
  phone: { plus: boolean } | null;
  /**
   * Mobile advertising ids (IDFA, AAID) with their dashes, in lower case or as the device writes them: an IDFA in
   * capitals, an AAID in small letters; `confirmed` as of the whole profile. `plain-only`: the platform takes them, but not hashed, so none is given to it;
   * null: it takes none.
   */
  maid: { letters: 'lower' | 'as-on-device'; confirmed: boolean } | 'plain-only' | null;
  vectors: readonly PlatformVector[];
}

/** A profile as it is written in its file; its id is kept as a literal, so that the list gives the union of ids. */
export const platformProfile = <const Id extends string>(
  profile: Omit<PlatformProfile<Id>, 'hash' | 'encoding'>,
): PlatformProfile<Id> => ({ ...profile, hash: 'sha256', encoding: 'lower-case hex' });

/** The platform matches by it, and takes it hashed. */
export const takesField = ({ phone, maid }: Pick<PlatformProfile, 'phone' | 'maid'>, field: PlatformField): boolean =>
  ({ email: true, phone: phone !== null, maid: maid !== null && maid !== 'plain-only' })[field];

const mary = 'f1904cf1a9d73a55fa5de0ac823c4403ded71afd4c3248d00bdcd0866552bb79';
const withTag = 'f41439c944a763c9812d700a779941cec169de13c9ccd13aaf9424ba5231620a';

/** An address of which every platform makes the same. */
export const plainAddress = (published = false): PlatformVector => ({
  field: 'email',
  written: ' Mary@Example.com',
  normalised: 'mary@example.com',
  sha256: mary,
  published,
});

/** An address with dots and a tag, at a platform that leaves them. */
export const keptAddress: PlatformVector = {
  field: 'email',
  written: ' Jane.Doe+News@GMail.com ',
  normalised: 'jane.doe+news@gmail.com',
  sha256: withTag,
  published: false,
};

/** An id at a platform that wants it in lower case. */
export const lowerId = (published = false): PlatformVector => ({
  field: 'maid',
  written: ' 5F3A2B18-9C4D-4E7F-B8E2-17D3A1E69B25',
  normalised: '5f3a2b18-9c4d-4e7f-b8e2-17d3a1e69b25',
  sha256: '83dc3f5f32b9472613b0f038d36f22585a609d018af6f6067f50da318bf354bd',
  published,
});

/** The same address at a platform that takes both away. */
export const bareAddress = (published = false): PlatformVector => ({
  ...keptAddress,
  normalised: 'janedoe@gmail.com',
  sha256: 'd6117306485ed0e50afab3ac871e98f81699151f30281527d63ff5f233656c69',
  published,
});
