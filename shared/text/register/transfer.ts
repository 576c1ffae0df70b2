import type { recordKinds } from '#shared/register/record-kinds/index.ts';
import { dataCategoryWords, transferMechanismWords } from './options.ts';
import type { WordsOf } from './words.ts';

/** Words of a transfer to a third country. */
export const transferWords: WordsOf<(typeof recordKinds)['transfer']['fields']> = {
  name: { label: 'Name', help: 'The transfer in a few words.' },
  recipient: { label: 'Recipient', help: 'Who gets the data there.' },
  country: { label: 'Country', help: 'The country outside the EEA.' },
  internationalOrganisation: {
    label: 'International organisation',
    help: 'In place of a country, where data go to an international organisation.',
  },
  mechanism: {
    label: 'Rests on',
    help: 'What makes the transfer lawful (Art. 44–49).',
    options: transferMechanismWords,
  },
  safeguardDocument: {
    label: 'Document',
    help: 'Where the clauses or other safeguards lie; the law asks for it in the record where the transfer rests on Art. 49(1) second subparagraph.',
  },
  adequacyCheckedOn: {
    label: 'Adequacy checked on',
    help: 'The day on which the adequacy decision was found to be in force (Art. 45).',
  },
  impactAssessment: {
    label: 'Transfer impact assessment',
    help: 'What the law there allows, what was done about it, and the outcome (CJEU C-311/18).',
  },
  dataCategories: { label: 'Data', help: 'Which categories are transferred.', options: dataCategoryWords },
  onwardTransfer: { label: 'Onward transfer', help: 'Where the data go on to from there.' },
  startsOn: { label: 'Since', help: 'The day from which data are transferred.' },
  endsOn: { label: 'Until', help: 'The day on which that ends.' },
  suspendedOn: { label: 'Suspended on', help: 'The day on which it was stopped.' },
};
