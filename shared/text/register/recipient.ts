import type { recordKinds } from '#shared/register/record-kinds/index.ts';
import { dataCategoryWords, receivedFormWords, recipientKindWords, yesNoWords } from './options.ts';
import type { WordsOf } from './words.ts';

/** Words of a recipient. */
export const recipientWords: WordsOf<(typeof recordKinds)['recipient']['fields']> = {
  name: { label: 'Name', help: 'Who gets data, or the category of those who do.' },
  alsoCalled: { label: 'Also called', help: 'Other names by which releases name the same recipient.' },
  kind: { label: 'Kind', help: 'What the recipient is to the organisation.', options: recipientKindWords },
  country: {
    label: 'Country',
    help: 'Where the data go; outside the EEA a transfer needs a record of its own (Art. 44).',
  },
  contact: { label: 'Contact', help: 'How to reach the recipient.' },
  contract: { label: 'Contract', help: 'The contract with a processor (Art. 28(3)) or joint controller (Art. 26).' },
  clausesChecked: {
    label: 'Clauses checked',
    help: 'Which of the clauses that Art. 28(3) asks for were found in the contract.',
    options: {
      a: '(a) only on documented instructions',
      b: '(b) bound to confidentiality',
      c: '(c) security of processing',
      d: '(d) conditions for sub-processors',
      e: '(e) help with people’s rights',
      f: '(f) help with security, breaches and assessments',
      g: '(g) deletion or return at the end',
      h: '(h) evidence and audits',
    },
  },
  dataReceived: { label: 'Data received', help: 'Which categories the recipient gets.', options: dataCategoryWords },
  form: { label: 'In which form', help: 'How the data are handed over.', options: receivedFormWords },
  canReidentify: {
    label: 'Can tell who people are',
    help: 'Whether the recipient has means to find the people again (CJEU C-413/23 P).',
    options: yesNoWords,
  },
  canReidentifyWhy: { label: 'Why', help: 'What the recipient has, or lacks, to find people again.' },
  since: { label: 'Since', help: 'The day from which data are handed over.' },
  until: { label: 'Until', help: 'The day on which that ends.' },
  deletionConfirmedOn: {
    label: 'Deletion confirmed on',
    help: 'The day on which the recipient confirmed that it deleted the data (Art. 19).',
  },
};
