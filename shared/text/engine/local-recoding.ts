import { shortName } from '../names.ts';
import { count } from '../numbers.ts';

/** What groups of rows read, and why rows cannot be put into groups. */
export const localText = {
  tooFew: (k: number, found: number, byPeople: boolean) =>
    `Groups of ${count(k)} cannot be made of ${count(found)} ${byPeople ? 'people' : 'rows'}; choose a k of at most ` +
    `${count(found)}, or add data.`,
  /** Among other values of a group. */
  noValue: 'no value',
  emptyText: 'empty text',
  noNumbers: (column: string) =>
    `${shortName(column)} holds texts that are no decimal numbers with a point, so it has no averages; list the values ` +
    'of its groups instead.',
  noRoot: (column: string) =>
    `The hierarchy of ${shortName(column)} does not end in one label for all its values; add a last level that does.`,
  unreachable:
    'Not even all rows together keep to what is asked of a protected column; ask for fewer different values, or for a ' +
    'larger share of the commonest.',
};
