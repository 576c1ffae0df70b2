import { shortName } from '../names.ts';
import { bytes, counted, moment } from '../numbers.ts';

/** Backups on the Settings screen. */
export const backupsWindowText = {
  title: 'Backup',
  help: 'One file with the workspace in it, sealed as it is. Whoever opens it needs the passphrase of that time.',
  make: 'Make a backup…',
  making: (workspace: string) => `Backing up ${workspace}`,
  suggested: (workspace: string, day: string) => `${workspace}-${day}.zip`,
  check: 'Check a backup…',
  restore: 'Restore a backup…',
  made: (file: string, size: number, entries: number) =>
    `${shortName(file)} made: ${bytes(size)}, ${counted(entries, 'log entry', 'log entries')}. Its hash is in the register.`,
  whole: (file: string, organisation: string, madeAt: string, entries: number) =>
    `${shortName(file)} is whole: ${organisation}, made ${moment(madeAt)}, ${counted(entries, 'log entry', 'log entries')}; its log verifies.`,
  broken: (file: string) => `${shortName(file)} is not whole. Do not rely on it; make another.`,
  dialog: {
    title: 'What was erased since?',
    whole:
      'A backup has what was erased after it was made. The workspace as it was last says what is to be erased once more; without it nobody knows.',
    choose: 'Choose the workspace…',
    without: 'Restore without it',
  },
  restored: (entries: number) =>
    `Restored as of ${counted(entries, 'log entry', 'log entries')}. Open it on Home with the passphrase of that time.`,
  notKnown: 'Which erasures are to be repeated is not known: ask whoever keeps the requests.',
  none: 'Nothing was erased since.',
  repeat: (many: number) =>
    `${counted(many, 'erasure')} since the backup ${many === 1 ? 'is' : 'are'} to be repeated, for what was erased is there again:`,
  entry: (seq: number, what: string, at: string) => `#${seq}, ${moment(at)}: ${what}`,
};
