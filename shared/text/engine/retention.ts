import { firstNames, quotedNames, shortName } from '../names.ts';
import { count, counted, listed } from '../numbers.ts';

/** Keeping data no longer than needed: what is refused, and what is said of a run. */
export const retentionText = {
  looking: 'counting what is over',
  unreadable: 'it was written by another version of Custos, or is damaged',
  noDay: (text: string) => `“${text}” is no day. Write it as YYYY-MM-DD.`,
  beforeImport: (today: string, dataset: string, imported: string) =>
    `${today} lies before ${shortName(dataset)} came in (${imported}): what is over on that day cannot be told. Take a later day.`,
  ahead: (asked: string, today: string) =>
    `${asked} is yet to come (today is ${today}): only a dry run looks ahead. Nothing was changed.`,
  clockBack: (today: string, entered: string) =>
    `The clock of this machine says ${today}, the newest entry of the register ${entered}. Set the clock right first; nothing was changed.`,
  changed: (dataset: string) =>
    `Rows of ${shortName(dataset)} were changed meanwhile. Look again what is over; nothing was changed.`,
  others: (now: number, shown: number) =>
    `${count(now)} are over now, where ${count(shown)} were shown. Look again; nothing was changed.`,
  reason: (today: string) => `Retention of ${today}`,
  noRule: (id: string) => `There is no rule “${id}”. “custos retention list” shows all.`,
  noTitle: 'Give the rule a name. Nothing was changed.',
  titleTaken: (title: string) => `There is a rule ${shortName(title)} already. Change that one, or give another name.`,
  noKinds: 'Name at least one kind of data that the rule is about: a rule about cells goes by what a column holds.',
  unknownKind: (kind: string, near: readonly string[]) =>
    `There is no kind of data “${kind}”.${near.length === 0 ? '' : ` Was ${quotedNames([...near])} meant?`}`,
  noStartColumns: 'Name the columns from which the rule counts.',
  unneededColumns: 'Columns are named only where the rule counts from them.',
  lawOfRule: 'Name the law or the need that the period follows from. Nothing was changed.',
  reasonToDefine: (title: string) =>
    `Say why there is the rule ${shortName(title)}: the reason stands in the register. Nothing was changed.`,
  reasonToWithdraw: (title: string) =>
    `Say why the rule ${shortName(title)} goes: the reason stands in the register. Nothing was changed.`,
  ruleHeld: (title: string, citation: string) =>
    `The hold by ${shortName(citation)} keeps what ${shortName(title)} is about. Lift it first; nothing was changed.`,
  reasonToDecide: (title: string) =>
    `Say why ${title} are kept so long: the reason stands in the register. Nothing was changed.`,
  reasonToBind: (title: string) =>
    `Say why the rule ${title} is bound otherwise: the reason stands in the register. Nothing was changed.`,
  reasonToHold: 'Say why the data are held: the reason stands in the register. Nothing was changed.',
  reasonToLift: (citation: string) =>
    `Say why the hold by ${shortName(citation)} is lifted: the reason stands in the register. Nothing was changed.`,
  nothingSaid: (title: string) => `Say what of ${title} is to be otherwise: the length, what is done, or the law.`,
  inDays: (title: string, row: string) =>
    `${title} are kept as long as releases keep them, in days (policy row ${row}): give a whole number of days, as P90D.`,
  noLength: 'A length of nothing keeps nothing. Give at least a day, as P1D.',
  tooLong: (years: number) =>
    `More than ${count(years)} years is for ever, and nothing is kept for ever. Give a shorter length.`,
  noSuchAction: (title: string, actions: readonly string[]) => `Of ${title} this can be done: ${listed([...actions])}.`,
  citation: 'Name the law or the proceedings that ask for the hold. Nothing was changed.',
  noPeople: 'Name the people whose data are held by a value each at least, or hold everything.',
  heldGone: (citation: string) =>
    `What names the people on hold by ${shortName(citation)} is gone from the workspace: whom it is about cannot be told. ` +
    'Lift that hold and put it anew; nothing was changed.',
  datasetHeld: (name: string, citation: string, until: string) =>
    `“${shortName(name)}” is on hold by ${shortName(citation)} until ${until}, and has rows of this person. Lift the hold ` +
    'under Retention first, or say what a law keeps of them; nothing was changed.',
  personHeld: (citation: string, until: string) =>
    `This person’s data are on hold by ${shortName(citation)} until ${until}. Lift the hold under Retention first; nothing was changed.`,
  holdOver: (until: string, today: string) =>
    `A hold until ${until} is over already (today is ${today}): it would keep nothing. Give a day to come.`,
  noHold: (id: string) => `There is no hold “${id}”. “custos retention list” shows all.`,
  notBound: (title: string, dataset: string) =>
    `The rule ${title} is not about any column of ${shortName(dataset)} by that name.`,
  noColumns: (columns: readonly string[], dataset: string) =>
    `${shortName(dataset)} has no ${columns.length === 1 ? 'column' : 'columns'} ${quotedNames(columns)}.`,
  undatedOver: (until: string, today: string) =>
    `${until} is over already (today is ${today}): rows without a date cannot stay until then.`,
  nothingToAnonymise:
    'Nothing is over that a rule asks to have anonymised (custos retention set … --action anonymise).',
  oneDataset: (names: readonly string[]) =>
    `Rows of ${quotedNames(names)} are to be anonymised, and a release is of one dataset. Name which.`,
  noRecipe: (dataset: string) =>
    `${shortName(dataset)} has no recipe by which its rows could be anonymised. Make one under Recipe, or name a file.`,
  future: (columns: readonly string[]) => `Dates in ${firstNames([...columns])} that lie in the future count as none.`,
  remains: {
    source: (file: string) => `The file ${shortName(file)} that was imported`,
    sourceWhy: 'it lies where it lay; Custos has no copy of it and does not know of others',
    release: (file: string, recipient: string | null) =>
      `Release ${shortName(file)}${recipient === null ? '' : `, with ${shortName(recipient)}`}`,
    releaseWhy: 'it was handed out before; only whoever has it can delete it',
    rejected: (dataset: string, rows: number) =>
      `${counted(rows, 'row')} of ${shortName(dataset)} that could not be read`,
    rejectedWhy: 'no date can be read of them; delete the dataset, or import a repaired file',
    backups: 'Backups of the workspace',
    backupsWhy: 'a run after restoring one does it again',
  },
};
