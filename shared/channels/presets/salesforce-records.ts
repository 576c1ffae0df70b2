import { channel } from '../channel.ts';

export const salesforceRecords = channel({
  id: 'salesforce-records',
  label: 'Salesforce, contacts or leads (CSV)',
  called: 'Salesforce’s export',
  family: 'contact-forms',
  fingerprint: {
    names: [
      ['id', 'lastname', 'systemmodstamp'],
      ['id', 'lastname', 'isdeleted'],
      ['id', 'lastname', 'ownerid', 'createddate'],
    ],
    values: { column: 'id', pattern: /^(?:003|00Q|001)[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/ },
  },
  reading: { times: 'UTC, as the offset of each value says.' },
  columns: {
    id: 'customer_id',
    isdeleted: 'boolean_flag',
    isconverted: 'boolean_flag',
    accountid: 'foreign_key',
    masterrecordid: 'foreign_key',
    reportstoid: 'foreign_key',
    individualid: 'foreign_key',
    convertedcontactid: 'foreign_key',
    lastname: 'last_name',
    firstname: 'first_name',
    salutation: 'name_prefix',
    name: 'full_name',
    assistantname: 'full_name',
    '*street': 'street_address',
    '*city': 'city',
    '*state': 'state_region',
    '*postalcode': 'postal_code',
    '*country': 'country',
    '*latitude': 'latitude',
    '*longitude': 'longitude',
    phone: 'phone_number',
    mobilephone: 'phone_number',
    homephone: 'phone_number',
    otherphone: 'phone_number',
    assistantphone: 'phone_number',
    fax: 'fax_number',
    email: 'email_address',
    title: 'job_title',
    department: 'department',
    company: 'company_name',
    leadsource: 'lead_source',
    status: 'lead_status',
    industry: 'industry_sector',
    birthdate: 'date_of_birth',
    description: 'free_text',
    ownerid: 'employee_id',
    createdbyid: 'employee_id',
    lastmodifiedbyid: 'employee_id',
    hasoptedoutofemail: 'consent_preference',
    hasoptedoutoffax: 'consent_preference',
    donotcall: 'consent_preference',
    createddate: 'timestamp',
    lastmodifieddate: 'timestamp',
    systemmodstamp: 'timestamp',
    emailbounceddate: 'timestamp',
    lastactivitydate: 'date_event',
  },
  informedHow: 'Privacy notice at the form or the first contact by which each person came into the system.',
  notes: [
    'Whoever has opted out of mail or calls stands in a column, and that is no consent of the others.',
    'A compound address repeats the parts of the address.',
    'Columns that end in __c are fields the company made itself, and may hold anything.',
  ],
  source: 'Object reference of the vendor; a public data set of the vendor and seeds of a connector',
  example: {
    fileName: 'Contact.csv',
    rows: 5,
    expect: {
      Id: 'customer_id',
      LastName: 'last_name',
      Email: 'email_address',
      MailingCity: 'city',
      Birthdate: 'date_of_birth',
      HasOptedOutOfEmail: 'consent_preference',
      Title: 'job_title',
    },
    text: `Id,IsDeleted,AccountId,LastName,FirstName,Salutation,Name,MailingStreet,MailingCity,MailingState,MailingPostalCode,M\
ailingCountry,Phone,MobilePhone,Email,Title,Department,LeadSource,Birthdate,OwnerId,HasOptedOutOfEmail,DoNotCall,Cre\
atedDate,LastModifiedDate,SystemModstamp
0035g00000Ab0dEAA0,false,0015g00000Xy0zAAB0,Lindqvist,Mira,,Mira Lindqvist,"Hafenstrasse 12
Floor 1",Hamburg,,20457,DE,+49 40 5550143,,mira.lindqvist@example.org,Buyer,Purchasing,Web,1970-01-10,0055g00000Qr0t\
AAC0,false,false,2026-04-10T15:11:57.000+0000,2026-09-10T08:02:11.000+0000,2026-09-10T08:02:11.000+0000
0035g00000Ab1dEAA1,false,0015g00000Xy1zAAB1,Okafor,Paul,,Paul Okafor,"4 Elm Avenue
Floor 2",London,,SW1A 1AA,GB,+44 20 7946 0121,,paul.okafor@example.net,Head of Sales,Sales,Web,1974-02-11,0055g00000\
Qr1tAAC1,true,false,2026-04-11T15:11:57.000+0000,2026-09-11T08:02:11.000+0000,2026-09-11T08:02:11.000+0000
0035g00000Ab2dEAA2,false,0015g00000Xy2zAAB2,Moreau,Ines,,Ines Moreau,"8 rue du Lac
Floor 3",Lyon,,69003,FR,+33 4 99 55 01 99,,ines.moreau@example.org,Accountant,Finance,Web,1978-03-12,0055g00000Qr2tA\
AC2,false,false,2026-04-12T15:11:57.000+0000,2026-09-12T08:02:11.000+0000,2026-09-12T08:02:11.000+0000
0035g00000Ab3dEAA3,false,0015g00000Xy3zAAB3,Novak,Tomas,,Tomas Novak,"Dlouha 30
Floor 4",Prague,,110 00,CZ,+420 225 550 177,,tomas.novak@example.com,Designer,Design,Web,1982-04-13,0055g00000Qr3tAA\
C3,false,false,2026-04-13T15:11:57.000+0000,2026-09-13T08:02:11.000+0000,2026-09-13T08:02:11.000+0000
0035g00000Ab4dEAA4,false,0015g00000Xy4zAAB4,Rossi,Laura,,Laura Rossi,"Via Roma 7
Floor 5",Turin,,10121,IT,+39 011 555 0108,,laura.rossi@example.com,Store Manager,Sales,Web,1986-05-14,0055g00000Qr4t\
AAC4,false,false,2026-04-14T15:11:57.000+0000,2026-09-14T08:02:11.000+0000,2026-09-14T08:02:11.000+0000
`,
  },
});
