import { firstNames } from '../names.ts';
import { count, counted } from '../numbers.ts';
import { chooseAPurpose, says, type OfColumns } from './words.ts';

interface LedgerRows {
  by: string[];
  rows: number;
  withdrawn: number;
  refused: number;
  expired: number;
  pending: number;
  unknown: number;
}

/** How many rows for which reason, those without any left away. */
const reasonsOf = ({ withdrawn, refused, expired, pending, unknown }: LedgerRows): string =>
  [
    withdrawn > 0 ? `${count(withdrawn)} withdrawn` : '',
    refused > 0 ? `${count(refused)} refused` : '',
    expired > 0 ? `${count(expired)} expired` : '',
    pending > 0 ? `${count(pending)} asked for and not given` : '',
    unknown > 0 ? `${count(unknown)} unknown` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');

export const e2Text = {
  title: 'Check consent regularly',
  reasons: {
    /** `rows` of the file are about people on the suppression list, found by the columns `by`. */
    'objectors-inside': ({ by, rows }: { by: string[]; rows: number }) =>
      says(
        `People who objected or were erased are in the file, by ${firstNames(by)}.`,
        `${counted(rows, 'row is', 'rows are')} about people on the suppression list.`,
        `Release it by a recipe, which leaves out ${count(rows)} on the suppression list, or take them out first.`,
      ),
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
    /** `by`: the column by which the ledger knows people. */
    'ledger-left-out': (left: LedgerRows) =>
      says(
        `Only rows of people whose consent the ledger has as valid are in the output, found by ${firstNames(left.by)}.`,
        left.rows === 0 ? 'No row had to be left out.' : `${counted(left.rows, 'row')} left out: ${reasonsOf(left)}.`,
      ),
    'ledger-inside': (inside: LedgerRows) =>
      says(
        `People are in the file whose consent does not hold by the ledger, found by ${firstNames(inside.by)}.`,
        `${counted(inside.rows, 'row')}: ${reasonsOf(inside)}.`,
        'Release it by a recipe, which leaves these rows out, or take them out first.',
      ),
    'ledger-knows-nobody': () =>
      says(
        'The purpose rests on consent, and no column of the source names people as the consent ledger does: nobody’s ' +
          'consent is known.',
        'The ledger has events for this purpose, of people named by another column.',
        'Read the consent of this dataset into the ledger, with the column that names its people.',
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
