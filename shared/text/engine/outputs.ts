const other = 'Nothing was read or written. Choose another name.';

/** Why a file may not be written where it was asked for, whatever was forced. */
export const outputsText = {
  isInput: {
    source: (file: string) =>
      `“${file}” is the file that is read, and is never replaced by what is made of it. ${other}`,
    recipe: (file: string) => `“${file}” is the recipe in use, and is never replaced by an output. ${other}`,
    key: (file: string) => `“${file}” is the key file in use, and is never replaced by an output. ${other}`,
    passphrase: (file: string) =>
      `“${file}” is the passphrase file in use, and is never replaced by an output. ${other}`,
    codebook: (file: string) => `“${file}” is a codebook in use, and is never replaced by an output. ${other}`,
    hierarchy: (file: string) => `“${file}” is a hierarchy in use, and is never replaced by an output. ${other}`,
    note: (file: string) => `“${file}” is the file that was handed in, and is never replaced by an output. ${other}`,
  },
  isImported: (file: string, dataset: string) =>
    `“${file}” holds the data that the dataset “${dataset}” was imported from, and is never replaced by an output. ` +
    'Choose another name.',
  isOtherOutput: (file: string) =>
    `“${file}” is named for two outputs of this command, itself or under another spelling. ${other}`,
  isDevice: (file: string) =>
    `“${file}” is a device or a stream, not a file: use - for standard output where a command takes it. ${other}`,
  inWorkspace: (file: string) => `“${file}” is or lies in a workspace, where only Custos itself writes. ${other}`,
  inOwnFolder: (file: string) => `“${file}” lies in a folder that Custos keeps for itself. ${other}`,
  isCertificate: (file: string) =>
    `“${file}” is a certificate or is named like one, and certificates are never replaced by anything else. ${other}`,
};
