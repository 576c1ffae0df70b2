import { behaviour, consent, definePurpose, engagement } from './define-purpose.ts';

/** P3: help new customers to a second purchase. */
export const secondPurchase = definePurpose({
  id: 'p3-second-purchase',
  code: 'P3',
  title: 'Onboarding to a second purchase',
  description:
    'See where new customers stop between the first and the second purchase and help them on with information ' +
    'about what they bought.',
  dataNeeded: [
    {
      types: ['customer_id', 'user_id'],
      detail: 'Keyed hash',
      why: 'First and second purchase must be seen as one person’s.',
    },
    {
      types: [...behaviour, 'order_date', 'signup_date', 'recency', 'tenure', 'activity_flag', 'loyalty_segment'],
      detail: 'Month instead of day; amounts in bands',
      why: 'The time and the distance between two purchases are the measure itself.',
    },
    {
      types: [...engagement, 'support_channel', 'ticket_type'],
      detail: 'Counts',
      why: 'Shows which help was used before a second purchase.',
    },
    {
      types: ['country', 'age_group', 'age', 'date_of_birth', 'birth_year'],
      detail: 'Country, age group',
      why: 'Language and delivery differ by country; minors are left out.',
    },
    { types: consent, detail: 'E-mail or app messages', why: 'Messages go to people only who agreed to them.' },
  ],
  lawfulBases: [
    { basis: 'contract', why: 'Information about the product bought, its use and returns belongs to the contract.' },
    { basis: 'consent', why: 'Anything that advertises further products by e-mail or message needs it.' },
  ],
  customerBenefit:
    'A welcome reward in the loyalty programme and the help that new customers look for most, at the time they need it.',
  retentionDays: 365,
  retentionWhy: 'Whoever has not bought again within a year is no longer a new customer.',
  targeting: true,
});
