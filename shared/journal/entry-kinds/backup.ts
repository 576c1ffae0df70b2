import { z } from 'zod';
import { count, fileName, sha256 } from './payload-fields.ts';

/** Backups of the workspace; `entries`: so many entries are in it. */
export const backupEntries = {
  'backup.made': z.strictObject({ fileName, sha256, bytes: count, files: count, entries: count }),
} as const;
