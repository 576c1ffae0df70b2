import { bytes as size, numbered } from '../numbers.ts';

/** `custos backup` and what stands under it. */
export const backupCommandText = {
  description: 'one file with a workspace in it, sealed as it is; needs the passphrase only to be made',
  make: {
    description: 'make a backup of a workspace, whole or not at all; its hash goes into the register',
    output: 'the backup to write, a ZIP',
    force: 'replace an existing file',
    done: (file: string, bytes: number, entries: number, sha256: string, entry: number) =>
      `${file}: ${size(bytes)}, ${numbered(entries, 'log entry', 'log entries')}, SHA-256 ${sha256}. Register entry ${entry}.`,
    examples: ['custos backup make -o acme-2026-11-30.zip --workspace Acme.custos'],
  },
  verify: {
    description: 'whether a backup is whole and its log verifies; exit 1 when not. Needs no passphrase',
    file: 'the backup',
    whole: (file: string, organisation: string, madeAt: string, entries: number, files: number) =>
      `${file} is whole: ${organisation}, made ${madeAt}, ${numbered(files, 'file')}, ${numbered(entries, 'log entry', 'log entries')}.`,
    broken: (file: string, problems: number) => `${file} is NOT whole: ${numbered(problems, 'problem')}.`,
    examples: ['custos backup verify acme-2026-11-30.zip'],
  },
  restore: {
    description: 'lay a backup out as a workspace in a new folder, and say which erasures are to be repeated',
    target: 'the folder to make, NAME.custos',
    newer: 'the workspace as it was last: its log says what was erased since the backup',
    done: (target: string, entries: number) =>
      `${target} restored as of ${numbered(entries, 'log entry', 'log entries')}. Open it with the passphrase of that time.`,
    noneToRepeat: 'Nothing was erased since.',
    toRepeat: (many: number) =>
      `${numbered(many, 'erasure')} since the backup ${many === 1 ? 'is' : 'are'} to be repeated, for what was erased is there again:`,
    heads: ['Entry', 'What', 'When', 'Of'],
    notKnown:
      'Which erasures are to be repeated is not known: give the workspace as it was last with --newer, or ask whoever keeps the requests.',
    examples: ['custos backup restore acme-2026-11-30.zip Acme-restored.custos --newer Acme.custos'],
  },
};
