import { counted } from '../numbers.ts';
import { notForTargeting, says } from './words.ts';

export const e7Text = {
  title: 'No targeting of minors',
  reasons: {
    'not-for-targeting': notForTargeting,
    'no-age': () =>
      says(
        'No column tells how old people are, so minors cannot be left out.',
        'No date of birth, age, birth year or age group was recognised.',
        'Add the age to the source, or make sure in another way that everybody is an adult.',
      ),
    /** `age`: in years, under which nobody is targeted. */
    'all-adults': ({ age }: { age: number }) => says(`Everybody in the output is ${age} or older.`),
    /** Rows of people under that age, and of people whose age is not known. */
    'minors-inside': ({ age, underAge, unknownAge }: { age: number; underAge: number; unknownAge: number }) =>
      says(
        `People under ${age} or of unknown age are in the file.`,
        `${counted(underAge, 'row')} under ${age}, ${counted(unknownAge, 'row')} of unknown age.`,
        'Release it by a recipe, which leaves these rows out, or take them out first.',
      ),
    'minors-left-out': ({ age, underAge, unknownAge }: { age: number; underAge: number; unknownAge: number }) =>
      says(
        `People under ${age} and people of unknown age were left out.`,
        `${counted(underAge, 'row')} under ${age}, ${counted(unknownAge, 'row')} of unknown age.`,
      ),
  },
};
