import { byPreset, says, type OfPurpose } from './words.ts';

const nothingSaid = 'Nothing says what the customers get from this.';
const stateIt = 'State the benefit in words a customer would accept, for example a loyalty programme.';

export const e9Text = {
  title: 'Benefit the customer',
  reasons: {
    'no-purpose': () => says(nothingSaid, 'No purpose is stated.', stateIt),
    'no-benefit': () => says(nothingSaid, 'The purpose’s benefit is empty.', stateIt),
    'benefit-by-preset': ({ purpose }: OfPurpose) =>
      says(
        `Custos suggests what “${purpose}” gives the customers, and nobody has said it of yours.`,
        byPreset,
        stateIt,
      ),
    'benefit-declared': ({ purpose, ref }: OfPurpose & { ref: string }) =>
      says(`${ref} in the register says what “${purpose}” gives the customers.`),
    'benefit-stated': ({ purpose }: OfPurpose) => says(`“${purpose}” says what gets better for the customer.`),
  },
};
