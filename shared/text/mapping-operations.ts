import { quotedNames, shortName } from './names.ts';
import { numbered } from './numbers.ts';

/** Rows from 1, levels from 0, the value. */
export interface HierarchyPlace {
  row: number;
  level: number;
  first: number;
}

/** What the operation that goes by a hierarchy is called and says of itself. */
export const mappingOperationsText = {
  'map-categories': {
    label: 'Map categories',
    summary: 'Replaces categories by coarser ones, by a hierarchy.',
    describe: (columns: string[], level: number, values: number) =>
      `Replace the categories of ${quotedNames(columns)} by level ${level} of a hierarchy of ${numbered(values, 'value')}.`,
    hierarchy: { label: 'Hierarchy', help: 'One row per value: the value, then what it becomes, level by level.' },
    level: { label: 'Level', help: 'How many levels upwards; 1 is the finest.' },
    otherwise: {
      label: 'Values not listed',
      help: 'What happens to a value the hierarchy does not name.',
      options: {
        label: 'Become the label below',
        top: 'Become the top of the hierarchy',
        keep: 'Stay as they are',
        empty: 'Are suppressed: become empty',
        refuse: 'Refuse the run, with their number',
      },
    },
    /** What is told of values that the hierarchy does not name. */
    unlisted: {
      label: (label: string) => ` Values it does not name become ${shortName(label)}.`,
      top: (top: string) => ` Values it does not name become ${shortName(top)}, its top.`,
      keep: () => ' Values it does not name stay as they are.',
      empty: () => ' Values it does not name become empty.',
      refuse: () => ' The run is refused where a value is not named.',
    },
    faults: {
      'empty-label': ({ row, level }: HierarchyPlace) =>
        `Row ${row} of the hierarchy has no label at level ${level}. Give every row a label for every level.`,
      'two-parents': ({ row, level, first }: HierarchyPlace) =>
        `The label at level ${level} in row ${row} of the hierarchy lies under another one than in row ${first}. Give it one ` +
        'label above in every row.',
      cycle: ({ row, level }: HierarchyPlace) =>
        `The label at level ${level} in row ${row} of the hierarchy lies above itself. Rename it, so that no label is both ` +
        'above and below another.',
    },
    /** What values become that the hierarchy does not name. */
    rest: 'Other',
    labelForRest: { label: 'Label', help: 'The text for values that are not listed.' },
    valueTwice: (row: number) => `Row ${row} of the hierarchy names a value a second time.`,
  },
};
