import type { BlockingGroups, BlockingSet } from '../domain/blocking-groups.ts';
import { quotedNames } from './names.ts';
import { count, counted } from './numbers.ts';

/** Sets of columns that are named in one sentence. */
const named = 4;

const setOf = ({ columns, rows, groups }: BlockingSet): string =>
  `${count(rows)} by ${quotedNames(columns)} (${counted(groups, 'group')})`;

/** Which groups keep a table from k, in the words of a reason and of the command line. */
export const blockingText = {
  /** Empty where no row is left out. */
  told: (blocking: BlockingGroups, k: number): string => {
    const { rows, of, sets, upTo, more, without } = blocking;
    if (rows === 0) return '';
    const shown = sets.slice(0, named);
    const others = rows - more - shown.reduce((sum, set) => sum + set.rows, 0);
    const parts = [
      ...shown.map(setOf),
      ...(others > 0 ? [`${count(others)} by other columns`] : []),
      ...(more > 0 ? [`${count(more)} by more than ${counted(upTo, 'column')} together`] : []),
    ];
    const most = without.toSorted((a, b) => b.rows - a.rows)[0];
    const back =
      most === undefined || most.rows === 0
        ? ''
        : ` Without ${quotedNames([most.column])} ${count(most.rows)} of them would stay.`;
    return `${count(rows)} of ${counted(of, 'row')} are in groups of fewer than ${k}: ${parts.join(', ')}.${back}`;
  },
};
