import { behaviour, consent, definePurpose, engagement } from './define-purpose.ts';

/** P4: a service that fits the person using it. */
export const personalise = definePurpose({
  id: 'p4-personalise',
  code: 'P4',
  title: 'Personalise the experience',
  description:
    'Show each signed-in customer the content, language and products that fit what this customer chose and used ' +
    'before, with a switch to turn it off.',
  dataNeeded: [
    { types: ['customer_id', 'user_id'], detail: 'Keyed hash', why: 'What is shown must follow the same person.' },
    {
      types: [
        ...behaviour,
        'recency',
        'loyalty_segment',
        'usage_metric',
        'usage_time',
        'interaction_count',
        'interest_keyword_count',
      ],
      detail: 'Categories instead of single products; bands',
      why: 'Past choices are what the content is adapted to.',
    },
    {
      types: [...engagement, 'device_type', 'language_locale', 'platform'],
      detail: 'Counts; no address of a page',
      why: 'Shows what is of interest and on which screen.',
    },
    {
      types: ['preference', 'rating', 'satisfaction_score', 'language'],
      detail: 'As stated by the customer',
      why: 'What a customer says outranks what is inferred.',
    },
    {
      types: ['country', 'state_region', 'age_group', 'age', 'date_of_birth', 'birth_year'],
      detail: 'Country or state; age group',
      why: 'Availability and age limits of products.',
    },
    { types: consent, detail: 'For personalisation', why: 'The switch of the customer decides.' },
  ],
  lawfulBases: [
    {
      basis: 'consent',
      why: 'Personalisation from tracked behaviour needs it, and it must be as easy to turn off as on.',
    },
    { basis: 'contract', why: 'Only where the customer asked for a personal service, for example a saved basket.' },
  ],
  customerBenefit:
    'Finds the right product faster; rewards of the loyalty programme are those the customer chose; can be ' +
    'switched off at any time.',
  retentionDays: 365,
  retentionWhy: 'Interests older than a year mislead; the profile is rebuilt from the last twelve months.',
  targeting: true,
});
