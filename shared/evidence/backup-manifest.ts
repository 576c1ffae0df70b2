import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const backupManifestFile = 'BACKUP.json';

/** `BACKUP.json` of a backup: every other file in it. `entries`: so many entries the log had. */
export const backupManifest = z.strictObject({
  format: z.literal('custos-backup'),
  formatVersion: z.literal(1),
  workspaceId: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
  organisation: z.string().max(1000),
  madeAt: z.iso.datetime(),
  entries: z.int().min(1),
  files: z.array(z.strictObject({ path: z.string().max(1000), bytes: z.int().min(0), sha256 })).max(100_000),
});
export type BackupManifest = z.infer<typeof backupManifest>;
