import { attitude, behaviour, definePurpose, demography, engagement, loyalty, service } from './define-purpose.ts';

/** P5: see churn coming. */
export const keepEngaged = definePurpose({
  id: 'p5-keep-engaged',
  code: 'P5',
  title: 'Keep customers engaged, see churn coming',
  description:
    'Find out which signs come before customers leave, and mend the causes: waiting times, faults, prices that do ' +
    'not fit.',
  dataNeeded: [
    { types: ['customer_id', 'user_id'], detail: 'Keyed hash', why: 'Signs and leaving must be seen as one person’s.' },
    { types: [...loyalty, ...behaviour], detail: 'Bands; months', why: 'A falling use is the first sign.' },
    {
      types: [...engagement, ...service],
      detail: 'Counts and durations',
      why: 'Complaints and waiting are the causes one can mend.',
    },
    { types: attitude, detail: 'Scores and closed answers', why: 'Discontent shows before people leave.' },
    {
      types: [...demography, 'country', 'state_region', 'postal_code'],
      detail: 'Age group, gender, region',
      why: 'To check that help is offered to all groups alike.',
    },
    { types: ['model_score'], detail: 'In bands', why: 'The score whose fairness is audited.' },
  ],
  lawfulBases: [
    {
      basis: 'legitimate-interests',
      why: 'Keeping a service good for those who pay for it is expected; no decision with legal effect follows.',
    },
    {
      basis: 'consent',
      why: 'Needed where the signs come from trackers on the customer’s device, and for advertising messages.',
    },
  ],
  customerBenefit:
    'Problems are mended before somebody has to complain; long-standing members of the loyalty programme are ' +
    'offered the better plan they are entitled to.',
  retentionDays: 730,
  retentionWhy:
    'Two yearly cycles are needed to see a change of habit; inactive customers are deleted or anonymised after that.',
  targeting: true,
});
