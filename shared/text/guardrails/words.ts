import { firstNames, shortName } from '../names.ts';
import { counted, listed } from '../numbers.ts';

/** What one reason of a guardrail says: sentences of names of columns and of counts, never of a cell. */
export interface ReasonWords {
  message: string;
  evidence: string;
  /** What to do about it; empty where nothing has to be done. */
  fix: string;
}

/** What every reason can speak of: the columns that the answer is about. */
export interface OfColumns {
  columns: string[];
}

/** A reason that speaks of a purpose by its title. */
export interface OfPurpose {
  purpose: string;
}

export const says = (message: string, evidence = '', fix = ''): ReasonWords => ({ message, evidence, fix });

export const chooseAPurpose = 'Choose a purpose.';
export const purposeUnknown = 'None of the known purposes is named.';
export const noColumns = (): ReasonWords =>
  says('No column that can be read is in the output, so there is nothing to look at.');
export const notForTargeting = (): ReasonWords => says('The release is not for targeting.');

/** What restricts a use cannot be read, so nothing tells that it does not restrict this one. */
export const recordUnreadable = ({ refs }: { refs: string[] }): ReasonWords =>
  says(
    `The register cannot be read in full, so what it says of these data is not known: ${firstNames(refs)}.`,
    'A later version of Custos wrote it, or it is damaged.',
    'Open the workspace with the later version, or put back a copy of the workspace in which it can be read.',
  );

/** What is kept of a dataset cannot be read, so nothing tells that a rule is kept for it. */
export const datasetUnreadable = ({ name }: { name: string }): ReasonWords =>
  says(
    `What is kept of ${shortName(name)} cannot be read in full, so it was not judged.`,
    'A later version of Custos wrote it, or it is damaged.',
    'Open the workspace with the later version, or put back a copy of the workspace in which it can be read.',
  );

export const outputColumns = (columns: number): string => counted(columns, 'output column');
/** What comes with the program says nothing of those who use it. */
export const byPreset = 'It comes with the program.';

export const asTheyWere = (columns: number): string => (columns === 1 ? 'is as it was' : 'are as they were');
/** Data that nobody may be targeted by. */
const fromSuchData = (columns: number): string =>
  `${outputColumns(columns)} ${columns === 1 ? 'comes' : 'come'} from such data, in whatever form.`;

/** Columns of the output that tell a column of the source, each in per cent; `by` is empty where all do together. */
export interface OfStandIns {
  found: { of: string; by: string; columns: number; percent: number; low: number }[];
}

const standIn = ({ of, by, columns, percent, low }: OfStandIns['found'][number]): string =>
  `“${of}” by ${by === '' ? `all ${columns} columns together` : `“${by}”`}: ${percent} % (at least ${low} %).`;

const whatIsMeasured =
  'Measured: of a person it is true of and one it is not, how often the columns rank the first higher, on rows that ' +
  'were not learned from; 50 % is guessing.';

const standsIn = ({ columns, found, blocks }: OfColumns & OfStandIns & { blocks: number }): ReasonWords =>
  says(
    `What the release writes or chooses people by stands in for data nobody may be targeted by: ${firstNames(columns)}.`,
    `${found.map(standIn).join(' ')} From ${blocks} % on it is blocked. ${whatIsMeasured}`,
    'Drop these columns or make them coarser until they tell less, and choose no segment by them.',
  );

const mayStandIn = ({
  columns,
  found,
  warns,
  blocks,
}: OfColumns & OfStandIns & { warns: number; blocks: number }): ReasonWords =>
  says(
    `What the release writes or chooses people by tells something of data nobody may be targeted by: ${firstNames(columns)}.`,
    `${found.map(standIn).join(' ')} From ${warns} % on it is said, from ${blocks} % on it is blocked. ${whatIsMeasured}`,
    'Ask whether the purpose needs them; drop them or make them coarser.',
  );

const noStandIn = ({ looked, warns }: { looked: string[]; warns: number }): ReasonWords =>
  says(
    'No column of the output comes from such data, and no column, no two and not all together tell it: ' +
      `${firstNames(looked)}.`,
    `All stay below ${warns} %. ${whatIsMeasured}`,
  );

const tooFewToTell = ({ tooFew }: { tooFew: string[] }): ReasonWords =>
  says(
    'No column of the output comes from such data. Whether others stand in for it could not be measured.',
    `Too few people to tell it from chance: ${firstNames(tooFew)}.`,
    'Look at the columns yourself: what goes along with such data?',
  );

/** A segment that is chosen by such data tells them of everybody in it, whatever columns are written. */
export const chosenBy = ({ columns }: OfColumns): ReasonWords =>
  says(
    `The segment is chosen by data nobody may be targeted by: ${firstNames(columns)}. Consent does not lift this.`,
    'Whoever is in the file is known to have that value, also where the column itself is not written.',
    'Choose the segment by another column.',
  );

/** Names that tell something of everybody in the file: which, and by which words. */
export interface OfNames {
  said: { what: 'file' | 'dataset' | 'segment'; name: string; words: string }[];
}

const named = {
  file: (name: string, words: string) => `the file’s name ${shortName(name)} (“${words}”)`,
  dataset: (name: string, words: string) => `the dataset’s name ${shortName(name)} (“${words}”)`,
  segment: (name: string, words: string) => `what the segment wants of ${shortName(name)} (“${words}”)`,
};

/** A name says of everybody in the file what no column has to say any more. */
export const namedSo = ({ said }: OfNames): ReasonWords =>
  says(
    `A name says of everybody in the file what nobody may be targeted by: ` +
      `${listed(said.map(({ what, name, words }) => named[what](name, words)))}. Consent does not lift this.`,
    'Names are read in eight languages; whoever gets the file reads them, too.',
    'If that is whom it is about, make no such list. If it is not, give it a name that says what it is about.',
  );

/** Where a source has no such data, nothing can be held against it: what goes along with them is not known. */
export const notMeasured =
  'The source holds no such column, so whether others stand in for such data could not be measured.';

/** What is said of columns that stand in for others, whoever asks. */
export const standInReasons = {
  'stands-in': standsIn,
  'may-stand-in': mayStandIn,
  'no-stand-in': noStandIn,
  'too-few-to-tell': tooFewToTell,
};

/** Names that say what the values do not. */
export const namedOnly = ({ columns }: OfColumns): ReasonWords =>
  says(
    'The name alone says that these hold data nobody may be targeted by, and the values say something else: ' +
      `${firstNames(columns)}.`,
    `${outputColumns(columns.length)} ${columns.length === 1 ? 'was' : 'were'} looked at.`,
    'Decide what the columns are.',
  );

/** What goes along with such data wherever it was looked at, and could not be held against them here. */
export const goesAlong = ({ columns, what, fix }: { columns: string[]; what: string; fix: string }): ReasonWords =>
  says(
    `${what}: ${firstNames(columns)}.`,
    'The source holds no such data to measure it against, so how well it is told here is not known.',
    fix,
  );

/** Columns that nobody may be targeted by: by law, and by what a workspace bars besides. */
export interface OfBarred {
  byLaw: string[];
  byWorkspace: string[];
}

/** @param lawSays what is said of those barred by law */
export const barred = (
  { columns, byLaw, byWorkspace }: OfColumns & OfBarred,
  lawSays: (columns: string[]) => string,
): ReasonWords =>
  says(
    [
      ...(byLaw.length === 0 ? [] : [lawSays(byLaw)]),
      ...(byWorkspace.length === 0
        ? []
        : [`This workspace bars targeting by such data: ${firstNames(byWorkspace)}. Its policy row says why.`]),
    ].join(' '),
    fromSuchData(columns.length),
    'Drop these columns.',
  );
