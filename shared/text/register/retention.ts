import type { recordKinds } from '#shared/register/record-kinds/index.ts';
import { dataCategoryWords, expiryActionWords, startEventWords, yesNoWords } from './options.ts';
import type { WordsOf } from './words.ts';

/** Words of a retention rule. */
export const retentionWords: WordsOf<(typeof recordKinds)['retention']['fields']> = {
  name: { label: 'Name', help: 'The rule in a few words.' },
  dataCategories: { label: 'Data', help: 'Which categories it is about.', options: dataCategoryWords },
  duration: { label: 'Kept for', help: 'The time after which the data go.' },
  criteria: {
    label: 'Or by which criteria',
    help: 'How the end is decided where no time can be given (Art. 13(2)(a)).',
  },
  startEvent: { label: 'Counted from', help: 'The moment from which the time counts.', options: startEventWords },
  action: { label: 'What happens then', help: 'What is done when the time is over.', options: expiryActionWords },
  legalReason: { label: 'Law behind it', help: 'The law that asks for the time, cited.' },
  legalHold: { label: 'On hold', help: 'Whether a dispute or an order stops deletion for now.', options: yesNoWords },
  reviewOn: { label: 'Review on', help: 'The day by which the rule is looked through again.' },
};
