import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { channel } from '../channel.ts';

const columns: Record<string, SemanticTypeId> = {
  name: 'full_name',
  'given name': 'first_name',
  'additional name': 'middle_name',
  'family name': 'last_name',
  'yomi name': 'full_name',
  'given name yomi': 'first_name',
  'family name yomi': 'last_name',
  'name prefix': 'name_prefix',
  'name suffix': 'name_suffix',
  initials: 'full_name',
  nickname: 'username',
  'short name': 'full_name',
  'maiden name': 'maiden_name',
  birthday: 'date_of_birth',
  gender: 'gender',
  occupation: 'occupation',
  hobby: 'preference',
  notes: 'free_text',
  'group membership': 'loyalty_segment',
  labels: 'loyalty_segment',
  photo: 'person_photo',
  'first name': 'first_name',
  'middle name': 'middle_name',
  'last name': 'last_name',
  'phonetic first name': 'first_name',
  'phonetic middle name': 'middle_name',
  'phonetic last name': 'last_name',
  'file as': 'full_name',
  'organization name': 'company_name',
  'organization title': 'job_title',
  'organization department': 'department',
  'e-mail * - value': 'email_address',
  'phone * - value': 'phone_number',
  'address * - formatted': 'full_address',
  'address * - street': 'street_address',
  'address * - city': 'city',
  'address * - region': 'state_region',
  'address * - postal code': 'postal_code',
  'address * - country': 'country',
  'organization * - name': 'company_name',
  'organization * - title': 'job_title',
  'organization * - department': 'department',
  'website * - value': 'url',
  'relation * - value': 'full_name',
  'event * - value': 'date_event',
  'im * - value': 'social_handle',
};

export const googleContacts = channel({
  id: 'google-contacts',
  label: 'Google Contacts (CSV)',
  called: 'Google Contacts’ export',
  family: 'contact-forms',
  fingerprint: {
    names: [
      ['given name', 'yomi name'],
      ['phonetic first name', 'file as', 'labels'],
    ],
  },
  reading: { times: 'Birthdays and events are dates without a time.' },
  columns,
  informedHow:
    'Usually not at all: a private address book. Whoever uses it must inform the people in it within a month (GDPR ' +
    'Article 14).',
  notes: [
    'An address book concerns people who never had contact with the company.',
    'Several values of one kind stand in one cell, joined by “:::”.',
    'The number of columns grows with the richest contact.',
  ],
  source: 'Old header seen in a real export; eight independent readers of the new one',
  example: {
    fileName: 'contacts.csv',
    rows: 5,
    expect: {
      'First Name': 'first_name',
      'Last Name': 'last_name',
      'E-mail 1 - Value': 'email_address',
      'Phone 1 - Value': 'phone_number',
      'Organization Name': 'company_name',
      'Address 1 - City': 'city',
    },
    text: `First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,\
Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,\
E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Street,Address 1 - City,Address 1 - \
Postal Code,Address 1 - Country
Mira,,Lindqvist,,,,,,,,Alder Tools,Head of Purchasing,,1984-05-02,,,* myContacts ::: Suppliers,* Work,\
mira.lindqvist@example.org,Mobile,+49 40 5550143,Hafenstrasse 12,Hamburg,20457,Germany
Paul,,Okafor,,,,,,,,Brightside Ltd,Buyer,,,,,* myContacts,* Work,paul.okafor@example.net,Work,+44 20 7946 0121,4 Elm \
Avenue,London,SW1A 1AA,United Kingdom
Ines,Claire,Moreau,,,,,,,,Maison Claire,Store Manager,,1991-11-23,,,* myContacts ::: Shops,* Home,\
ines.moreau@example.org,Mobile,+33 6 55 01 99 22,8 rue du Lac,Lyon,69003,France
Tomas,,Novak,,,,,,,,Novak Stroje,Accountant,,,,,* myContacts,* Work,tomas.novak@example.com,Work,+420 225 550 177,\
Dlouha 30,Prague,110 00,Czech Republic
Laura,,Rossi,,,,,,,,Studio Po,Designer,,1979-02-14,Met at the fair,,* myContacts,* Work,laura.rossi@example.com,\
Mobile,+39 345 555 0108,Via Roma 7,Turin,10121,Italy
`,
  },
});
