import { counted } from '../numbers.ts';

/** Sentences of keys: passphrase, recovery key, the sealed keys of a workspace, a key file. */
export const keysText = {
  passphraseWrong:
    'The passphrase is wrong. Try again, or use the recovery key that was shown when the workspace was made.',
  passphraseWrongOf: (name: string) =>
    `That is not the passphrase of ${name}. Try again, or use the recovery key that was shown when the workspace was ` +
    'made.',
  noKeysOf: (name: string) =>
    `keys.json holds no keys of ${name}. Put back a copy of this file from a backup of the workspace.`,
  passphraseWeak:
    'The passphrase is too easy to guess (fewer than a hundred million tries). Take four or more unrelated words, ' +
    'or say that you know: --weak-passphrase on the command line, the box below it in the window.',
  recoveryKeyMistyped: 'The recovery key has a typing mistake: it is nine groups of four letters and digits.',
  recoveryKeyOfAnother: 'The recovery key is not the one of this workspace.',
  typePassphrase: 'Type the passphrase of this workspace, or its recovery key.',
  rememberedNoLongerOpens:
    'The remembered passphrase does not open this workspace any more and was forgotten. Type the present one, or ' +
    'the recovery key.',
  onlyTypedRemembered: 'Only a passphrase that is typed can be remembered: a recovery key belongs on paper.',

  fromFuture: (workspace: string, version: number, known: number) =>
    `${workspace}: keys.json has format version ${version}, this Custos knows ${known}. Open the workspace with a ` +
    'newer Custos.',
  damaged: (workspace: string) =>
    `${workspace}: keys.json is damaged. Put back a copy of this file from a backup of the workspace; without it ` +
    'the sealed data cannot be opened.',
  missing: (workspace: string) =>
    `${workspace}: keys.json is missing. Put back a copy of this file from a backup of the workspace; without it ` +
    'the sealed data cannot be opened.',
  unreadable: (workspace: string) => `${workspace}: keys.json cannot be read. Check its permissions.`,
  keyFile: {
    missing: (file: string) => `The key file “${file}” is not there. Check its name and folder.`,
    folder: (file: string) => `The key file “${file}” is a folder. Name a file in it.`,
    'no-file': (file: string) =>
      `The key file “${file}” is a device or a stream. A key is read from an ordinary file, or from standard input ` +
      'as -.',
    'too-large': (file: string) => `The key file “${file}” is larger than 1 MB, which no key is. Check its name.`,
    unreadable: (file: string) => `The key file “${file}” cannot be read. Check its permissions.`,
  },
  fileTooShort: (bytes: number, least: number) =>
    `The key file holds ${counted(bytes, 'byte')}; a key needs at least ${least}.`,
};
