import { firstNames } from '../names.ts';
import { counted } from '../numbers.ts';
import {
  byPreset,
  outputColumns,
  purposeUnknown,
  recordUnreadable,
  says,
  type OfColumns,
  type OfPurpose,
} from './words.ts';

/** A reason that speaks of a record of the register by what people call it. */
interface OfRecord {
  ref: string;
}

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
    'special-without-condition': ({ purpose, ref, columns }: OfPurpose & OfRecord & OfColumns) =>
      says(
        `Special categories or criminal data are in the output, and “${purpose}” names nothing that allows them: ` +
          `${firstNames(columns)}.`,
        `${ref} names no condition of Art. 9(2), or no law under Art. 10.`,
        'Drop these columns, or record the condition that holds.',
      ),
    'people-prevail': ({ purpose, ref }: OfPurpose & OfRecord) =>
      says(
        `The interests of people outweigh those that “${purpose}” rests on.`,
        `The assessment of legitimate interests for ${ref} says so.`,
        'Rest the purpose on another basis, or change it until they are weighed otherwise.',
      ),
    'declared-without-basis': ({ purpose, ref }: OfPurpose & OfRecord) =>
      says(
        `The register declares “${purpose}” without a lawful basis.`,
        `${ref} names none.`,
        'Choose one of the six bases of Art. 6(1).',
      ),
    'declared-without-reason': ({ purpose, ref }: OfPurpose & OfRecord) =>
      says(
        `The register declares a lawful basis for “${purpose}” without saying why it holds.`,
        `${ref} gives no reason.`,
        'Write down why the basis holds.',
      ),
    'not-weighed': ({ purpose, ref }: OfPurpose & OfRecord) =>
      says(
        `“${purpose}” rests on legitimate interests that nobody has weighed.`,
        `No assessment with an outcome stands behind ${ref}.`,
        'Write the assessment of legitimate interests.',
      ),
    'record-unreadable': recordUnreadable,
    'no-notice': ({ purpose, ref }: OfPurpose & OfRecord) =>
      says(
        `No notice that is valid today tells people of “${purpose}”.`,
        `None that is approved was taken over for ${ref}.`,
        'Have the notice written from the register, read it, take it over, and have it approved.',
      ),
    'basis-declared': ({ purpose, ref }: OfPurpose & OfRecord) =>
      says(`The register declares the lawful basis of “${purpose}” with its reason, in ${ref}.`),
    'basis-by-preset': ({ purpose }: OfPurpose) =>
      says(
        `Custos suggests a lawful basis for “${purpose}”, and nobody has taken it over.`,
        byPreset,
        'Declare the purpose in the register with the basis that holds for you, and why.',
      ),
    'basis-stated': ({ purpose }: OfPurpose) => says(`The purpose “${purpose}” states its lawful basis.`),
  },
};
