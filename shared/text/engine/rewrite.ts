import { shortName } from '../names.ts';

/** Writing the rows of a dataset anew. */
export const rewriteText = {
  rewriting: 'writing rows anew',
  completed: (dataset: string) =>
    `Writing the rows of ${shortName(dataset)} anew was cut off after it was entered in the register; it was completed.`,
  reason: (dataset: string) => `Say why rows of ${shortName(dataset)} are written anew. Nothing was changed.`,
};
