import { behaviour, consent, definePurpose, engagement, loyalty, service } from './define-purpose.ts';

/** P6: several datasets, one customer, no identifier shown. */
export const unifiedView = definePurpose({
  id: 'p6-unified-view',
  code: 'P6',
  title: 'One unified view of a customer',
  description:
    'Join what shop, service and newsletter know about the same customer on a keyed hash, without ever showing the ' +
    'identifier. The join is a processing activity of its own in the register.',
  dataNeeded: [
    {
      types: ['customer_id', 'user_id', 'email_address', 'phone_number', 'person_id'],
      detail: 'Keyed hash of the trimmed, lower-case value',
      why: 'The only way to join without showing who it is.',
    },
    {
      types: [...behaviour, ...loyalty],
      detail: 'As far as the joined question needs it',
      why: 'It is what the shop knows of the same customer.',
    },
    {
      types: [...engagement, ...service],
      detail: 'Counts',
      why: 'It is what service and newsletter know of the same customer.',
    },
    {
      types: ['country', 'state_region', 'age_group', 'age', 'date_of_birth', 'birth_year'],
      detail: 'Country, age group',
      why: 'To keep minors out and to apply the rules of the country.',
    },
    { types: consent, detail: 'The latest of all sources', why: 'A withdrawal in one place must count in all.' },
  ],
  lawfulBases: [
    {
      basis: 'legitimate-interests',
      why: 'Consistent answers to customers; needs a balancing test, because joined data tell more than each part.',
    },
    {
      basis: 'consent',
      why: 'Needed where one of the parts was collected for another purpose on the basis of consent.',
    },
  ],
  customerBenefit:
    'Nobody has to explain the same thing twice; points of the loyalty programme count in shop, app and web; one ' +
    'objection works everywhere.',
  retentionDays: 365,
  retentionWhy: 'The joined file is made anew when needed; each part keeps its own, often shorter, limit.',
  targeting: false,
});
