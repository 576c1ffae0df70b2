import { firstNames } from '../names.ts';
import { counted } from '../numbers.ts';
import { outputColumns, purposeUnknown, says, type OfColumns, type OfPurpose } from './words.ts';

export const g1Text = {
  title: 'Lawfulness, fairness and transparency',
  reasons: {
    'no-purpose': () =>
      says(
        'The release names no purpose that Custos knows, so no lawful basis stands behind it.',
        purposeUnknown,
        'Choose one of the purposes, or write down your own with its lawful basis.',
      ),
    'basis-without-reason': ({ purpose, without, bases }: OfPurpose & { without: number; bases: number }) =>
      says(
        `The purpose “${purpose}” names a lawful basis without saying why it applies.`,
        `${without} of ${counted(bases, 'basis', 'bases')} ${without === 1 ? 'has' : 'have'} no reason.`,
        'Write one sentence per basis.',
      ),
    'special-categories': ({ columns }: OfColumns) =>
      says(
        `Special categories or criminal data are in the output: ${firstNames(columns)}. A lawful basis alone is ` +
          'not enough for them.',
        `${outputColumns(columns.length)} ${columns.length === 1 ? 'comes' : 'come'} from such data.`,
        'Drop them, or record the condition of Art. 9(2) or the law under Art. 10 that allows their use.',
      ),
    'basis-stated': ({ purpose }: OfPurpose) => says(`The purpose “${purpose}” states its lawful basis.`),
  },
};
