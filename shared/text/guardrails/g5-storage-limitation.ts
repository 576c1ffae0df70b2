import { durationWords } from '../durations.ts';
import { counted } from '../numbers.ts';
import { byPreset, chooseAPurpose, says, type OfPurpose } from './words.ts';

export const g5Text = {
  title: 'Storage limitation',
  reasons: {
    'no-purpose': () => says('Without a stated purpose there is no limit for keeping the output.', '', chooseAPurpose),
    undecided: ({ purpose }: OfPurpose) =>
      says(
        `Nobody has decided how long data for “${purpose}” is kept.`,
        'The purpose has no number of days.',
        'Set the number of days and the reason.',
      ),
    'days-without-reason': ({ purpose, days }: OfPurpose & { days: number }) =>
      says(
        `“${purpose}” keeps data for ${counted(days, 'day')} without saying why.`,
        'The reason is empty.',
        'Write the reason.',
      ),
    'register-differs': ({
      purpose,
      days,
      ref,
      duration,
    }: OfPurpose & { days: number; ref: string; duration: string }) =>
      says(
        `“${purpose}” keeps data for ${counted(days, 'day')}, and the register says ${durationWords(duration)} (${ref}).`,
        `${counted(days, 'day')} in the purpose, ${durationWords(duration)} in ${ref}.`,
        `Set the days of the purpose, or ${ref}, to the period that holds.`,
      ),
    'days-by-preset': ({ purpose, days }: OfPurpose & { days: number }) =>
      says(
        `Custos suggests that data for “${purpose}” is kept for ${counted(days, 'day')}, and nobody has decided it.`,
        byPreset,
        'Enter a period for the purpose in the register, with its reason.',
      ),
    decided: ({ purpose, days }: OfPurpose & { days: number }) =>
      says(`Data for “${purpose}” is kept for ${counted(days, 'day')}.`),
  },
};
