import { channel } from '../channel.ts';

export const hubspotContacts = channel({
  id: 'hubspot-contacts',
  label: 'HubSpot, contacts (CSV, XLSX)',
  called: 'HubSpot’s contact export',
  family: 'contact-forms',
  fingerprint: {
    names: [
      ['record id', 'lifecycle stage'],
      ['record id', 'contact owner'],
      ['record id', 'create date', 'email'],
      ['record id', 'marketing contact status'],
    ],
  },
  reading: { times: 'Several spellings of a time may stand in one column, in the portal’s time zone.' },
  columns: {
    'record id': 'customer_id',
    'first name': 'first_name',
    'last name': 'last_name',
    email: 'email_address',
    'phone number': 'phone_number',
    'mobile phone number': 'phone_number',
    'contact owner': 'full_name',
    'company name': 'company_name',
    'job title': 'job_title',
    'lifecycle stage': 'lead_status',
    'lead status': 'lead_status',
    'create date': 'signup_date',
    'last activity date': 'engagement_timestamp',
    'last modified date': 'sync_timestamp',
    'original source': 'lead_source',
    'latest source': 'lead_source',
    'original traffic source': 'traffic_source',
    'latest traffic source': 'traffic_source',
    'street address': 'street_address',
    city: 'city',
    'state/region': 'state_region',
    'postal code': 'postal_code',
    'country/region': 'country',
    'date of birth': 'date_of_birth',
    gender: 'gender',
    'marital status': 'marital_status',
    'ip country': 'country',
    'ip city': 'city',
    'ip timezone': 'timezone',
    'number of pageviews': 'page_view_count',
    'number of sessions': 'session_count',
    'first page seen': 'page_url',
    'last page seen': 'page_url',
    'recent deal amount': 'purchase_amount',
    'total revenue': 'total_spent',
    'hubspot score': 'lead_score',
    "legal basis for processing contact's data": 'legal_basis',
    'unsubscribed from all email': 'subscription_status',
    'opted out of email: *': 'subscription_status',
    'marketing contact status': 'subscription_status',
    'marketing emails opened': 'email_engagement',
    'marketing emails clicked': 'email_engagement',
    'associated company': 'company_name',
    'associated company ids': 'foreign_key',
    'first conversion': 'campaign_response',
    'recent conversion': 'campaign_response',
    message: 'free_text',
    notes: 'free_text',
  },
  informedHow:
    'Form of the website with its privacy notice; the legal basis and the opt-outs are columns where they were ' +
    'exported.',
  notes: [
    'Columns are chosen by the user and named in the portal’s language.',
    'The contact’s owner is an employee: a person too.',
    'Several associations stand in one cell, joined by semicolons.',
  ],
  source: 'HubSpot knowledge base; eight independent readers of the export',
  example: {
    fileName: 'hubspot-contacts.csv',
    rows: 5,
    expect: {
      'Record ID': 'customer_id',
      'First Name': 'first_name',
      'Last Name': 'last_name',
      Email: 'email_address',
      'Phone Number': 'phone_number',
      'Lifecycle Stage': 'lead_status',
      'Job Title': 'job_title',
      "Legal basis for processing contact's data": 'legal_basis',
    },
    text: `Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lifecycle Stage,Lead Status,Create Date,\
Job Title,Company Name,City,Country/Region,Unsubscribed from all email,Legal basis for processing contact's data
20111450901,Mira,Lindqvist,mira.lindqvist@example.org,+49 40 5550143,Sam Porter,Customer,Open,2025-03-12 09:14,Head \
of Purchasing,Alder Tools,Hamburg,Germany,No,Performance of a contract
20111450902,Paul,Okafor,paul.okafor@example.net,+44 20 7946 0121,Sam Porter,Lead,New,2025-04-02 18:44,Buyer,\
Brightside Ltd,London,United Kingdom,No,Freely given consent from contact
20111450903,Ines,Moreau,ines.moreau@example.org,+33 4 99 55 01 99,Dana Weiss,Opportunity,In Progress,2025-05-21 07:33,\
Store Manager,Maison Claire,Lyon,France,Yes,Legitimate interest – prospect/lead
20111450904,Tomas,Novak,tomas.novak@example.com,+420 225 550 177,Dana Weiss,Customer,Open,2025-07-30 15:02,Accountant,\
Novak Stroje,Prague,Czech Republic,No,Performance of a contract
20111450905,Laura,Rossi,laura.rossi@example.com,+39 011 555 0108,Sam Porter,Subscriber,New,2026-01-15 20:06,Designer,\
Studio Po,Turin,Italy,No,Freely given consent from contact
`,
  },
});
