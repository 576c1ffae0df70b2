import type { recordKinds } from '#shared/register/record-kinds/index.ts';
import { yesNoWords } from './options.ts';
import type { WordsOf } from './words.ts';

/** Words of what a dataset's columns are for. */
export const bindingWords: WordsOf<(typeof recordKinds)['binding']['fields']> = {
  name: { label: 'Name', help: 'The binding in a few words.' },
  dataset: { label: 'Dataset', help: 'The dataset of this workspace.' },
  purposes: { label: 'Purposes', help: 'What its data were collected for (Art. 5(1)(b)).' },
  cells: {
    label: 'Columns and purposes',
    help: 'Which purpose needs which columns, and why; what none needs should not be kept (Art. 5(1)(c)).',
    parts: {
      purpose: { label: 'Purpose', help: 'The purpose.' },
      columns: { label: 'Columns', help: 'Columns of the dataset.' },
      needed: { label: 'Needed', help: 'Whether the purpose needs them.', options: yesNoWords },
      why: { label: 'Why', help: 'What could not be done without them, or why they are not needed.' },
    },
  },
};
