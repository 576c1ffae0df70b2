import { says, type OfPurpose } from './words.ts';

const nothingSaid = 'Nothing says what the customers get from this.';
const stateIt = 'State the benefit in words a customer would accept, for example a loyalty programme.';

export const e9Text = {
  title: 'Benefit the customer',
  reasons: {
    'no-purpose': () => says(nothingSaid, 'No purpose is stated.', stateIt),
    'no-benefit': () => says(nothingSaid, 'The purpose’s benefit is empty.', stateIt),
    'benefit-stated': ({ purpose }: OfPurpose) => says(`“${purpose}” says what gets better for the customer.`),
  },
};
