import { quotedNames, shortName } from '../names.ts';

/** Sentences about a dataset of the workspace, its columns and rows, and what is asked of them. */
export const datasetsText = {
  reasonToDelete: (dataset: string) =>
    `Say why the dataset ${dataset} is deleted: the reason stands in the register. Nothing was deleted.`,
  gone: 'This dataset is not in the workspace (any more).',
  notImported: (path: string) =>
    `${path} has not been imported into this workspace in its present form. Run custos import first.`,
  noneCalled: (word: string) => `There is neither a file nor a dataset called “${word.slice(0, 100)}”.`,
  /** The same name or the same bytes mean several datasets. */
  ambiguous: (word: string, names: readonly string[], ids: readonly string[]) =>
    `${shortName(word)} means ${names.length} datasets of the workspace: ${quotedNames(names)}. Give ` +
    `${ids.length === 0 ? 'the name' : `the id (${ids.join(', ')})`} of the one that is meant.`,
  /** Another dataset has the same name. */
  namedApart: (name: string, number: number) => `${name} (${number})`,
  /** The same bytes are there already; as which datasets, and as what they came in now. */
  thereAlready: (file: string, as: readonly string[], name: string) =>
    `${file} is in the workspace already as ${quotedNames(as)}, byte for byte; this import of it is called ` +
    `“${name}”. Delete one of them where it came in twice by mistake.`,
  noColumn: (dataset: string, column: string) => `The dataset ${dataset} has no column ${shortName(column)}.`,
  noColumnInFile: (file: string, column: string) =>
    `${file} has no column ${shortName(column)}. custos profile lists its columns.`,
  noRow: (number: number) => `The dataset has no row ${number}.`,
  noType: (type: string, near: string[]) =>
    `There is no type ${shortName(type)}.${near.length === 0 ? '' : ` Near it: ${near.join(', ')}.`} The type ` +
    'picker and custos classify show the names.',
  sayTypeOrClass: (column: string) => `Say which type or class ${shortName(column)} has.`,
  noPurpose: (purpose: string) => `There is no purpose ${shortName(purpose)}. custos purposes lists them.`,
};
