import { consent, definePurpose, demography, loyalty } from './define-purpose.ts';

/** P2: look-alike and custom audiences. */
export const highValueCustomers = definePurpose({
  id: 'p2-high-value-customers',
  code: 'P2',
  title: 'Attract and keep high-value customers',
  description:
    'Reach existing customers of high value, and people like them, by custom and look-alike audiences on platforms ' +
    'the customer agreed to. Adults only, no sensitive criteria.',
  dataNeeded: [
    {
      types: ['email_address', 'phone_number'],
      detail: 'Hashed as the platform asks for it, one of the two',
      why: 'A platform can match an audience by nothing else.',
    },
    {
      types: ['customer_id', 'user_id'],
      detail: 'Keyed hash',
      why: 'Objections and withdrawals must reach the right row.',
    },
    {
      types: [...loyalty, 'total_spent', 'lifetime_value', 'purchase_count', 'purchase_frequency', 'purchase_amount'],
      detail: 'In bands',
      why: 'High value is defined by them.',
    },
    {
      types: ['country', 'state_region', ...demography],
      detail: 'Country or state; age group',
      why: 'Minors must be left out; the age limit and the consent rules are those of the country.',
    },
    {
      types: consent,
      detail: 'For this platform and purpose',
      why: 'Only people whose consent is valid may be in an audience.',
    },
  ],
  lawfulBases: [
    {
      basis: 'consent',
      why:
        'Handing identifiers to a platform for advertising needs a freely given, specific consent, which can be ' +
        'withdrawn at any time.',
    },
  ],
  customerBenefit:
    'Members of the loyalty programme see their own offers and rewards instead of advertising for what they have ' +
    'already bought, and are left out when they object.',
  retentionDays: 180,
  retentionWhy:
    'An audience list older than half a year reaches people who have changed their mind; platforms drop members ' +
    'after at most 540 days.',
  targeting: true,
});
