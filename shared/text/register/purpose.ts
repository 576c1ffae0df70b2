import type { recordKinds } from '#shared/register/record-kinds/index.ts';
import { art9Words, lawfulBasisWords, yesNoWords } from './options.ts';
import type { WordsOf } from './words.ts';

/** Words of a declared purpose. */
export const purposeWords: WordsOf<(typeof recordKinds)['purpose']['fields']> = {
  title: { label: 'Title', help: 'The purpose in a few words.' },
  description: {
    label: 'Description',
    help: 'What is done and what for, in one plain sentence that a customer understands.',
  },
  preset: {
    label: 'Purpose in releases',
    help: 'The purpose by which recipes and releases of this workspace name it.',
  },
  basis: {
    label: 'Lawful basis',
    help: 'The one basis that the purpose rests on (Art. 6(1)).',
    options: lawfulBasisWords,
  },
  justification: {
    label: 'Why the basis holds',
    help: 'The contract, the law, the consent or the weighing of interests behind it.',
  },
  art9Conditions: {
    label: 'Condition for special categories',
    help: 'Needed where special categories are used (Art. 9(2)).',
    options: art9Words,
  },
  art10Authority: {
    label: 'Law for criminal data',
    help: 'The law that allows convictions and offences to be used (Art. 10).',
  },
  directMarketing: {
    label: 'Direct marketing',
    help: 'People may then object at any time, without a reason (Art. 21(2)).',
    options: yesNoWords,
  },
  targeting: {
    label: 'Targeting',
    help: 'Whether people are chosen for messages or offers; the rules for targeting then apply.',
    options: yesNoWords,
  },
  parent: { label: 'Part of', help: 'The wider purpose that it belongs to.' },
  benefit: { label: 'Benefit for the people', help: 'What the people whose data they are have of it.' },
  validFrom: { label: 'From', help: 'The day from which data are used for it.' },
  validTo: { label: 'Until', help: 'The day on which that ends.' },
};
