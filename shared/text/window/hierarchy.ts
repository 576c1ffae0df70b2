import type { ProposedHierarchyKind } from '#shared/domain/hierarchy-kinds.ts';
import type { TreeRefusal } from '#shared/hierarchies/tree/edit-tree.ts';
import type { HierarchyFault } from '#shared/hierarchies/tree/find-fault.ts';
import { firstNames, shortName } from '../names.ts';
import { count, counted, numbered } from '../numbers.ts';

const kinds: Record<ProposedHierarchyKind, string> = {
  place: 'Place',
  country: 'Country',
  occupation: 'Occupation',
  education: 'Education',
  coordinates: 'Coordinates',
  'marital-status': 'Marital status',
  columns: 'Same rows',
  frequency: 'Frequency',
  interval: 'Intervals',
  prefix: 'First signs',
  cell: 'Cells of a grid',
  date: 'Dates',
};

const refusals: Record<TreeRefusal, string> = {
  'empty-label': 'A group needs a name.',
  duplicate: 'There is one of that name on this level already. Merge the two, or choose another name.',
  'two-parents': 'They lie under different groups. Move them under the same one first.',
  cycle: 'A group would lie above itself. Choose another name.',
  'wrong-level': 'That does not fit the levels: things of one level go under a group of the level right above.',
  'fixed-value': 'Values are those of the column and keep their names. Rename or merge groups.',
  'last-level': 'This is the only level. Add another before taking it out.',
  'too-many-levels': 'A hierarchy has at most 49 levels.',
  'nothing-left': 'Nothing would be left.',
  unknown: 'That is not in the hierarchy any more.',
};

/** What the size of a node is counted in; `several`: who has several of its values counts for each. */
export interface NodeUnit {
  counts: 'people' | 'rows';
  several: boolean;
}

const inUnit = (size: number, { counts }: NodeUnit): string =>
  counts === 'people' ? numbered(size, 'person', 'people') : counted(size, 'row');

/** Sentences of the hierarchy editor. */
export const hierarchyText = {
  title: 'Hierarchy',
  open: 'Edit as a tree…',
  of: (dataset: string, column: string) => `${dataset} › ${shortName(column)}`,
  severalColumns: (columns: readonly string[], shown: string) =>
    `The step is about ${firstNames(columns)}; values are counted in ${shortName(shown)}.`,
  back: 'Cancel',
  save: 'Save into the step',
  saved: (column: string) => `The step has the hierarchy of ${shortName(column)} now. Undo brings the former one back.`,
  loading: 'Counting the values',
  sources: 'Start from',
  kinds,
  csv: 'Import CSV…',
  export: 'Export CSV…',
  imported: (file: string, values: number) => `${file} read: ${counted(values, 'value')}.`,
  exported: (file: string) => `${file} written.`,
  coveredBy: (covered: number, of: number) => `covers ${count(covered)} of ${count(of)}`,
  shape: (sizes: readonly number[]) => sizes.map(count).join(' → '),
  covers: (values: number, of: number, rows: number, ofRows: number) =>
    `Covers ${count(values)} of ${counted(of, 'value')}, ${count(rows)} of ${counted(ofRows, 'row')}`,
  others: (values: number | null, rows: number | null, least: number) =>
    values === null || rows === null
      ? `Values that fewer than ${count(least)} people share are not named.`
      : `${counted(values, 'further value')} in ${counted(rows, 'row')} ${values === 1 ? 'is' : 'are'} not named: fewer ` +
        `than ${count(least)} people share each.`,
  show: 'Show the values',
  hidden: (column: string) =>
    `The step names values of ${shortName(column)}, which is a masked column, that few people share. Showing them is an ` +
    'entry in the access log.',
  level: 'Level in use',
  levelName: (level: number, groups: number) => `${level}: ${counted(groups, 'group')}`,
  smallest: (size: number, least: number, unit: NodeUnit) =>
    size < least
      ? `Smallest at this level: fewer than ${inUnit(least, unit)}`
      : `Smallest at this level: ${unit.several ? 'at most ' : ''}${inUnit(size, unit)}`,
  unseen: 'Unseen values',
  unseenWays: {
    label: 'become the label for the rest',
    top: 'become the top of the hierarchy',
    empty: 'become empty',
    keep: 'stay as they are',
    refuse: 'refuse the run, with their number',
  },
  tree: (column: string) => `Hierarchy of ${shortName(column)}`,
  keysHelp:
    'Arrows move and open · Space marks · F2 renames · Ctrl+X, Ctrl+V moves under a group · Delete takes out · Ctrl+Z ' +
    'undoes',
  find: 'Find in the tree',
  emptyTree: 'Nothing is in the hierarchy yet. Start from a proposal or a file, or put values under a new group.',
  noneFound: 'Nothing of that name.',
  size: (size: number, least: number, { several }: NodeUnit) =>
    size < least ? `< ${count(least)}` : `${several ? '≤ ' : ''}${count(size)}`,
  sizeLong: (size: number, least: number, unit: NodeUnit) =>
    size === 0
      ? 'in no row'
      : size < least
        ? `fewer than ${inUnit(least, unit)}`
        : `${unit.several ? 'at most ' : ''}${inUnit(size, unit)}`,
  absent: 'in no row',
  emptyValue: '(empty)',
  cut: 'cut, waits to be put somewhere',
  name: (label: string) => `New name of ${label}`,
  newGroup: (at: number) => (at === 1 ? 'New group' : `New group ${at}`),
  actions: {
    rename: 'Rename',
    group: 'Group',
    merge: 'Merge',
    remove: 'Take out',
    cut: 'Cut',
    paste: 'Put here',
    addLevel: 'Add level',
    removeLevel: 'Take level out',
    undo: 'Undo a change of the tree',
    redo: 'Redo a change of the tree',
  },
  uncovered: (many: number) => `Not covered ${count(many)}`,
  allCovered: 'Every value is covered.',
  findUncovered: 'Find among them',
  moreUncovered: (many: number) => `${count(many)} more: type part of a name to find them.`,
  placeChosen: (many: number, under: string) => `Put ${count(many)} under ${shortName(under)}`,
  placeAll: (under: string) => `Put all under ${shortName(under)}`,
  newPlace: 'a new group',
  noPlace: 'Choose a group in the tree to put them under.',
  refusals,
  fault: ({ code, row, level, first }: HierarchyFault) =>
    `The step’s hierarchy cannot be shown as a tree. Row ${count(row + 1)}: ` +
    (code === 'empty-label'
      ? `level ${count(level)} has no label.`
      : code === 'cycle'
        ? `the label at level ${count(level)} lies above itself.`
        : `what stands at level ${count(level)} lies under another label than in row ${count((first ?? 0) + 1)}.`) +
    ' What is saved here takes its place.',
};
