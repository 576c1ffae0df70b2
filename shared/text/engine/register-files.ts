import { quotedNames, shortName } from '../names.ts';
import { listed } from '../numbers.ts';

const mostNames = 15;
/** The first of many headings, each short enough to be read. */
const someNames = (names: readonly string[]): string => {
  const shown = names.slice(0, mostNames).map(shortName);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : listed(shown);
};

/** Sentences about registers as files: what cannot be read, and what to do. */
export const registerFilesText = {
  tooLarge: (file: string) => `${shortName(file)} is larger than a register can be: split it into several files.`,
  tooManyRows: (file: string, most: number) =>
    `${shortName(file)} has more than ${most.toLocaleString('en')} rows in all, empty ones included: take out what is ` +
    'no register, or split it into several files.',
  cellTooLong: (most: number) =>
    `A statement is longer than a cell of a workbook can hold (${most} characters): export JSON, HTML or PDF instead.`,
  otherFile: (file: string) =>
    `${shortName(file)} is not the file that was looked at: it was changed meanwhile. Look at it again before it is taken in.`,
  noReport: 'There is no report of this file any more: look at it again.',
  noLayout: (file: string, layouts: readonly string[], seen: readonly string[], lookedFor: readonly string[]) =>
    `${shortName(file)} has the headings of none of the layouts ${quotedNames(layouts)}. ` +
    `${seen.length === 0 ? 'No headings were found in it' : `Seen in it: ${someNames(seen)}`}; looked for: ` +
    `${quotedNames(lookedFor)}, or words like these. Put a line of such headings above the table, or say what a column ` +
    'holds.',
  namedTwice: (field: string) => `Two columns were said to hold “${field}”, which has one: name one of them.`,
  headingAbsent: (file: string, absent: readonly string[], seen: readonly string[]) =>
    `${shortName(file)} has no heading ${someNames(absent)}. ` +
    `${seen.length === 0 ? 'No headings were found in it.' : `It has ${someNames(seen)}: name one of these.`}`,
  notThisLayout: (file: string, layout: string) =>
    `${shortName(file)} has not the headings of the layout ${shortName(layout)}: leave out --layout, or choose another.`,
  noActivities: (file: string) => `${shortName(file)} holds no processing activity below its headings.`,
  noJson: (file: string) => `${shortName(file)} is no JSON: it is damaged, or not a register.`,
  otherFormat: (file: string) => `${shortName(file)} is JSON and no register that Custos wrote.`,
  otherVersion: (file: string) =>
    `${shortName(file)} is a register of another version of Custos: import it with that one.`,
  damagedJson: (file: string, place: string) =>
    `${shortName(file)} is damaged at ${shortName(place)}: export it again.`,
  noGraph: (file: string) => `${shortName(file)} is JSON-LD without a list of nodes: export it again.`,
  otherContext: (file: string, context: string) =>
    `${shortName(file)} uses ${context === '' ? 'a context of its own' : `the context ${shortName(context)}`}; only the ` +
    'DPV 2.3 context that Custos writes is read, since the same names may mean other things elsewhere.',
  noRegister: (file: string) => `${shortName(file)} holds no record of processing activities (dpv:ROPA).`,
  cannotImport: (file: string) =>
    `${shortName(file)} is not read as a register: import a workbook, a text file, JSON or JSON-LD.`,
};
