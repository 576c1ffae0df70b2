import { firstNames } from '../names.ts';
import { counted, rowsOrPeople } from '../numbers.ts';
import { outputColumns, says, type OfColumns } from './words.ts';

/** The smallest class over the columns that are counted, in rows or, where a person has several, in people. */
interface OfClasses {
  k: number;
  targetK: number;
  countsPeople: boolean;
  counted: string[];
}

const measured = ({ counted: columns, k, targetK }: OfClasses): string =>
  `Counted over ${counted(columns.length, 'column')}${columns.length === 0 ? '' : ` (${firstNames(columns)})`}` +
  `: k ${k}, target ${targetK}.`;
const tooFew = ({ k, countsPeople, targetK }: OfClasses, then: string): string =>
  k === 0
    ? `No row is left: no combination is shared by ${targetK}.`
    : `Some combinations are shared by only ${rowsOrPeople(k, countsPeople)}, ${targetK} are wanted${then}`;
const generalise = 'Generalise or drop one of these columns, or suppress small classes over all of them.';

export const g6Text = {
  title: 'Integrity and confidentiality',
  reasons: {
    credentials: ({ columns }: OfColumns) =>
      says(
        `Passwords or other credentials are in the output: ${firstNames(columns)}.`,
        `${outputColumns(columns.length)} ${columns.length === 1 ? 'comes' : 'come'} from credentials.`,
        'Drop them: no purpose needs them.',
      ),
    'not-measured': () => says('No output was measured.', '', 'Run the recipe.'),
    'nearly-unique': ({ columns, ...classes }: OfColumns & OfClasses) =>
      says(
        `Nearly every row differs in ${firstNames(columns)}: whoever has the source can match rows by it.`,
        `${measured(classes)} The recipe protects these columns, so they are not counted.`,
        'Drop, round or band these columns.',
      ),
    'none-counted': (classes: OfClasses) =>
      says(
        'No column counts as one that people are recognised by, so there are no combinations to share.',
        measured(classes),
      ),
    'nobodys-rows': () =>
      says(
        'Its lines are counted with noise or drawn from such counts: none is anybody’s, so there is no group to be small.',
        '',
      ),
    'classes-reach-target': (classes: OfClasses) =>
      says(
        `Every combination of ${firstNames(classes.counted)} is shared by at least ` +
          `${rowsOrPeople(classes.k, classes.countsPeople)}.`,
        measured(classes),
      ),
    'few-in-all': (classes: OfClasses) =>
      says(
        `The output is of ${rowsOrPeople(classes.k, classes.countsPeople)} in all, ${classes.targetK} are wanted: ` +
          'so few can be singled out.',
        measured(classes),
        'Take a file of more people, or make it a pseudonymised release.',
      ),
    'small-classes-in-anonymised': (classes: OfClasses) =>
      says(tooFew(classes, ': people can be singled out.'), measured(classes), generalise),
    'small-classes': (classes: OfClasses) =>
      says(
        tooFew(classes, '. The output is personal data and must be protected as such.'),
        measured(classes),
        generalise,
      ),
  },
};
