import { channel } from '../channel.ts';

export const zendeskTickets = channel({
  id: 'zendesk-tickets',
  label: 'Zendesk, tickets (CSV, JSON)',
  called: 'Zendesk’s ticket export',
  family: 'customer-service',
  fingerprint: {
    names: [
      ['summation column', 'requester id'],
      ['requester_id', 'via.channel'],
      ['requester_id', 'assignee_id', 'satisfaction_rating.score'],
    ],
  },
  reading: { times: 'In the account’s time zone; UTC in JSON.' },
  columns: {
    'summation column': 'technical_attribute',
    id: 'ticket_id',
    requester: 'full_name',
    'requester id': 'user_id',
    requester_id: 'user_id',
    'requester external id': 'customer_id',
    'requester email': 'email_address',
    'requester domain': 'domain_name',
    submitter: 'full_name',
    submitter_id: 'user_id',
    assignee: 'full_name',
    assignee_id: 'employee_id',
    group: 'department',
    group_id: 'foreign_key',
    organization_id: 'foreign_key',
    subject: 'ticket_subject',
    raw_subject: 'ticket_subject',
    description: 'ticket_text',
    tags: 'ticket_type',
    status: 'ticket_status',
    priority: 'ticket_priority',
    via: 'support_channel',
    'via.channel': 'support_channel',
    'via.source.*.address': 'email_address',
    'via.source.*.name': 'full_name',
    'ticket type': 'ticket_type',
    type: 'ticket_type',
    'created at': 'timestamp',
    'updated at': 'timestamp',
    'assigned at': 'timestamp',
    'solved at': 'timestamp',
    'initially assigned at': 'timestamp',
    created_at: 'timestamp',
    updated_at: 'timestamp',
    'due date': 'date_event',
    organization: 'company_name',
    'satisfaction score': 'satisfaction_score',
    'satisfaction_rating.score': 'satisfaction_score',
    'satisfaction_rating.comment': 'review_text',
    'resolution time': 'wait_time',
    '* in minutes': 'wait_time',
    '* in minutes within business hours': 'wait_time',
    replies: 'interaction_count',
    reopens: 'interaction_count',
  },
  informedHow:
    'Privacy notice of the contact form or the reply to the first message; the lawful basis is mostly the contract ' +
    'or a request.',
  notes: [
    'Subjects, descriptions and comments are free text that customers write: they hold names, addresses and health ' +
      'matters.',
    'Assignees are employees: people too.',
    'Own fields carry their kind at the end of the name, as in “Plan [list]”.',
  ],
  source: 'Zendesk help; schema of a public connector; two readers of the CSV',
  example: {
    fileName: 'zendesk-tickets.csv',
    rows: 5,
    expect: {
      Id: 'ticket_id',
      Requester: 'full_name',
      'Requester email': 'email_address',
      Subject: 'ticket_subject',
      Status: 'ticket_status',
      Priority: 'ticket_priority',
      'Satisfaction Score': 'satisfaction_score',
      Via: 'support_channel',
    },
    text: `Summation column,Id,Requester,Requester id,Requester external id,Requester email,Requester domain,\
Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Organization,Satisfaction \
Score,Full resolution time in minutes
1,88101,Mira Lindqvist,360011200101,C-1044,mira.lindqvist@example.org,example.org,Mira Lindqvist,Sam Porter,Support,\
Parcel arrived open,delivery damage,Solved,High,Mail,Problem,2026-09-02 10:14,2026-09-03 09:00,Alder Tools,Good,1366
1,88102,Paul Okafor,360011200102,C-1045,paul.okafor@example.net,example.net,Paul Okafor,Dana Weiss,Support,Wrong size \
in the box,exchange,Open,Normal,Web Form,Question,2026-09-02 11:02,2026-09-02 15:40,Brightside Ltd,Offered,
1,88103,Ines Moreau,360011200103,C-1046,ines.moreau@example.org,example.org,Ines Moreau,Sam Porter,Billing,Charged \
twice for one order,billing,Solved,Urgent,Chat,Incident,2026-09-03 08:40,2026-09-03 12:12,Maison Claire,Bad,212
1,88104,Tomas Novak,360011200104,C-1047,tomas.novak@example.com,example.com,Tomas Novak,Dana Weiss,Support,How do I \
return a coat,returns,Pending,Low,Mail,Question,2026-09-03 19:22,2026-09-04 08:05,Novak Stroje,Not Offered,
1,88105,Laura Rossi,360011200105,C-1048,laura.rossi@example.com,example.com,Laura Rossi,Sam Porter,Support,Discount \
code does not work,voucher,Solved,Normal,Web Form,Problem,2026-09-04 07:15,2026-09-04 10:00,Studio Po,Good,165
`,
  },
});
