/** Sentences of the engine as a whole, whatever it was asked. */
export const engineText = {
  diskFull:
    'The disk is full, or takes no file so large: free some space or choose another place, and try again. Nothing was lost.',
  nameTooLong: 'A name is longer than this file system allows. Choose a shorter one.',
  readOnlyPlace: 'The place to write to is read-only. Choose another folder.',
  notPermitted: 'This account may not read or write there. Choose another place or change the permissions.',
  unexpected: (error: string) =>
    `Something unexpected happened inside the engine (${error}). Nothing was written; please try again, and report ` +
    'it with what you did.',
  unknownError: 'unknown error',
  otherVersion: 'This window and the engine are of different versions. Close Custos and start it again.',
  noticesMissing: 'The notices are not beside the program: look for third-party-notices.txt in its resources folder.',
  notChosen: 'This file was not chosen in this session. Choose it again.',
  nobodyNamed: 'operator not named',
  account: (id: number | null) => (id === null ? 'unknown user' : `user ${id}`),
};
