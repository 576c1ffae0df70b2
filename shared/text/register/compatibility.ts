import type { recordKinds } from '#shared/register/record-kinds/index.ts';
import { compatibilityOutcomeWords, lawfulBasisWords } from './options.ts';
import type { WordsOf } from './words.ts';

/** Words of the test of a further purpose. */
export const compatibilityWords: WordsOf<(typeof recordKinds)['compatibility']['fields']> = {
  name: { label: 'Name', help: 'The test in a few words.' },
  dataset: { label: 'Dataset', help: 'The dataset of this workspace.' },
  columns: { label: 'Columns', help: 'What the further purpose would use of it.' },
  from: { label: 'Collected for', help: 'The purpose that people were told.' },
  to: { label: 'Wanted for', help: 'The further purpose.' },
  originalBasis: {
    label: 'Came in on',
    help: 'The basis on which the data were collected; on consent people have to be asked again.',
    options: lawfulBasisWords,
  },
  link: { label: 'Link', help: 'How near the two purposes are to each other (Art. 6(4)(a)).' },
  context: { label: 'Context', help: 'What people can expect, given how they know the organisation (Art. 6(4)(b)).' },
  nature: {
    label: 'Kind of data',
    help: 'Whether special or criminal data or children are among them (Art. 6(4)(c)).',
  },
  consequences: { label: 'Consequences', help: 'What it can mean for people (Art. 6(4)(d)).' },
  safeguards: { label: 'Safeguards', help: 'Encryption, pseudonyms and other safeguards (Art. 6(4)(e)).' },
  outcome: { label: 'Outcome', help: 'How the test ends; a person decides.', options: compatibilityOutcomeWords },
  ground: { label: 'What it rests on', help: 'The new consent or the law, where the outcome rests on one.' },
  decidedBy: { label: 'Decided by', help: 'Who decided.' },
  decidedOn: { label: 'Decided on', help: 'The day of the decision.' },
  informedOn: {
    label: 'People told on',
    help: 'The day on which people were told before the use began (Art. 13(3), 14(4)).',
  },
};
