/** Sentences of a workspace's database, register.sqlite. A `name` is that of the workspace's folder. */
export const catalogText = {
  diskFull: (name: string) =>
    `The disk is full: ${name} could not be written. Free some space and try again; nothing that was there before ` +
    'is lost.',
  beingWritten: (name: string) => `${name} is being written by another program. Close it there and try again.`,
  readOnlyPlace: (name: string) =>
    `${name} cannot be written to: it lies in a read-only place. Copy it to a folder of your own and open the copy.`,
  damaged: (name: string) =>
    `${name}: register.sqlite is damaged. Put back a copy of this file from a backup of the workspace.`,
  missing: (name: string) =>
    `${name}: register.sqlite is missing. Put back a copy of this file from a backup of the workspace.`,
  ofAnother: (name: string) =>
    `${name}: register.sqlite is not a register of Custos. Put back a copy of this file from a backup of the workspace.`,
  holdsNoRegister: (name: string) => `${name}: register.sqlite holds no register.`,
  partMissing: (name: string) => `${name}: a file of the workspace is missing or cannot be opened.`,
  failed: (name: string, error: string) => `${name}: the workspace could not be read or written (${error}).`,
  fromFuture: (name: string, schema: number, known: number) =>
    `${name} was last used by a newer Custos (schema ${schema}, this one knows ${known}). Open it with the newer ` +
    'Custos; nothing was changed.',
  classification: 'classification',
  fromAnotherVersion: (name: string) =>
    `What the workspace keeps of “${name}” is from another version of Custos. It is kept as it is and cannot be ` +
    'replaced here: use that version.',
  mustBeUpdated: (name: string) =>
    `${name} was last used by an older Custos and must be brought up to date first, but it lies in a read-only ` +
    'place. Copy it to a folder of your own and open the copy.',
};
