import { numbered } from '../numbers.ts';

/**
 * Sentences of workspaces: making, opening, saving and deleting them, and what is told when one opens. A `name` is that
 * of the workspace's folder.
 */
export const workspaceText = {
  untitled: 'Untitled',
  noneOpen: 'No workspace is open. Open or make one first.',
  notListed: 'This workspace is no longer in the list. Open its folder instead.',
  notThere: (name: string) => `There is no workspace ${name}: check the name, or make it with "custos init ${name}".`,
  withEnding: (name: string, whole: string) =>
    `There is no workspace ${name}, but there is ${whole}: give it by that name.`,
  isFile: (name: string) => `${name} is a file; a workspace is a folder whose name ends in .custos.`,
  isNone: (name: string) => `${name} is no Custos workspace: it holds neither keys.json nor register.sqlite.`,
  holdsNoRegister: (name: string) => `${name} is no Custos workspace: it holds no register.sqlite.`,
  partIsLink: (name: string, part: string) =>
    `${name}: ${part} is a link to somewhere else. A workspace holds its own files: put the real one there.`,

  endingNeeded: (name: string) => `A workspace’s folder has a name that ends in .custos: ${name}.custos, for example.`,
  alreadyThere: (name: string) => `${name} is already there. Choose another name, or open it.`,
  folderMissing: (name: string) => `The folder in which ${name} should be made does not exist.`,
  passphraseNeeded: 'A workspace needs a passphrase: type one of at least one character.',
  newPassphraseEmpty: 'The new passphrase is empty: type at least one character.',
  nameNeeded: 'Say who works in this workspace: the name stands in every register entry.',
  lastsAlready: 'This workspace is a lasting one already: copy its folder instead.',

  openElsewhere: (name: string) =>
    `${name} is open in another Custos. Close it there, or wait until its work is done, and try again.`,
  openInProcess: (name: string, process: number, since: string) =>
    `${name} is open in another Custos (process ${process}, since ${since}). Close it there, or wait until its ` +
    'work is done, and try again.',
  lockOverwritten: (name: string) =>
    `${name}: lock.sqlite was overwritten by something else. Delete this one file, it holds nothing, and try again.`,

  readOnly: (name: string) => `${name} is open for reading only: nothing can be changed in it. Its notices say why.`,
  cannotBeEntered:
    'The workspace is open for reading only, so the log could not say that a file was written; nothing was written. Open ' +
    'a copy that may be written to.',
  readOnlyNotDeleted: 'This workspace is open for reading only and cannot be deleted.',
  typeNameToDelete: (name: string) =>
    `Type the workspace’s name, ${name}, to delete it with its register. This cannot be undone.`,
  reasonToDelete: (name: string) => `Say why the workspace ${name} is deleted: its register keeps the reason.`,

  notices: {
    readOnlyPlace: (name: string) =>
      `${name} lies in a read-only place: it can be looked at, but nothing in it can be changed.`,
    doesNotVerify: (name: string) =>
      `The register of ${name} does not verify. Nothing can be added to it; put back a copy of the workspace from ` +
      'a backup.',
    doesNotVerifyBecause: (name: string, problem: string) =>
      `The register of ${name} does not verify: ${problem} Nothing can be added to it; put back a copy of the ` +
      'workspace from a backup.',
    migrated: (backup: string) =>
      `The workspace was brought up to date; the register as it was is kept in backups/${backup}.`,
    headWrittenAnew:
      'The signed head beside the register (head.json) was missing or did not match; it was written anew, and the ' +
      'register says so.',
    memoryWrittenAnew:
      'What this machine remembered of the register could not be read; it was written anew, and the register says so.',
    olderCopy: (seen: number, signedAt: string, now: number) =>
      `This machine has seen ${numbered(seen, 'entry', 'entries')} of this register, signed ${signedAt}; it now ` +
      `has ${now}, or others. An older copy was put back. The register keeps saying so.`,
    notRemembered: 'The passphrase was not remembered; you will be asked for it again.',
  },

  sealedGone: (data: string) =>
    `The sealed data ${data} is no longer in the workspace. Import the source file again; the register and the ` +
    'decisions are not affected.',
  sealedDamaged: (data: string) =>
    `The sealed data ${data} is damaged or was swapped. Import the source file again; the register and the ` +
    'decisions are not affected.',
  caseDamaged: (kind: string, id: string) =>
    `The sealed record of ${kind} ${id} is damaged or was swapped. Restore it from a backup, or delete it with a reason.`,
  caseFromFuture: (kind: string, id: string) =>
    `The sealed record of ${kind} ${id} was written by a newer Custos. Open the workspace with that one.`,
  tooLargeToSeal: 'The file is too large to be sealed.',
  noSealedName: 'A sealed file was asked for by a name that is none.',
  noRoomToWork: 'The disk is full: there is no room for the private working directory. Free some space and try again.',
  nowhereToWork:
    'The private working directory cannot be made. Check that this account may write to its own cache folder.',
};
