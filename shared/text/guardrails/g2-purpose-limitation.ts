import { chooseAPurpose, purposeUnknown, says, type OfPurpose } from './words.ts';

export const g2Text = {
  title: 'Purpose limitation',
  reasons: {
    'no-purpose': () =>
      says(
        'Without a stated purpose nobody can tell later what this output may be used for.',
        purposeUnknown,
        chooseAPurpose,
      ),
    'other-use': ({ purpose }: OfPurpose) =>
      says(
        `The purpose “${purpose}” does not cover choosing people for advertising or offers.`,
        'It is not marked as a targeting purpose.',
        'Choose a targeting purpose, or test whether the new use is compatible (Art. 6(4)) and record the outcome.',
      ),
    'bound-to-purpose': ({ purpose }: OfPurpose) => says(`The output is bound to the purpose “${purpose}”.`),
  },
};
