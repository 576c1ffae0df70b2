import { shortName } from '../names.ts';
import { counted, count, measure } from '../numbers.ts';

/**
 * How hashes without a key of a column are undone: by trying the range that its values lie in, in so many seconds on
 * this machine; or from a list of values, where they follow no pattern. `tried`, `sample`, `undone`: what was tried here.
 */
export type Undoing =
  | {
      by: 'trying';
      column: string;
      values: number;
      perSecond: number;
      seconds: number;
      tried: number;
      sample: number;
      undone: number;
    }
  | { by: 'list'; column: string };

function duration(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  if (seconds < 90) return `about ${counted(Math.round(seconds), 'second')}`;
  if (seconds < 5400) return `about ${counted(Math.round(seconds / 60), 'minute')}`;
  if (seconds < 172_800) return `about ${counted(Math.round(seconds / 3600), 'hour')}`;
  return seconds < 63_000_000
    ? `about ${counted(Math.round(seconds / 86_400), 'day')}`
    : `about ${counted(Math.round(seconds / 31_557_600), 'year')}`;
}

/** What was measured of a column, in words. */
export function undoing(how: Undoing): string {
  if (how.by === 'list')
    return (
      `${shortName(how.column)}: whoever has a list of such values, for example of leaked addresses, can hash it ` +
      'and compare.'
    );
  const { column, values, perSecond, seconds, tried, sample, undone } = how;
  return (
    `${shortName(column)}: values like these are ${measure(values)} in all. Measured here, one processor core tries ` +
    `${count(perSecond)} a second, all of them in ${duration(seconds)}; graphics cards are thousands of times ` +
    `faster. With ${counted(tried, 'try', 'tries')} just now, ${count(undone)} of ${counted(sample, 'hash', 'hashes')} ` +
    `${undone === 1 ? 'was' : 'were'} undone.`
  );
}
