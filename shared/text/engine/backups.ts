import { shortName } from '../names.ts';
import { count } from '../numbers.ts';

/** Making, checking and restoring backups of a workspace. */
export const backupsText = {
  packing: 'Packing the workspace',
  due: 'Back the workspace up',
  changed: (workspace: string) =>
    `A file of ${shortName(workspace)} changed while it was packed. Nothing was written; make the backup again when no import runs.`,
  notBackup: (file: string) => `${shortName(file)} is no backup of a workspace: it has no readable BACKUP.json.`,
  future: (file: string) => `${shortName(file)} was made by a newer Custos. Restore it with that one.`,
  missing: (file: string) => `${shortName(file)} is named in the backup and not in it.`,
  added: (file: string) => `${shortName(file)} is in the backup and not named in it.`,
  differs: (file: string) => `${shortName(file)} is not the file that was packed.`,
  foreign: (file: string) => `${shortName(file)} is no part of a workspace.`,
  logProblem: (detail: string) => `The log in it: ${detail}`,
  entriesDiffer: (said: number, found: number) =>
    `BACKUP.json speaks of ${count(said)} entries, and the log has ${count(found)}.`,
  notWhole: (file: string, problems: readonly string[]) =>
    `${shortName(file)} is not whole, so nothing was restored: ${problems.slice(0, 3).join(' ')}`,
  otherWorkspace: (folder: string) =>
    `${shortName(folder)} is another workspace: its log says nothing of what was erased in this one.`,
  otherLog: (folder: string) =>
    `The log of ${shortName(folder)} is not a continuation of the backup's: one of the two was changed, and nothing was restored.`,
};
