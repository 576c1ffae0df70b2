import {
  attitude,
  behaviour,
  definePurpose,
  demography,
  engagement,
  household,
  loyalty,
  place,
  service,
} from './define-purpose.ts';

/** P1: which groups of customers there are and what they need. */
export const findSegments = definePurpose({
  id: 'p1-find-segments',
  code: 'P1',
  title: 'Find the most important segments',
  description:
    'Describe groups of customers by what they buy, how they use the service and what they say, in order to plan ' +
    'the range and the service for each group. No decision about a single person is taken.',
  dataNeeded: [
    {
      types: [...behaviour, ...loyalty],
      detail: 'Amounts and frequencies in bands',
      why: 'What and how often people buy is what separates one group from the next.',
    },
    {
      types: [...engagement, ...service],
      detail: 'Counts, no page addresses and no text',
      why: 'How people use the service tells groups apart that buy alike.',
    },
    {
      types: attitude,
      detail: 'Scores and closed answers',
      why: 'A group is only worth planning for when it is known what it is content with.',
    },
    {
      types: [...demography, ...household],
      detail: 'Age group instead of a date of birth; income in brackets',
      why: 'Life situation explains needs; a group never needs a birthday.',
    },
    { types: place, detail: 'Region instead of an address', why: 'Range and opening hours are planned by region.' },
  ],
  lawfulBases: [
    {
      basis: 'legitimate-interests',
      why:
        'Groups, not people, are looked at; the effect on a single customer is small, and a balancing test can show ' +
        'it.',
    },
    { basis: 'consent', why: 'Needed where the data come from cookies or other trackers on the customer’s device.' },
  ],
  customerBenefit:
    'A range, prices and opening hours that fit: members of the loyalty programme get the rewards that their group ' +
    'really uses, not the average.',
  retentionDays: 730,
  retentionWhy:
    'Two yearly cycles are needed to tell a season from a change; after that the segments are kept, the rows ' +
    'behind them are not.',
  targeting: false,
});
