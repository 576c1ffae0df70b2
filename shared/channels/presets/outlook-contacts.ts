import type { Channel } from '../channel.ts';

export const outlookContacts: Channel = {
  id: 'outlook-contacts',
  label: 'Outlook or Thunderbird, contacts (CSV)',
  called: 'The address book’s export',
  family: 'contact-forms',
  fingerprint: { names: [['e-mail address', 'business phone'], ['primary email', 'screen name'], ['e-mail-adresse', 'telefon geschäftlich'], ['adresse de messagerie', 'téléphone (bureau)']] },
  reading: { times: 'Dates without a time; an empty one may be written 0/0/00.' },
  columns: {
    title: 'name_prefix', 'first name': 'first_name', 'middle name': 'middle_name', 'last name': 'last_name', suffix: 'name_suffix', company: 'company_name', department: 'department', 'job title': 'job_title', '* street': 'street_address', '* street 2': 'address_line_2', '* city': 'city', '* state': 'state_region', '* postal code': 'postal_code', '* country/region': 'country', '* country': 'country', '* phone': 'phone_number', '* phone 2': 'phone_number', '* fax': 'fax_number', 'e-mail address': 'email_address', 'e-mail * address': 'email_address', 'e-mail display name': 'full_name', 'e-mail * display name': 'full_name',
    birthday: 'date_of_birth', anniversary: 'date_event', gender: 'gender', spouse: 'full_name', children: 'full_name', "assistant's name": 'full_name', "manager's name": 'full_name', notes: 'free_text', categories: 'loyalty_segment', hobby: 'preference', language: 'language', location: 'user_location', 'web page': 'url', profession: 'occupation', 'government id number': 'national_id', 'user 1': 'free_text',
    'display name': 'full_name', nickname: 'username', 'primary email': 'email_address', 'secondary email': 'email_address', 'screen name': 'username', 'mobile number': 'phone_number', 'home address': 'street_address', 'home zipcode': 'postal_code', 'birth year': 'birth_year', 'birth month': 'birth_month', 'birth day': 'birth_day', organization: 'company_name',
    anrede: 'name_prefix', vorname: 'first_name', nachname: 'last_name', 'e-mail-adresse': 'email_address', 'telefon *': 'phone_number', mobiltelefon: 'phone_number', 'straße *': 'street_address', 'postleitzahl *': 'postal_code', 'ort *': 'city', 'land *': 'state_region', 'region *': 'country', firma: 'company_name', position: 'job_title', geburtstag: 'date_of_birth', geschlecht: 'gender', kategorien: 'loyalty_segment', notizen: 'free_text',
    prénom: 'first_name', nom: 'last_name', 'adresse de messagerie': 'email_address', 'téléphone *': 'phone_number', 'tél. mobile': 'phone_number', 'rue *': 'street_address', 'code postal *': 'postal_code', 'ville *': 'city', société: 'company_name', fonction: 'job_title', anniversaire: 'date_of_birth', sexe: 'gender',
  },
  informedHow: 'Usually not at all: a private or departmental address book. Whoever uses it must inform the people in it within a month (GDPR Article 14).',
  notes: ['In the German file “Land …” is the state and “Region …” the country.', 'Names of spouse, children, manager and assistant concern further people.', 'European installations write semicolons and Windows-1252.'],
  source: 'Field lists of a public webmail program in eleven languages',
  example: {
    fileName: 'outlook-contacts.csv',
    rows: 5,
    expect: { 'First Name': 'first_name', 'Last Name': 'last_name', 'E-mail Address': 'email_address', 'Business Phone': 'phone_number', 'Business City': 'city', Company: 'company_name', 'Job Title': 'job_title' },
    text: `"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title","Business Street","Business City","Business State","Business Postal Code","Business Country/Region","Business Phone","Mobile Phone","Birthday","E-mail Address","E-mail Display Name","Categories","Notes"
"Ms.","Mira","","Lindqvist","","Alder Tools","Purchasing","Head of Purchasing","Hafenstrasse 12","Hamburg","","20457","Germany","+49 40 5550143","+49 151 55501430","0/0/00","mira.lindqvist@example.org","Mira Lindqvist","Suppliers",""
"Mr.","Paul","","Okafor","","Brightside Ltd","","Buyer","4 Elm Avenue","London","","SW1A 1AA","United Kingdom","+44 20 7946 0121","","0/0/00","paul.okafor@example.net","Paul Okafor","",""
"Ms.","Ines","Claire","Moreau","","Maison Claire","Sales","Store Manager","8 rue du Lac","Lyon","","69003","France","+33 4 99 55 01 99","+33 6 55 01 99 22","11/23/1991","ines.moreau@example.org","Ines Moreau","Shops",""
"Mr.","Tomas","","Novak","","Novak Stroje","Finance","Accountant","Dlouha 30","Prague","","110 00","Czech Republic","+420 225 550 177","","0/0/00","tomas.novak@example.com","Tomas Novak","",""
"Ms.","Laura","","Rossi","","Studio Po","","Designer","Via Roma 7","Turin","","10121","Italy","+39 011 555 0108","+39 345 555 0108","2/14/1979","laura.rossi@example.com","Laura Rossi","","Met at the fair"
`,
  },
};
