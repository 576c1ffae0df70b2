import { consent, definePurpose } from './define-purpose.ts';

/** P7: documented here; this product itself never acts in real time. */
export const realTimeResponse = definePurpose({
  id: 'p7-real-time-response',
  code: 'P7',
  title: 'Real-time response',
  description:
    'React while the customer is still there: offer help when a payment fails, stop an offer that no longer holds. ' +
    'Custos documents this purpose and prepares its data; it does not act in real time.',
  dataNeeded: [
    {
      types: ['customer_id', 'user_id'],
      detail: 'Keyed hash',
      why: 'The answer must reach the one who caused the event.',
    },
    {
      types: [
        'event_name',
        'engagement_event',
        'engagement_timestamp',
        'event_id',
        'page_view_count',
        'session_count',
        'session_duration',
        'order_status',
        'activity_flag',
        'recency',
      ],
      detail: 'Kind of event and hour, no address of a page',
      why: 'The event is what is responded to.',
    },
    {
      types: [
        'contact_channel',
        'support_channel',
        'ticket_status',
        'ticket_priority',
        'ticket_type',
        'wait_time',
        'device_type',
        'language_locale',
      ],
      detail: 'Categories',
      why: 'Where and in which language to answer.',
    },
    {
      types: ['country', 'age_group', 'age', 'date_of_birth', 'birth_year'],
      detail: 'Country, age group',
      why: 'Opening hours; minors get no offers.',
    },
    { types: consent, detail: 'For messages', why: 'Only who agreed is addressed.' },
  ],
  lawfulBases: [
    { basis: 'contract', why: 'Help with a purchase or a service that the customer is just using.' },
    { basis: 'consent', why: 'Offers and any reading of the customer’s device need it.' },
  ],
  customerBenefit:
    'Help arrives while the problem is there: a failed payment is explained at once, points of the loyalty ' +
    'programme are credited before the till is left.',
  retentionDays: 30,
  retentionWhy: 'An event that was not responded to within a month is of no use for a response.',
  targeting: true,
});
