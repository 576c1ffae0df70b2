import { channel } from '../channel.ts';

export const freshdeskTickets = channel({
  id: 'freshdesk-tickets',
  label: 'Freshdesk, tickets (CSV, XLSX)',
  called: 'Freshdesk’s ticket export',
  family: 'customer-service',
  fingerprint: {
    names: [
      ['ticket id', 'resolution time (in hrs)', 'customer interactions'],
      ['ticket id', 'contact id', 'full name'],
    ],
  },
  reading: {
    times: 'In the account’s time zone, without an offset; spans as hours, minutes and seconds beyond 24 hours.',
  },
  columns: {
    'ticket id': 'ticket_id',
    subject: 'ticket_subject',
    status: 'ticket_status',
    priority: 'ticket_priority',
    source: 'support_channel',
    type: 'ticket_type',
    agent: 'full_name',
    group: 'department',
    'created time': 'timestamp',
    'due by time': 'timestamp',
    'resolved time': 'timestamp',
    'closed time': 'timestamp',
    'last update time': 'timestamp',
    'initial response time': 'timestamp',
    'time tracked': 'usage_time',
    'first response time (in hrs)': 'wait_time',
    'resolution time (in hrs)': 'wait_time',
    'agent interactions': 'interaction_count',
    'customer interactions': 'interaction_count',
    'resolution status': 'ticket_status',
    'first response status': 'ticket_status',
    tags: 'ticket_type',
    'survey results': 'satisfaction_score',
    product: 'product_name',
    'full name': 'full_name',
    title: 'job_title',
    email: 'email_address',
    'work phone': 'phone_number',
    'mobile phone': 'phone_number',
    'twitter id': 'social_handle',
    'time zone': 'timezone',
    language: 'language_locale',
    'contact id': 'customer_id',
    'company name': 'company_name',
    'unique external id': 'customer_id',
    'facebook profile id': 'social_handle',
  },
  informedHow:
    'Privacy notice of the contact form or the reply to the first message; the lawful basis is mostly the contract ' +
    'or a request.',
  notes: [
    'Subjects are free text that customers write.',
    'Agents are employees: people too.',
    'A span may be empty although both of its times are there.',
  ],
  source: 'Eight independent readers of the export; schema of a public connector',
  example: {
    fileName: 'freshdesk-tickets.csv',
    rows: 5,
    expect: {
      'Ticket ID': 'ticket_id',
      Subject: 'ticket_subject',
      Status: 'ticket_status',
      'Full name': 'full_name',
      Email: 'email_address',
      'Work phone': 'phone_number',
      'Survey results': 'satisfaction_score',
    },
    text: `Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed \
time,Last update time,First response time (in hrs),Resolution time (in hrs),Agent interactions,Customer interactions,\
Resolution status,Tags,Survey results,Full name,Title,Email,Work phone,Time zone,Language,Contact ID
4101,Parcel arrived open,Closed,High,Email,Problem,Sam Porter,Support,2026-09-02 10:14:05,2026-09-05 10:14:05,\
2026-09-03 09:00:11,2026-09-03 09:00:11,2026-09-03 09:00:11,01:12:40,22:46:06,3,2,Within SLA,"delivery,damage",\
Extremely Happy,Mira Lindqvist,Head of Purchasing,mira.lindqvist@example.org,+49 40 5550143,Berlin,en,70011200101
4102,Wrong size in the box,Open,Medium,Portal,Question,Dana Weiss,Support,2026-09-02 11:02:31,2026-09-05 11:02:31,,,\
2026-09-02 15:40:00,04:37:29,,1,1,,exchange,,Paul Okafor,Buyer,paul.okafor@example.net,+44 20 7946 0121,London,en,\
70011200102
4103,Charged twice for one order,Closed,Urgent,Chat,Incident,Sam Porter,Billing,2026-09-03 08:40:12,2026-09-04 \
08:40:12,2026-09-03 12:12:00,2026-09-03 12:12:00,2026-09-03 12:12:00,00:05:10,03:31:48,6,5,Within SLA,billing,\
Extremely Unhappy,Ines Moreau,Store Manager,ines.moreau@example.org,+33 4 99 55 01 99,Paris,fr,70011200103
4104,How do I return a coat,Pending,Low,Email,Question,Dana Weiss,Support,2026-09-03 19:22:48,2026-09-07 19:22:48,,,\
2026-09-04 08:05:30,12:42:42,,1,1,,returns,,Tomas Novak,Accountant,tomas.novak@example.com,+420 225 550 177,Prague,en,\
70011200104
4105,Discount code does not work,Resolved,Medium,Portal,Problem,Sam Porter,Support,2026-09-04 07:15:20,2026-09-07 \
07:15:20,2026-09-04 10:00:00,,2026-09-04 10:00:00,00:44:02,02:44:40,2,1,Within SLA,voucher,Happy,Laura Rossi,Designer,\
laura.rossi@example.com,+39 011 555 0108,Rome,it,70011200105
`,
  },
});
