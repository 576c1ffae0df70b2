import type { PeopleRange } from '#shared/domain/joined-view.ts';

/** People in a count that is told exactly, at least; nobody at all is told, too. */
export const fewestTold = 10;

/** People of two datasets by where they are. */
export interface Matched {
  left: number;
  right: number;
  both: number;
}

export interface ToldMatch {
  both: PeopleRange;
  onlyLeft: PeopleRange;
  onlyRight: PeopleRange;
}

const isSmall = (people: number): boolean => people > 0 && people < fewestTold;
const lessThan = (people: number): PeopleRange => ({
  least: Math.max(0, people - fewestTold + 1),
  most: Math.max(0, people - 1),
});

/**
 * The match as it may be told before anything is joined: whoever has a list of a few people would else learn which of
 * them is in the other dataset. One count of a few makes ranges of all three, because each follows from another.
 */
export function toldMatch({ left, right, both }: Matched): ToldMatch {
  const range: PeopleRange = isSmall(both)
    ? { least: 1, most: fewestTold - 1 }
    : isSmall(left - both)
      ? lessThan(left)
      : isSmall(right - both)
        ? lessThan(right)
        : { least: both, most: both };
  const rest = (people: number): PeopleRange => ({
    least: Math.max(0, people - range.most),
    most: Math.max(0, people - range.least),
  });
  return { both: range, onlyLeft: rest(left), onlyRight: rest(right) };
}

export const isExact = ({ least, most }: PeopleRange): boolean => least === most;

/** The share (0..1) of a dataset's people that a match is. */
export const matchRate = ({ least, most }: PeopleRange, people: number): { least: number; most: number } =>
  people === 0 ? { least: 0, most: 0 } : { least: least / people, most: Math.min(1, most / people) };
