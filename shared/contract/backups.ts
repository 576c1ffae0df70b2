import { z } from 'zod';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

const grantId = z.string();

export const backupMade = z.object({
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  files: z.number(),
  /** Entries of the log that are in it; the one that tells of the backup is not. */
  entries: z.number(),
  registerEntry: z.number(),
});
export interface BackupMade extends z.infer<typeof backupMade> {}
const made: z.ZodType<BackupMade> = backupMade;

/** What a backup says of itself, and what was found: `problems` in sentences, none where it is whole. */
export const backupChecked = z.object({
  fileName: z.string(),
  workspaceId: z.string(),
  organisation: z.string(),
  madeAt: z.string(),
  entries: z.number(),
  files: z.number(),
  ok: z.boolean(),
  problems: z.array(z.string()),
});
export interface BackupChecked extends z.infer<typeof backupChecked> {}
const checked: z.ZodType<BackupChecked> = backupChecked;

export const backupRestored = z.object({
  workspaceId: z.string(),
  entries: z.number(),
  files: z.number(),
  /**
   * Erasures that the newer log tells of and the backup does not know: to be repeated. Null: no newer log was given, so
   * that nobody knows.
   */
  toRepeat: z.array(z.object({ seq: z.number(), kind: z.string(), at: z.string(), subject: z.string() })).nullable(),
  /** What verification says of the restored log, in sentences; that this machine knows a newer one is among it. */
  problems: z.array(z.string()),
});
export interface BackupRestored extends z.infer<typeof backupRestored> {}
const restored: z.ZodType<BackupRestored> = backupRestored;

/** Backups of a workspace: one file, in which sealed data stay sealed. */
export const backups = {
  make: method.input(z.object({ grantId })).output(jobEvents(made)),
  /** Needs neither the workspace nor its passphrase. */
  verify: method.input(z.object({ grantId })).output(checked),
  /** Into a new folder. `newerGrantId`: the workspace as it was last, whose log tells what was erased since. */
  restore: method
    .input(z.object({ grantId, targetGrantId: grantId, newerGrantId: grantId.optional() }))
    .output(restored),
};
