import type { AttackResult } from '#shared/domain/attack-results.ts';
import type { EarlierJoin } from '#shared/domain/release-figures.ts';
import { attackText } from '../attack.ts';
import { figuresText } from '../figures.ts';
import { firstNames, shortName } from '../names.ts';
import { count, counted, percent, rowsOrPeople, listed } from '../numbers.ts';

/** 0.0512 → "5.12 %": the limit of a release is given in shares that whole percents would hide. */
const exactPercent = (share: number): string => `${(share * 100).toFixed(2).replace(/\.?0+$/, '')} %`;

/** The columns that k counts, by name. */
const countedColumns = figuresText.over;

/** How one earlier release of the same source joins. */
const joinSentence = ({ output, columns, joined, why }: EarlierJoin): string => {
  if (joined === null) return `Earlier release ${shortName(output)}: not measured, ${why}.`;
  if (columns.length === 0)
    return (
      `There is nothing to join the earlier release ${shortName(output)} by: no column reads alike in the rows of both, or ` +
      'its rows are drawn.'
    );
  const share = joined === 0 ? 'No row agrees' : `${percent(joined)} of the rows agree`;
  return `${share} with exactly one row of the earlier release ${shortName(output)}, in ${firstNames(columns)}.`;
};

/** How many share what can be read. */
const sharedBy = (k: number, people: boolean, columns: readonly string[]): string =>
  columns.length === 0
    ? `no column tells rows apart; there are ${rowsOrPeople(k, people)} in all`
    : `every combination of ${countedColumns(columns)} in the written file is shared by at least ` +
      `${rowsOrPeople(k, people)}`;

/** Sentences of a release: why it was refused, what may be said of the output, what its certificate states. */
export const releaseText = {
  endingUnknown: (endings: readonly string[]) =>
    `The output has no ending that Custos writes: name it ${endings.slice(0, -1).join(', ')} or ${endings.at(-1)}.`,
  formIsDelimited:
    'A delimiter, an encoding and line ends belong to delimited text: name the output .csv or .tsv, or leave --as-source ' +
    'out.',
  sourceHasNoForm: (file: string) =>
    `${shortName(file)} is no delimited text, so there is no delimiter, encoding or line end to take from it: leave ` +
    '--as-source out.',
  encodingNotWritten: (encoding: string) =>
    `Custos reads ${encoding} and does not write it: leave --as-source out, and the file is written as UTF-8.`,
  cannotEncode: (encoding: string, sign: string) =>
    `The rows or names have the sign ${sign}, which ${encoding} does not have: leave --as-source out, and the file is ` +
    'written as UTF-8. Nothing was written.',
  layoutIsDelimited: 'A customer list is uploaded as CSV: name the output .csv.',
  dayIsNoDate: 'The day to count from (--today) is not a date: write it as YYYY-MM-DD.',
  keyNeeded: 'The recipe has a keyed hash, which needs a key: name a workspace or a key file.',
  reasonToDelete: (file: string) =>
    `Say why the record of the release ${file} is deleted: the reason stands in the register. Nothing was deleted.`,
  notPrinted: 'The certificate could not be printed here. Save it as a web page (.html) and print it from a browser.',
  notShown: 'The file could not be shown: it is not where it was written any more.',
  gone: 'This release is not in the workspace (any more).',
  certificateGone: 'The workspace’s copy of this certificate is gone; the one beside the export is as good.',
  noRecipient: (ref: string) =>
    `There is no recipient ${ref} in the register. custos register records recipient lists them.`,
  cannotBeRegistered:
    'The workspace is open for reading only, so the release could not be registered; nothing was written. Open a ' +
    'copy that may be written to.',

  leftOut: {
    minors: (age: number) => `under ${age}`,
    ageUnknown: 'age not known',
    otherSegment: 'not in the segment',
    notSampled: 'not in the sample',
    nothingToMatch: 'nothing to match by',
    countedOnce: 'further rows of people who are counted with the same already',
    samePerson: 'the same person again',
    otherRow: 'another row of the same person may not leave',
    advertisingId: {
      limited: (_days: number) => 'tracking limited by its owner (id of zeros)',
      past: (days: number) => `advertising id last seen more than ${days} days ago`,
      undated: (_days: number) => 'day the advertising id was last seen not known',
    },
  },
  kAboveRows: (k: number, rows: number) =>
    `The recipe asks for groups of ${count(k)}, and the file has ${counted(rows, 'row')}: aim at k ${count(rows)} or less, ` +
    'or take a file of more people. Nothing was written.',
  tooManySuppressed: (k: number, suppressed: number, rows: number, limit: number) =>
    `Reaching k ${k} leaves out ${suppressed} of ${counted(rows, 'row')} (${exactPercent(suppressed / rows)}), ` +
    `more than the limit of ${exactPercent(limit)}: generalise further or raise the limit. Nothing was written.`,
  consentUnread: (column: string, unread: number, rows: number) =>
    `The purpose rests on consent, and what ${shortName(column)} says of it cannot be read in ` +
    `${counted(unread, 'row')} of ${counted(rows, 'row')}: use words such as yes, no, granted, withdrawn, or ` +
    'dates. Nothing was written.',
  nothingDecided: (columns: readonly string[]) =>
    `No column is left to write: nobody has decided on ${firstNames(columns)}. Decide what they are, or name them ` +
    'in a step of the recipe. Nothing was written.',
  orderNotKept:
    'An anonymised release may not keep the order of the rows (--keep-order): whoever has the source would match ' +
    'them by their position. Leave the order to be mixed, or make it a pseudonymised release. Nothing was written.',
  nothingTells: { consent: 'who agreed to it', age: 'how old people are' },
  audienceUntold: (what: readonly string[]) =>
    `No column of the source says ${listed([...what])}, so that is unknown of everybody, and unknown is never a yes: ` +
    'nobody is left for the audience. Bring it in with the file, decide which column says it, or read consent in. ' +
    'Nothing was written.',
  audienceTooSmall: (platform: string, people: number, least: number) =>
    `The audience is of ${counted(people, 'person', 'people')}; ${platform} uses none of fewer than ${count(least)}: a ` +
    'smaller one would single people out and reach nobody. 1,000 serve every platform. Choose a wider segment. ' +
    'Nothing was written.',
  noRows: 'No row is left to write. Nothing was written.',
  noAdults: (rows: number, leftOut: readonly { why: string; rows: number }[]) =>
    `No row is left to write of ${rows}: ${leftOut.map((part) => `${part.rows} ${part.why}`).join(', ')}. A ` +
    'targeting release takes only people whom a column shows to be of age and, where it rests on consent, to have ' +
    'given it. Nothing was written.',
  fewInAll: (k: number, people: boolean, target: number) =>
    `The output is of ${rowsOrPeople(k, people)} in all, the target is ${target}: a file of so few cannot be ` +
    'anonymous. Nothing was written.',
  smallestClass: (columns: readonly string[], k: number, people: boolean, target: number) =>
    `The smallest class over ${firstNames(columns)} has ${rowsOrPeople(k, people)}, the target is ${target}: ` +
    'generalise or drop one of these columns, or suppress small classes over all of them. Nothing was written.',
  blocked: (blocking: readonly { id: string; message: string }[]) =>
    `${blocking.map(({ id, message }) => `${id}: ${message}`).join(' ')} Nothing was written.`,

  singlingOut: (k: number, people: boolean, wanted: number, columns: readonly string[]) =>
    columns.length === 0
      ? `No column is counted; there are ${rowsOrPeople(k, people)} in all, ${wanted} are wanted.`
      : `The smallest class has ${rowsOrPeople(k, people)}, ${wanted} are wanted; counted: ${countedColumns(columns)}.`,
  singledOutBy: (columns: readonly string[]) =>
    `${firstNames(columns)} ${columns.length === 1 ? 'points' : 'point'} at one person whatever the size of a class.`,
  notLinkable: 'No identifier and no stable pseudonym is in the output.',
  linkable: (columns: readonly string[]) =>
    `Identifiers or stable pseudonyms are in the output: ${firstNames(columns)}.`,
  relinkable: (share: number) =>
    share === 0
      ? 'No row equals exactly one row of the source under the recipe.'
      : `${percent(share)} of the rows equal exactly one row of the source under the recipe.`,
  earlier: {
    noCertificate: 'its certificate is not in the workspace any more',
    otherRecipe: 'its recipe does not run on these columns',
    ofOne: 'it is of several related tables of which rows may be one person’s',
    moved: 'both move or exchange values of a column of the same name, by chance of their own',
    sourceGone: (dataset: string) => `the dataset ${shortName(dataset)} that it was made from was deleted`,
    notKnown:
      'Earlier releases of this source: not measured, since no register and no certificate beside the output tells ' +
      'of any.',
    none: 'The register knows no earlier release of this source.',
    one: joinSentence,
    all: (earlier: readonly EarlierJoin[] | null): string => {
      if (earlier === null) return releaseText.earlier.notKnown;
      if (earlier.length === 0) return releaseText.earlier.none;
      const worst = [...earlier].sort((a, b) => (b.joined ?? 2) - (a.joined ?? 2));
      return [
        ...worst.slice(0, 3).map(joinSentence),
        ...(worst.length > 3 ? [`Of ${worst.length - 3} more no share is higher.`] : []),
      ].join(' ');
    },
  },
  inference: {
    notMeasured:
      'Not measured: this is asked of a release that is to be anonymised and whose smallest class reaches the target.',
    nothing: 'No column is left to be guessed.',
    gain: (column: string, risk: number, limit: number) =>
      `Somebody’s own row makes a guess of one column from all the others better by at most ${exactPercent(risk)} ` +
      `(${shortName(column)}), ${exactPercent(limit)} are allowed.`,
    bounded: (limit: number) =>
      'Too many columns to be guessed one by one; where a class over all of them is that large, somebody’s own row ' +
      `makes a guess better by at most ${exactPercent(limit)}.`,
    noneSensitive:
      'No column that can be read is flagged as a special category, crime or money, and the recipe declares none ' +
      'to protect: there is no l or t to meet.',
  },
  missing: {
    localRecoding:
      'Its rows are grouped by all columns together, so that somebody who knows some of them can infer others: it is ' +
      'called k-anonymous, not anonymised.',
    k: (k: number, people: boolean, wanted: number, columns: readonly string[]) =>
      `The smallest class has ${rowsOrPeople(k, people)}, ${wanted} are wanted, counting ` +
      `${countedColumns(columns)}: drop or generalise columns, or suppress small classes over all of them.`,
    alone: (rows: number, of: number) =>
      `${count(rows)} of ${counted(of, 'row')} ${rows === 1 ? 'is' : 'are'} alone over all columns of the file.`,
    order: 'The rows stand in the order of the source: whoever has it matches them by their position.',
    identifiers: (columns: readonly string[]) =>
      `Identifiers, hashes or free text are left: ${firstNames(columns)}. Drop them.`,
    joins: ({ output, joined, columns }: EarlierJoin) =>
      `${percent(joined ?? 0)} of the rows agree with exactly one row of the earlier release ${shortName(output)} ` +
      `of this source, in ${firstNames(columns)}: drop or generalise these columns.`,
    notCompared: ({ output, why }: EarlierJoin) =>
      `The earlier release ${shortName(output)} of this source could not be compared: ${why}.`,
    gain: (column: string, risk: number, limit: number) =>
      `Somebody’s own row makes a guess of ${shortName(column)} better by ${exactPercent(risk)}, ` +
      `${exactPercent(limit)} are allowed: drop or generalise it.`,
    attack: (result: AttackResult, limit: number) =>
      `${attackText.name(result)} succeeds more often with people who are in than with strangers: a risk of ` +
      `${attackText.share(result.risk ?? 0)}, not under ${attackText.share(result.low ?? 0)}, and ` +
      `${attackText.share(limit)} are allowed. ` +
      (result.column === undefined
        ? 'Drop or generalise columns, or ask for a larger k.'
        : `Drop or generalise ${shortName(result.column)} or the columns beside it, or ask for a larger k.`),
    model: (column: string, details: readonly string[]) =>
      `${details.join(' ')} Drop ${shortName(column)} or generalise the other columns.`,
  },
  unlisted: (column: string, step: number, rows: number) =>
    `${counted(rows, 'row')} of ${shortName(column)} ${rows === 1 ? 'has a value' : 'have values'} that the hierarchy of step ` +
    `${step} does not name: add ${rows === 1 ? 'it' : 'them'}, or choose what becomes of values that are not listed.`,
  unlistedRefused: (sentences: readonly string[]) => `${sentences.join(' ')} Nothing was written.`,
  target: {
    missed: (title: string, detail: string) =>
      `${title}, which the target asks for, does not hold: ${detail} Generalise or drop columns, or ask for less.`,
    noColumn: (title: string) =>
      `The target asks for ${title}, and no column that can be read is flagged as a special category, crime or money, ` +
      'or declared to protect: give one that role, or take the model out of the target.',
    refused: (misses: readonly string[]) => `The target is missed. ${misses.join(' ')} Nothing was written.`,
  },
  notAnonymised: (missing: readonly string[]) =>
    `This may not be called anonymised. ${missing.join(' ')} Or make it a pseudonymised release. Nothing was written.`,
  anonymised: (k: number, people: boolean, columns: readonly string[]) =>
    `Anonymised: no identifier is left, and ${sharedBy(k, people, columns)}. Singling out, linkability and ` +
    'inference were measured on this file, its source and the earlier releases that are known; what other sources ' +
    'add was not.',
  kAnonymous: (k: number, people: boolean, columns: readonly string[]) =>
    `k-anonymous: no identifier is left, and ${sharedBy(k, people, columns)}. A measured risk keeps the word ` +
    'anonymised away, so treat it as personal data.',
  overSpent: (epsilon: number, releases: number, most: number) =>
    `Together ${counted(releases, 'release')} with noise of these people would have ε ${epsilon.toFixed(2)}, and ${most} is ` +
    'the most (policy “privacy-budget”): too little of the protection would be left. Choose a smaller ε, or release what ' +
    'was made before. Nothing was written.',
  synthetic: (rows: number, epsilon: number, delta: number) =>
    `Synthetic: ${counted(rows, 'row')} drawn from counts with noise, ε ${epsilon}, δ ${delta}. No row is anybody’s, and ` +
    'what one person more or less changes is bounded by ε; what is true of a whole group can still be learnt.',
  noisyCounts: (groups: number, epsilon: number, delta: number) =>
    `Synthetic: ${counted(groups, 'count')} with noise, ε ${epsilon}, δ ${delta}. What one person more or less changes is ` +
    'bounded by ε; what is true of a whole group can still be learnt.',
  /** How far a figure may lie from the one without noise. */
  within: (figures: readonly { name: string; within: number | null }[]) =>
    ` 95 times in 100 the figure without noise lies within ${listed(
      figures.flatMap(({ name, within }) => (within === null ? [] : [`${within} of ${shortName(name)}`])),
    )}.`,
  twin: {
    refused: 'Rows are drawn from counts with noise, and an attack still finds too much of people in them.',
    drawn: 'Its rows are drawn, so it is called synthetic, not anonymised.',
    bound: (epsilon: number, delta: number) =>
      `No row is a person’s. One person changes the chance of any result by a factor of at most e^${epsilon}, but for a ` +
      `chance of ${delta}.`,
    onePerPerson: ' Of each person one row went in.',
    together: (epsilon: number, releases: number) =>
      ` With earlier releases of these people, ${count(releases)} in all, ε is ${epsilon.toFixed(2)}.`,
    countsAlike: 'No line is a row: it says how many people are in a group, give or take noise.',
    alike: (share: number) =>
      `${percent(share)} of the drawn rows happen to equal exactly one source row; none was copied from it.`,
    inference: 'What the tables of counts tell of a group holds for its members, whether they are in the file or not.',
  },
  pseudonymised: (protects: string) =>
    `Pseudonymised, still personal data. ${protects} Whoever holds the key, the source or further information can ` +
    'find people in it (GDPR Art. 4(5), recital 26).',
  protects: {
    groups: (k: number, people: boolean, columns: readonly string[]) =>
      `It protects against somebody who knows ${countedColumns(columns)} of a person and nothing else: at least ` +
      `${rowsOrPeople(k, people)} look alike in them.`,
    noIdentifier:
      'It protects against reading off who somebody is, since no identifier is in it, and against nothing else.',
    reading:
      'It protects against reading off who somebody is where identifiers are hashed or dropped, and against ' +
      'nothing else.',
  },

  diskFull: (file: string) =>
    `The disk is full: “${file}” was not written and nothing is left of it. Free some space and try again.`,
  tooLargeForDisk: (file: string) =>
    `“${file}” is too large for the file system it should lie on. Choose another folder or Parquet.`,
  nameTooLong:
    'A name is longer than this file system allows, counting the certificate’s, which is the output’s with ' +
    '“.certificate.json” after it. Choose a shorter one.',
  cannotWrite: (file: string) =>
    `“${file}” cannot be written: its folder is missing or may not be written to. Choose another folder.`,
  isFolder: (file: string) => `“${file}” is a folder. Name the file that should be written in it.`,
  alreadyThere: (file: string) =>
    `“${file}” is already there and was left as it is. Choose another name, or allow it to be replaced (--force).`,
  notPutBack: (file: string, kept: string | null) =>
    kept === null
      ? `“${file}” was not registered and could not be removed: remove it by hand.`
      : `What “${file}” held before could not be put back. It lies beside it, whole, as “${kept}”: rename it by hand.`,
  sheet: 'Release',
  tooLargeForSheet: (most: { rows: number; columns: number }, rows: number, columns: number) =>
    `An XLSX sheet holds at most ${count(most.rows)} rows and ${count(most.columns)} columns, this release has ` +
    `${count(rows)} and ${count(columns)}. Choose CSV or Parquet.`,
  cellTooLong: (characters: number) =>
    `A cell is longer than the ${count(characters)} characters an XLSX cell can hold. Choose CSV or Parquet.`,
  tooWideForSqlite: (most: number, columns: number) =>
    `A SQLite table holds at most ${count(most)} columns, this release has ${count(columns)}. Choose CSV or Parquet.`,
  sameNameInSqlite: (one: string, other: string) =>
    `SQLite takes ${shortName(one)} and ${shortName(other)} for one column: rename one, or choose CSV or Parquet.`,
  readBackDiffers:
    'The file read back from the disk does not hold what was measured before it was written; it was removed. Try ' +
    'again, on another disk if it happens again.',
};
