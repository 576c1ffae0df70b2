/** Where a signing key stands that is not the expected one. */
const keyIn = { keyFile: 'keys.json', head: 'head.json', firstEntry: 'the first entry' };

/**
 * Sentences of the register as a file: what cannot be read, what was done to it from outside, what it refuses to write
 * down.
 */
export const journalText = {
  noEntry: (seq: number, newest: number) => `The register has no entry ${seq}; its newest is ${newest}.`,

  keysMissing:
    'keys.json is missing: without it, nothing says whose signatures the register must bear. Put back a copy from ' +
    'a backup of the workspace.',
  keysDamaged:
    'keys.json is damaged: without it, nothing says whose signatures the register must bear. Put back a copy from ' +
    'a backup of the workspace.',
  fileMissing: 'register.sqlite is missing: the whole register, from entry 1, was removed.',
  fileDamaged: 'register.sqlite is damaged or is no register of Custos: its entries cannot be read.',
  damageFound: 'SQLite finds damage in register.sqlite.',
  tableMissing: 'The table of entries is missing.',
  tableAltered:
    'The table of entries was altered: its columns are not those that Custos made, so that something in it is not ' +
    'under the hashes.',
  guardRemoved: (guard: string) =>
    `The guard ${guard} was removed by another program. The entries themselves are proven by their hashes.`,
  guardAltered: (guard: string) =>
    `The guard ${guard} was altered by another program. The entries themselves are proven by their hashes.`,
  triggerAdded: (trigger: string) =>
    `A trigger that Custos did not make was added to the register: ${trigger.slice(0, 60)}.`,

  notKeyOfWorkspace: (where: keyof typeof keyIn) =>
    `The signing key in ${keyIn[where]} is not the one that keys.json holds: the register was signed anew by ` +
    'someone else, or that file was changed.',
  notKeyRemembered: (where: keyof typeof keyIn) =>
    `The signing key in ${keyIn[where]} is not the one that this machine remembers: the register was signed anew ` +
    'by someone else, or that file was changed.',
  headOfAnother: 'The signed head in head.json names another workspace.',
  rememberedHeadUnreadable: 'The signed head in this user’s profile cannot be read.',

  workspaceReplaced: (known: string, found: string) =>
    `This machine knows another workspace in this folder (${known}); the one that lies there now is ${found}. Put ` +
    'back the right folder, or open this one if it was put there on purpose.',
  workspaceReplacedBefore: (known: string, found: string) =>
    `Another workspace (${known}) lay in this folder before this one (${found}) and was not deleted with Custos.`,

  kindUnknown: (kind: string) => `The register knows no entries of kind ${kind.slice(0, 100)}.`,
  fieldsRefused: (kind: string, fields: readonly string[]) =>
    `A register entry of kind ${kind} was refused: ${fields.join(', ')} is not as that kind of entry needs it.`,
  partRefused: (kind: string, part: string) =>
    `A register entry of kind ${kind} was refused: ${part} cannot be written down.`,
};
