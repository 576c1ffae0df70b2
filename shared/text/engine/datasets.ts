import { shortName } from '../names.ts';

/** Sentences about a dataset of the workspace, its columns and rows, and what is asked of them. */
export const datasetsText = {
  reasonToDelete: (dataset: string) =>
    `Say why the dataset ${dataset} is deleted: the reason stands in the register. Nothing was deleted.`,
  gone: 'This dataset is not in the workspace (any more).',
  notImported: (path: string) =>
    `${path} has not been imported into this workspace in its present form. Run custos import first.`,
  noneCalled: (word: string) => `There is neither a file nor a dataset called “${word.slice(0, 100)}”.`,
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
