import { firstNames, quotedNames } from '../names.ts';
import { chooseAPurpose, purposeUnknown, recordUnreadable, says, type OfColumns, type OfPurpose } from './words.ts';

interface OfBound {
  /** Titles of the purposes that the columns were declared to be for. */
  boundTo: string[];
}

const areFor = ({ columns, boundTo }: OfColumns & OfBound): string =>
  `${firstNames(columns)}: declared for ${quotedNames(boundTo)}.`;

export const g2Text = {
  title: 'Purpose limitation',
  reasons: {
    'no-purpose': () =>
      says(
        'Without a stated purpose nobody can tell later what this output may be used for.',
        purposeUnknown,
        chooseAPurpose,
      ),
    'record-unreadable': recordUnreadable,
    'other-use': ({ purpose }: OfPurpose) =>
      says(
        `The purpose “${purpose}” does not cover choosing people for advertising or offers.`,
        'It is not marked as a targeting purpose.',
        'Choose a targeting purpose, or test whether the new use is compatible (Art. 6(4)) and record the outcome.',
      ),
    'not-declared': ({ purpose }: OfPurpose) =>
      says(
        `Nobody has declared what these data were collected for, so whether “${purpose}” is that is not stated.`,
        'No binding and no activity of the register names the dataset.',
        'Bind its columns to the purposes they were collected for.',
      ),
    'bound-and-no-purpose': ({ columns, boundTo }: OfColumns & OfBound) =>
      says(
        'These data are bound to purposes, and the release names none of them.',
        areFor({ columns, boundTo }),
        'Choose the purpose that the release is for.',
      ),
    'other-purpose': ({ purpose, columns, boundTo }: OfPurpose & OfColumns & OfBound) =>
      says(
        `These data are bound to another purpose than “${purpose}”, and no test of the new purpose allows it.`,
        areFor({ columns, boundTo }),
        'Take the test of the five factors of Art. 6(4) and have it approved, drop these columns, or choose the ' +
          'purpose they are for.',
      ),
    incompatible: ({ purpose, columns, boundTo }: OfPurpose & OfColumns & OfBound) =>
      says(
        `The purpose “${purpose}” was found incompatible with the one that these data were collected for.`,
        areFor({ columns, boundTo }),
        'Ask people for consent to the new purpose, or drop these columns.',
      ),
    'came-in-on-consent': ({ purpose, columns, boundTo }: OfPurpose & OfColumns & OfBound) =>
      says(
        `These data came in on consent to another purpose than “${purpose}”: no test of compatibility can stand in ` +
          'for asking again.',
        areFor({ columns, boundTo }),
        'Have the list of people to ask again written, ask them, and record the new consent; or drop these columns.',
      ),
    'inform-before': ({ purpose, ref }: OfPurpose & { ref: string }) =>
      says(
        `“${purpose}” is a further purpose that ${ref} allows, and people have not been told of it.`,
        `${ref} has no day on which they were told.`,
        'Tell people before the data are used for it (Art. 13(3), 14(4)), and enter the day.',
      ),
    'further-purpose-allowed': ({ purpose, ref }: OfPurpose & { ref: string }) =>
      says(`“${purpose}” is a further purpose that ${ref} allows, and people were told of it.`),
    'unbound-columns': ({ purpose, columns }: OfPurpose & OfColumns) =>
      says(
        `Nobody has declared that these columns are for “${purpose}”: ${firstNames(columns)}.`,
        'Other columns of the dataset are bound to it.',
        'Bind them with a reason, or drop them.',
      ),
    'bound-to-purpose': ({ purpose }: OfPurpose) =>
      says(`Every column in the output was declared to be for “${purpose}”.`),
  },
};
