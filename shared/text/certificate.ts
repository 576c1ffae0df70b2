/** What checking a certificate finds. */
export const certificateCheckText = {
  fromFuture: 'The certificate was written by a newer version of Custos; check it with that version.',
  noCertificate: (field: string) => `This is no Custos certificate: the field "${field}" is missing, unknown or not of its kind.`,
  unsigned: 'The certificate is not signed: it was made without a workspace.',
  changed: 'The signature does not fit the certificate: something in it was changed after it was signed.',
  otherKey: 'The certificate was signed with another key than that of the workspace.',
  otherFile: 'The released file is not the one the certificate vouches for: its SHA-256 differs.',
};
