import type { recordKinds } from '#shared/register/record-kinds/index.ts';
import { interestHolderWords, weighingOutcomeWords, yesNoWords } from './options.ts';
import type { WordsOf } from './words.ts';

/** Words of an assessment of legitimate interests. */
export const legitimateInterestsWords: WordsOf<(typeof recordKinds)['legitimate-interests']['fields']> = {
  name: { label: 'Name', help: 'The assessment in a few words.' },
  purpose: { label: 'Purpose', help: 'The purpose that rests on the interest (Art. 6(1)(f)).' },
  interest: { label: 'Interest', help: 'What is wanted, concretely; people are told of it (Art. 13(1)(d)).' },
  whose: { label: 'Whose interest', help: 'Who has it.', options: interestHolderWords },
  necessity: { label: 'Why it is needed', help: 'What could not be reached without these data.' },
  lessIntrusive: { label: 'Milder ways', help: 'What else was looked at, and why it does not do.' },
  nature: { label: 'Kind of data', help: 'How near the data come to people: special, financial, private.' },
  expectations: {
    label: 'What people expect',
    help: 'Whether people would reckon with it, given how they know the organisation.',
  },
  impact: { label: 'Effect on people', help: 'What it can mean for people, good and bad.' },
  children: { label: 'Children among them', help: 'Their interests weigh more (recital 38).', options: yesNoWords },
  safeguards: { label: 'Safeguards', help: 'What softens the effect: less data, shorter times, pseudonyms.' },
  optOut: { label: 'Objection', help: 'How people object, and what happens then (Art. 21).' },
  outcome: { label: 'Outcome', help: 'How the weighing ends.', options: weighingOutcomeWords },
  decidedBy: { label: 'Decided by', help: 'Who weighed.' },
  decidedOn: { label: 'Decided on', help: 'The day of the decision.' },
  reviewOn: { label: 'Review on', help: 'The day by which it is looked through again.' },
};
