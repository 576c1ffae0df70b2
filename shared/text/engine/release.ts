import { firstNames } from '../names.ts';
import { count, counted, rowsOrPeople } from '../numbers.ts';

/** 0.0512 → "5.12 %": the limit of a release is given in shares that whole percents would hide. */
const exactPercent = (share: number): string => `${(share * 100).toFixed(2).replace(/\.?0+$/, '')} %`;

/** Sentences of a release: why it was refused, what may be said of the output, what its certificate states. */
export const releaseText = {
  endingUnknown: 'The output has no ending that Custos writes: name it .csv, .tsv, .jsonl, .parquet or .xlsx.',
  dayIsNoDate: 'The day to count from (--today) is not a date: write it as YYYY-MM-DD.',
  keyNeeded: 'The recipe has a keyed hash, which needs a key: name a workspace or a key file.',
  reasonToDelete: (file: string) => `Say why the record of the release ${file} is deleted: the reason stands in the register. Nothing was deleted.`,
  notPrinted: 'The certificate could not be printed here. Save it as a web page (.html) and print it from a browser.',
  notShown: 'The file could not be shown: it is not where it was written any more.',
  gone: 'This release is not in the workspace (any more).',
  certificateGone: 'The workspace’s copy of this certificate is gone; the one beside the export is as good.',
  cannotBeRegistered: 'The workspace is open for reading only, so the release could not be registered; nothing was written. Open a copy that may be written to.',

  leftOut: { minors: 'under 18', ageUnknown: 'age not known' },
  tooManySuppressed: (k: number, suppressed: number, rows: number, limit: number) =>
    `Reaching k ${k} leaves out ${suppressed} of ${counted(rows, 'row')} (${exactPercent(suppressed / rows)}), more than the limit of ${exactPercent(limit)}: generalise further or raise the limit. Nothing was written.`,
  noRows: 'No row is left to write. Nothing was written.',
  noAdults: (rows: number, leftOut: readonly { why: string; rows: number }[]) =>
    `No row is left to write of ${rows}: ${leftOut.map((part) => `${part.rows} ${part.why}`).join(', ')}. A targeting release takes only people whom a column shows to be of age. Nothing was written.`,
  fewInAll: (k: number, people: boolean, target: number) => `The output is of ${rowsOrPeople(k, people)} in all, the target is ${target}: a file of so few cannot be anonymous. Nothing was written.`,
  smallestClass: (columns: readonly string[], k: number, people: boolean, target: number) =>
    `The smallest class over ${firstNames(columns)} has ${rowsOrPeople(k, people)}, the target is ${target}: generalise or drop one of these columns, or suppress small classes over all of them. Nothing was written.`,
  blocked: (blocking: readonly { id: string; message: string }[]) => `${blocking.map(({ id, message }) => `${id}: ${message}`).join(' ')} Nothing was written.`,

  singlingOut: (k: number, people: boolean, wanted: number, quasiIdentifiers: number) => `The smallest class has ${rowsOrPeople(k, people)}, ${wanted} are wanted, over ${counted(quasiIdentifiers, 'quasi-identifier')}.`,
  notLinkable: 'No identifier and no stable pseudonym is in the output.',
  linkable: (columns: readonly string[]) => `Identifiers or stable pseudonyms are in the output: ${firstNames(columns)}.`,
  nothingToInfer: 'No column that can be read is known to hold special categories, crime or money, so l-diversity and t-closeness had nothing to measure.',
  anonymised: (k: number, people: boolean, quasiIdentifiers: number) =>
    `Anonymised: no identifier is left, and ${quasiIdentifiers === 0 ? `no column of the written file is classified as a quasi-identifier; it is of ${rowsOrPeople(k, people)} in all` : `every combination of the quasi-identifiers in the written file is shared by at least ${rowsOrPeople(k, people)}`}. This was measured on this file alone; what other sources add was not assessed.`,
  pseudonymised: 'Pseudonymised, still personal data: whoever holds the key or further information can find people in it (GDPR Art. 4(5), recital 26).',

  diskFull: (file: string) => `The disk is full: “${file}” was not written and nothing is left of it. Free some space and try again.`,
  tooLargeForDisk: (file: string) => `“${file}” is too large for the file system it should lie on. Choose another folder or Parquet.`,
  cannotWrite: (file: string) => `“${file}” cannot be written: its folder is missing or may not be written to. Choose another folder.`,
  alreadyThere: (file: string) => `“${file}” is already there and was left as it is. Choose another name, or allow it to be replaced (--force).`,
  sheet: 'Release',
  tooLargeForSheet: (most: { rows: number; columns: number }, rows: number, columns: number) =>
    `An XLSX sheet holds at most ${count(most.rows)} rows and ${count(most.columns)} columns, this release has ${count(rows)} and ${count(columns)}. Choose CSV or Parquet.`,
  cellTooLong: (characters: number) => `A cell is longer than the ${count(characters)} characters an XLSX cell can hold. Choose CSV or Parquet.`,
  readBackDiffers: 'The file read back from the disk does not hold what was measured before it was written; it was removed. Try again, on another disk if it happens again.',
};
