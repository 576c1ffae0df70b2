import { firstNames } from '../names.ts';
import { counted } from '../numbers.ts';
import { chooseAPurpose, says, type OfColumns } from './words.ts';

export const e2Text = {
  title: 'Check consent regularly',
  reasons: {
    'no-purpose': () =>
      says('Without a stated purpose nobody can tell whether it rests on consent.', '', chooseAPurpose),
    'other-basis': () => says('Consent is not the basis of this purpose.'),
    'covers-anonymising': () => says('The output is meant to be anonymous: consent covers the step that makes it so.'),
    /** `by`: source columns that say whether consent holds; `rows` were left out by them. */
    'without-consent-left-out': ({ by, rows }: { by: string[]; rows: number }) =>
      says(
        `Only rows whose consent holds by ${firstNames(by)} are in the output.`,
        `${counted(rows, 'row')} without a valid consent ${rows === 1 ? 'was' : 'were'} left out.`,
      ),
    /** `rows` of the file have no valid consent by the columns `by`. */
    'without-consent-inside': ({ by, rows }: { by: string[]; rows: number }) =>
      says(
        `People without a valid consent are in the file, by ${firstNames(by)}.`,
        `${counted(rows, 'row')} without a valid consent.`,
        'Release it by a recipe, which leaves these rows out, or take them out first.',
      ),
    'no-consent-column': () =>
      says(
        'The purpose rests on consent, but no column of the source says who gave it.',
        'No column is recognised as consent.',
        'Join the consent record first, and leave out everybody without a valid consent.',
      ),
    'consent-not-checked': ({ columns }: OfColumns) =>
      says(
        'The purpose rests on consent. Whether each person’s consent still holds for it was not checked.',
        `${counted(columns.length, 'consent column')} ${columns.length === 1 ? 'is' : 'are'} in the source.`,
        'Leave out rows whose consent is missing, withdrawn or out of date before the release.',
      ),
  },
};
