import { shortName } from '../names.ts';

/** Putting right what is said of one person. */
export const rectifyText = {
  reason: 'Say why it is put right: the reason stands in the register. Nothing was changed.',
  nobody: (dataset: string) =>
    `No record of ${shortName(dataset)} is known to be theirs. custos subject find says where they are. Nothing was changed.`,
  notThere: (dataset: string, column: string) =>
    `None of their records of ${shortName(dataset)} has that in ${shortName(column)}. Nothing was changed.`,
  differ: (kinds: number, dataset: string, column: string) =>
    `Their records of ${shortName(dataset)} have ${kinds} different values in ${shortName(column)}. Say with --from ` +
    'which is wrong. Nothing was changed.',
};
