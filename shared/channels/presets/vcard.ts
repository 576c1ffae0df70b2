import { channel } from '../channel.ts';

export const vcard = channel({
  id: 'vcard',
  label: 'Contact cards (vCard)',
  called: 'An address book of vCards',
  family: 'contact-forms',
  fingerprint: { names: [['full_name', 'vcard_version']] },
  reading: { times: 'Days without a time; a change of a card is in UTC.' },
  columns: {
    full_name: 'full_name',
    'last_name*': 'last_name',
    'first_name*': 'first_name',
    'middle_name*': 'middle_name',
    'name_prefix*': 'name_prefix',
    'name_suffix*': 'name_suffix',
    'nickname*': 'username',
    'email*': 'email_address',
    'phone*': 'phone_number',
    'street_address*': 'street_address',
    'address_line_2*': 'address_line_2',
    'po_box*': 'address_line_2',
    'city*': 'city',
    'state_region*': 'state_region',
    'postal_code*': 'postal_code',
    'country*': 'country',
    'company*': 'company_name',
    'department*': 'department',
    'job_title*': 'job_title',
    'role*': 'job_title',
    birthday: 'date_of_birth',
    anniversary: 'date_event',
    'note*': 'free_text',
    'url*': 'url',
    'photo*': 'person_photo',
    'geo*': 'geo_coordinates',
    timezone: 'timezone',
    uid: 'record_id',
    changed_at: 'timestamp',
    categories: 'loyalty_segment',
    gender: 'gender',
    vcard_version: 'technical_attribute',
  },
  informedHow:
    'Usually not at all: a private or departmental address book. Whoever uses it must inform the people in it ' +
    'within a month (GDPR Article 14).',
  notes: [
    'An address book concerns people who may never have had to do with the company.',
    'Several addresses or numbers of a card stand in numbered columns.',
  ],
  source: 'RFC 6350 and the older vCard 2.1; cards of four programs',
  example: {
    fileName: 'contacts.vcf',
    rows: 5,
    expect: {
      full_name: 'full_name',
      last_name: 'last_name',
      email: 'email_address',
      phone: 'phone_number',
      city: 'city',
      birthday: 'date_of_birth',
      company: 'company_name',
    },
    text: `BEGIN:VCARD
VERSION:3.0
FN:Mira Lindqvist
N:Lindqvist;Mira;;;
EMAIL;TYPE=INTERNET:mira.lindqvist@example.org
TEL;TYPE=CELL:+49 40 5550143
ADR;TYPE=HOME:;;Hafenstrasse 12;Hamburg;;20457;DE
ORG:Alder Tools;Sales
TITLE:Buyer
BDAY:1970-01-10
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Paul Okafor
N:Okafor;Paul;;;
EMAIL;TYPE=INTERNET:paul.okafor@example.net
TEL;TYPE=CELL:+44 20 7946 0121
ADR;TYPE=HOME:;;4 Elm Avenue;London;;SW1A 1AA;GB
ORG:Brightside Ltd;Sales
TITLE:Accountant
BDAY:1974-02-11
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Ines Moreau
N:Moreau;Ines;;;
EMAIL;TYPE=INTERNET:ines.moreau@example.org
TEL;TYPE=CELL:+33 4 99 55 01 99
ADR;TYPE=HOME:;;8 rue du Lac;Lyon;;69003;FR
ORG:Maison Claire;Sales
TITLE:Store Manager
BDAY:1978-03-12
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Tomas Novak
N:Novak;Tomas;;;
EMAIL;TYPE=INTERNET:tomas.novak@example.com
TEL;TYPE=CELL:+420 225 550 177
ADR;TYPE=HOME:;;Dlouha 30;Prague;;110 00;CZ
ORG:Novak Stroje;Sales
TITLE:Designer
BDAY:1982-04-13
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Laura Rossi
N:Rossi;Laura;;;
EMAIL;TYPE=INTERNET:laura.rossi@example.com
TEL;TYPE=CELL:+39 011 555 0108
ADR;TYPE=HOME:;;Via Roma 7;Turin;;10121;IT
ORG:Studio Po;Sales
TITLE:Head of Sales
BDAY:1986-05-14
END:VCARD
`,
  },
});
