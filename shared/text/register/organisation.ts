import type { recordKinds } from '#shared/register/record-kinds/index.ts';
import type { WordsOf } from './words.ts';

/** Words of the record of who keeps the register. */
export const organisationWords: WordsOf<(typeof recordKinds)['organisation']['fields']> = {
  name: { label: 'Name', help: 'The organisation as it is registered.' },
  address: { label: 'Address', help: 'Where letters reach it.' },
  email: { label: 'E-mail', help: 'Where people and authorities can write to.' },
  phone: { label: 'Phone', help: 'Where people and authorities can call.' },
  jointControllers: {
    label: 'Joint controllers',
    help: 'Others who decide with the organisation why and how data are processed (Art. 26); say “none” where it alone decides.',
    parts: {
      name: { label: 'Name', help: 'The joint controller as it is registered.' },
      contact: { label: 'Contact', help: 'How to reach it.' },
      arrangement: { label: 'Arrangement', help: 'The agreement about who does what, and where it lies.' },
    },
  },
  representative: {
    label: 'Representative in the Union',
    help: 'Needed by organisations without a seat in the EU (Art. 27); “does not apply” for others.',
    parts: {
      name: { label: 'Name', help: 'Who represents the organisation.' },
      contact: { label: 'Contact', help: 'How to reach the representative.' },
    },
  },
  dpo: {
    label: 'Data protection officer',
    help: 'Who was designated (Art. 37); say “none” where there is none, and why.',
    parts: {
      name: { label: 'Name', help: 'The officer’s name, or the name of the office.' },
      email: { label: 'E-mail', help: 'Where the officer can be written to.' },
      phone: { label: 'Phone', help: 'Where the officer can be called.' },
      designatedOn: { label: 'Designated on', help: 'The day of the designation.' },
      publishedOn: { label: 'Told to the authority on', help: 'The day on which the authority was told (Art. 37(7)).' },
    },
  },
  role: {
    label: 'Usual role',
    help: 'What the organisation mostly is; each activity says for itself.',
    options: {
      controller: 'Controller: decides why and how',
      'joint-controller': 'Joint controller: decides with others',
      processor: 'Processor: works on behalf of others',
      'sub-processor': 'Sub-processor: works on behalf of processors',
    },
  },
  leadAuthority: {
    label: 'Lead authority',
    help: 'The supervisory authority of the main seat (Art. 56).',
    parts: {
      name: { label: 'Name', help: 'The authority’s name.' },
      country: { label: 'Country', help: 'Its country.' },
      portal: { label: 'Portal', help: 'Where it takes notices and complaints.' },
    },
  },
  employees: {
    label: 'Employees',
    help: 'How many there are; told to authorities, and no reason to keep no register (Art. 30(5)).',
    options: { 'under-250': 'Under 250', '250-to-749': '250 to 749', '750-or-more': '750 or more' },
  },
  inactivityPeriod: {
    label: 'Unused data are anonymised after',
    help: 'The standard period after which data that nobody uses are anonymised (Art. 5(1)(e)).',
  },
  reviewInterval: { label: 'Activities are reviewed every', help: 'How often each activity is looked through again.' },
  countries: { label: 'Countries', help: 'Where the organisation works: which ages of consent and terms apply.' },
};
