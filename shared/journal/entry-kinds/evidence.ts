import { z } from 'zod';
import { guardState } from '#shared/domain/guardrail.ts';
import { packProfiles } from '#shared/domain/pack-profile.ts';
import { count, fileName, id, sha256 } from './payload-fields.ts';

/** A control and how it stood. */
const standing = z.strictObject({ control: id, state: guardState });

/** What was looked at, and evidence handed over. */
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
  /** Where the principles stood when somebody looked and had it kept: of the workspace, and of each dataset. */
  'principles.evaluated': z.strictObject({
    releases: count,
    activities: count,
    entries: count,
    workspace: z.array(standing).max(100),
    datasets: z.array(z.strictObject({ datasetId: id, states: z.array(standing).max(100) })),
  }),
} as const;
