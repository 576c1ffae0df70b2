import { z } from 'zod';
import { packProfiles } from '#shared/domain/pack-profile.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

/** What was found of an evidence pack: `custos verify PACK.zip --json`. */
export const packVerification = z.object({
  ok: z.boolean(),
  pack: z.string(),
  /** Null where the pack does not say, because it holds no manifest that can be read. */
  organisation: z.string().nullable(),
  asOf: z.string().nullable(),
  profile: z.string().nullable(),
  madeAt: z.string().nullable(),
  /** To be read out to whoever made it: two packs with one code are the same. */
  code: z.string().nullable(),
  publicKey: z.string().nullable(),
  files: z.number(),
  /** Entries of the log that were checked; null where the log is not in the pack. */
  entries: z.number().nullable(),
  /** Proofs of runs of retention in its log; absent where there is no log that verifies. */
  retentionProofs: z.number().optional(),
  problems: z.array(z.object({ file: z.string().nullable(), kind: z.string(), detail: z.string() })),
});
export type PackVerification = z.infer<typeof packVerification>;

/** What `custos evidence --json` prints. */
export const exportedPack = z.object({
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  files: z.number(),
  entries: z.number(),
  asOf: z.string(),
  profile: z.enum(packProfiles),
  code: z.string(),
  /** What the pack itself says is missing or was left out, in sentences. */
  gaps: z.array(z.string()),
  /** Null where the workspace can only be read. */
  registerEntry: z.number().nullable(),
});
export type ExportedPack = z.infer<typeof exportedPack>;

export const evidence = {
  /** Writes an evidence pack to a granted place. `asOf` a day: the state at its end (UTC). */
  export: method
    .input(
      z.object({
        grantId: z.string(),
        profile: z.enum(packProfiles).default('authority'),
        asOf: z.iso.date().optional(),
      }),
    )
    .output(jobEvents(exportedPack)),
  /** Checks a pack that was granted for reading, with no workspace. */
  verify: method.input(z.object({ grantId: z.string() })).output(jobEvents(packVerification)),
};
