import type { FailureCode } from '#shared/contract/failure.ts';

/** What happened (title), what was not lost, what to do; the engine's own sentence stands between them. */
export interface FailureText {
  title: string;
  kept: string;
  next: string;
}

const nothingChanged = 'Nothing was changed.';

export const failureText: Record<FailureCode | 'BAD_REQUEST' | 'ENGINE_LOST', FailureText> = {
  WRONG_USAGE: {
    title: 'That cannot be done this way',
    kept: nothingChanged,
    next: 'Check what was entered and try again.',
  },
  BAD_REQUEST: {
    title: 'Something entered is not allowed',
    kept: nothingChanged,
    next: 'Shorten or correct what was entered and try again.',
  },
  PASSPHRASE_MISSING: {
    title: 'A passphrase is needed',
    kept: nothingChanged,
    next: 'Enter the workspace’s passphrase.',
  },
  KEY_MISSING: {
    title: 'A key is needed',
    kept: nothingChanged,
    next: 'Open a workspace: it holds the keys of keyed steps.',
  },
  TARGET_PROTECTED: {
    title: 'That file must stay as it is',
    kept: nothingChanged,
    next: 'Choose another name or folder.',
  },
  PASSPHRASE_WEAK: {
    title: 'The passphrase is too easy to guess',
    kept: nothingChanged,
    next: 'Choose a longer one, or say that you know.',
  },
  FILE_MISSING: { title: 'The file is not there', kept: nothingChanged, next: 'Choose the file again.' },
  FILE_UNREADABLE: {
    title: 'The file cannot be read',
    kept: nothingChanged,
    next: 'Check that you may read it and that no other program holds it.',
  },
  FILE_EMPTY: { title: 'The file is empty', kept: nothingChanged, next: 'Choose a file with at least one row.' },
  FILE_DAMAGED: {
    title: 'The file is damaged',
    kept: nothingChanged,
    next: 'Get the file again from where it came from.',
  },
  FORMAT_UNKNOWN: {
    title: 'The file’s format is not known',
    kept: nothingChanged,
    next: 'Open CSV, TSV, JSON, JSON Lines, Parquet, XLSX, a SQLite or a DuckDB file.',
  },
  TARGET_EXISTS: {
    title: 'There is already a file of that name',
    kept: 'It was not touched.',
    next: 'Choose another name.',
  },
  TARGET_UNWRITABLE: {
    title: 'The file cannot be written there',
    kept: 'No half file was left behind.',
    next: 'Choose a folder you may write to.',
  },
  DISK_FULL: {
    title: 'The disk is full',
    kept: 'What was saved before is intact; no half file was left behind.',
    next: 'Free some space and try again.',
  },
  GRANT_UNKNOWN: {
    title: 'The permission for that file has expired',
    kept: nothingChanged,
    next: 'Choose the file again.',
  },
  WORKSPACE_NONE: { title: 'No workspace is open', kept: nothingChanged, next: 'Open or create a workspace first.' },
  WORKSPACE_LOCKED: {
    title: 'The workspace is open elsewhere',
    kept: nothingChanged,
    next: 'Close it there first; only one program may write to it.',
  },
  WORKSPACE_READ_ONLY: {
    title: 'The workspace is read-only',
    kept: nothingChanged,
    next: 'Copy its folder to where you may write and open the copy.',
  },
  WORKSPACE_FROM_FUTURE: {
    title: 'The workspace is from a newer Custos',
    kept: 'It was not touched.',
    next: 'Open it with the newer version.',
  },
  WORKSPACE_DAMAGED: {
    title: 'The workspace is damaged',
    kept: 'It was not touched.',
    next: 'Open a backup copy of its folder.',
  },
  WORKSPACE_EXISTS: {
    title: 'There is already a workspace of that name',
    kept: 'It was not touched.',
    next: 'Choose another name, or open it.',
  },
  PASSPHRASE_WRONG: {
    title: 'The passphrase does not fit',
    kept: nothingChanged,
    next: 'Try again, or use the recovery key.',
  },
  OPERATOR_MISSING: {
    title: 'The register needs to know who is working',
    kept: nothingChanged,
    next: 'Enter your name under the operator menu.',
  },
  OPERATOR_UNNAMED: {
    title: 'Who is working?',
    kept: nothingChanged,
    next: 'Choose your name.',
  },
  OPERATOR_UNKNOWN: {
    title: 'Nobody of that name works here',
    kept: nothingChanged,
    next: 'Choose a name from the list.',
  },
  ROLE_REFUSED: {
    title: 'Your role does not do that here',
    kept: nothingChanged,
    next: 'Ask one of those who may.',
  },
  DATASET_UNKNOWN: {
    title: 'That dataset is gone',
    kept: 'The register still knows it.',
    next: 'Choose another dataset.',
  },
  RELEASE_UNKNOWN: {
    title: 'That release is gone',
    kept: 'The register still knows it.',
    next: 'Choose another release.',
  },
  NOTE_REFUSED: {
    title: 'The file does not belong to this register',
    kept: nothingChanged,
    next: 'Ask for the file again, as it was handed out.',
  },
  ENTRY_UNKNOWN: {
    title: 'The register has no such entry',
    kept: nothingChanged,
    next: 'Choose an entry from the list.',
  },
  RECORD_UNKNOWN: {
    title: 'The register has no such record',
    kept: nothingChanged,
    next: 'Choose a record from the list.',
  },
  RECORD_INVALID: {
    title: 'Something in the record does not fit',
    kept: 'What was saved before stays.',
    next: 'Correct the field that is named and save again.',
  },
  RECORD_CHANGED: {
    title: 'Somebody was here before you',
    kept: 'Nothing was written over; what you entered is still on the screen.',
    next: 'Look at what differs, and save or approve again.',
  },
  COLUMN_UNKNOWN: {
    title: 'The dataset has no such column',
    kept: nothingChanged,
    next: 'Choose a column of this dataset.',
  },
  RECIPE_INVALID: {
    title: 'The recipe does not fit',
    kept: 'The recipe is kept as it is.',
    next: 'Correct that step.',
  },
  RECIPE_FROM_FUTURE: {
    title: 'The recipe is from a newer Custos',
    kept: nothingChanged,
    next: 'Use the newer version, or ask for the recipe in the older form.',
  },
  TARGET_MISSED: {
    title: 'The target is not met',
    kept: 'Nothing was written.',
    next: 'Generalise further, or allow more rows to be left out.',
  },
  GUARDRAIL_BLOCKS: {
    title: 'A guardrail says no',
    kept: 'Nothing was written.',
    next: 'See which one below, and how to meet it.',
  },
  REGISTER_CONTRADICTS: {
    title: 'The workspace does not say what its register says',
    kept: 'Nothing was written.',
    next: 'Do what is said here, or put back a copy of the workspace.',
  },
  JOB_CANCELLED: {
    title: 'Cancelled',
    kept: 'Nothing half-done was left behind.',
    next: 'Start it again whenever you like.',
  },
  CONTRACT_MISMATCH: {
    title: 'This window and its engine are from different versions',
    kept: nothingChanged,
    next: 'Close Custos completely and start it again.',
  },
  ENGINE_LOST: {
    title: 'The engine stopped while this was under way',
    kept: 'What was saved before is intact.',
    next: 'It restarts by itself: try again in a moment.',
  },
  INTERNAL: {
    title: 'Something went wrong inside Custos',
    kept: 'What was saved before is intact.',
    next: 'Try again; if it happens again, restart Custos.',
  },
};
