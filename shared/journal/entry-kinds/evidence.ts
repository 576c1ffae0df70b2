import { z } from 'zod';
import { packProfiles } from '#shared/domain/pack-profile.ts';
import { count, fileName, sha256 } from './payload-fields.ts';

/** Evidence handed over. */
export const evidenceEntries = {
  'evidence.exported': z.strictObject({
    fileName,
    sha256,
    manifestSha256: sha256,
    profile: z.enum(packProfiles),
    asOf: z.iso.datetime(),
    entries: count,
    files: count,
  }),
} as const;
