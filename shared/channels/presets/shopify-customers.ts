import { channel } from '../channel.ts';

export const shopifyCustomers = channel({
  id: 'shopify-customers',
  label: 'Shopify, customers (CSV)',
  called: 'Shopify’s customer export',
  family: 'transactions',
  fingerprint: {
    names: [
      ['accepts email marketing', 'default address address1'],
      ['accepts marketing', 'total spent', 'total orders', 'tax exempt'],
    ],
  },
  reading: { formulaGuard: true, times: 'The export holds no times.' },
  columns: {
    'customer id': 'customer_id',
    'first name': 'first_name',
    'last name': 'last_name',
    email: 'email_address',
    'accepts email marketing': 'consent_status',
    'accepts sms marketing': 'consent_status',
    'accepts whatsapp marketing': 'consent_status',
    'accepts marketing': 'consent_status',
    'default address company': 'company_name',
    company: 'company_name',
    'default address address1': 'street_address',
    address1: 'street_address',
    'default address address2': 'address_line_2',
    address2: 'address_line_2',
    'default address city': 'city',
    city: 'city',
    'default address province*': 'state_region',
    'province*': 'state_region',
    'default address country*': 'country',
    'country*': 'country',
    'default address zip': 'postal_code',
    zip: 'postal_code',
    'default address phone': 'phone_number',
    phone: 'phone_number',
    'total spent': 'total_spent',
    'total orders': 'purchase_count',
    note: 'free_text',
    'tax exempt': 'boolean_flag',
    tags: 'loyalty_segment',
    '* (customer.metafields.*)': 'technical_attribute',
  },
  informedHow: 'Privacy notice of the shop; the columns that begin with “Accepts” say what each customer agreed to.',
  notes: [
    'A yes says that somebody agreed, and neither when nor to which wording.',
    'Columns at the end are fields that the shop made itself, and may hold anything.',
  ],
  source: 'Nine independent readers of the export, and one real file',
  example: {
    fileName: 'customers_export.csv',
    rows: 5,
    expect: {
      'Customer ID': 'customer_id',
      Email: 'email_address',
      'Accepts Email Marketing': 'consent_status',
      'Default Address Address1': 'street_address',
      'Default Address Zip': 'postal_code',
      'Total Spent': 'total_spent',
    },
    text: `Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Defa\
ult Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address\
 Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags
'7210440001077,Mira,Lindqvist,mira.lindqvist@example.org,no,,Hafenstrasse 12,,Hamburg,,DE,20457,+49 40 5550143,+49 4\
0 5550143,no,62.90,1,,no,
'7210440011177,Paul,Okafor,paul.okafor@example.net,yes,,4 Elm Avenue,,London,,GB,SW1A 1AA,+44 20 7946 0121,+44 20 79\
46 0121,no,73.90,2,,no,
'7210440021277,Ines,Moreau,ines.moreau@example.org,no,,8 rue du Lac,,Lyon,,FR,69003,+33 4 99 55 01 99,+33 4 99 55 01\
 99,no,84.90,3,,no,vip
'7210440031377,Tomas,Novak,tomas.novak@example.com,yes,,Dlouha 30,,Prague,,CZ,110 00,+420 225 550 177,+420 225 550 1\
77,no,95.90,4,,no,
'7210440041477,Laura,Rossi,laura.rossi@example.com,no,,Via Roma 7,,Turin,,IT,10121,+39 011 555 0108,+39 011 555 0108\
,no,106.90,5,,no,
`,
  },
});
