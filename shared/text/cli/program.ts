/** What the command line says whatever the command: about itself, of failures, of the passphrase. */
export const programText = {
  description:
    'Offline workbench for customer data: classify, anonymise, release, register. Nothing leaves this machine.',
  helpAfterError: (command: string) => `(${command} --help shows what there is)`,
  targetExists: (path: string) => `${path} exists already. Choose another name, or give --force to replace it.`,
  stdoutFull: 'The disk is full: what was to be printed could not be written whole. Free some space and run it again.',
  stdoutFailed:
    'What was to be printed could not be written to standard output. Check where it is sent and run it again.',
  stdinTooLong: 'Standard input holds far more than a key or a recipe does. Check what is piped in.',
  interrupted: 'Interrupted; nothing was written.',
  noResult: 'The job ended without a result.',
  remark: (sentence: string) => `! ${sentence}`,
  /** Rows that are set aside are in no number and in no output. */
  setAside: (rows: number) =>
    `${rows} ${rows === 1 ? 'row' : 'rows'} of the file ${rows === 1 ? 'is' : 'are'} set aside, counted and ` +
    `written nowhere; custos import lists ${rows === 1 ? 'it' : 'them'} with the reason.`,
  unexpected: (error: string | null) =>
    `Something unexpected happened (${error ?? 'unknown error'}). Nothing was written.`,
  refused: {
    options: 'That cannot be done as asked: check the options.',
    fields: (fields: string[]) => `That cannot be done as asked: check ${fields.join(', ')}.`,
    oneOf: (field: string, values: string[]) => `${field} (${values.join(', ')})`,
    whole: (field: string) => `${field} (a whole number)`,
    atLeast: (field: string, minimum: number) => `${field} (at least ${minimum})`,
    atMost: (field: string, maximum: number) => `${field} (at most ${maximum})`,
  },
  passphrase: {
    ask: 'Passphrase of the workspace',
    again: 'Once more',
    differ: 'The two passphrases differ; nothing was made.',
    none: 'No passphrase: give --passphrase-file FILE or set CUSTOS_PASSPHRASE, or run this on a terminal to be asked.',
    askNew: (name: string) => `New passphrase of ${name}`,
    noneNew:
      'No new passphrase: give --new-passphrase-file FILE or set CUSTOS_NEW_PASSPHRASE, or run this on a terminal to be ' +
      'asked.',
    askRecovery: 'Recovery key of the workspace',
    noneRecovery:
      'No recovery key: give --recovery-key-file FILE or set CUSTOS_RECOVERY_KEY, or run this on a terminal to be asked.',
    fileUnreadable: {
      missing: (file: string) => `The passphrase file ${file} is not there. Check its name and folder.`,
      folder: (file: string) => `The passphrase file ${file} is a folder. Name a file in it.`,
      'no-file': (file: string) => `The passphrase file ${file} is no file that can be read.`,
      'too-large': (file: string) => `The passphrase file ${file} is too large to hold a passphrase. Check its name.`,
      unreadable: (file: string) => `The passphrase file ${file} cannot be read. Check its name and permissions.`,
    },
    fileEmpty: (file: string) => `The passphrase file ${file} is empty.`,
  },
};
