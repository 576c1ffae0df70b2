import { counted } from '../numbers.ts';

/** People who are not to be processed again, known by keyed hashes alone. */
export const suppressionText = {
  reason: 'Say why: the reason stands in the register, so name nobody. Nothing was kept.',
  reasonToRemove: 'Say why somebody is taken off the list: the reason stands in the register, so name nobody.',
  notListed: 'None of these values is on the suppression list: nothing was taken off it.',
  leftOut: 'on the suppression list: they objected, or were erased',
  imported: (rows: number) =>
    `${counted(rows, 'row is', 'rows are')} about people on the suppression list: they objected, or were erased. Do not ` +
    'use them, and leave them out of every release.',
};
