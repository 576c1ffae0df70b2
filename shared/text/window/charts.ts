import { count, counted, percent } from '../numbers.ts';

/** Sentences of the charts: what is drawn, for who cannot see it. */
export const chartsText = {
  classSizes: {
    label: (k: number, rows: number, classes: number, smallRows: number, largest: number) =>
      `${counted(rows, 'row')} in ${counted(classes, 'group')}; the largest group has ${counted(largest, 'row')}. ` +
      (smallRows === 0
        ? `No row is in a group smaller than the threshold of ${count(k)}.`
        : `${counted(smallRows, 'row')} (${percent(rows === 0 ? 0 : smallRows / rows)}) ` +
          `${smallRows === 1 ? 'is' : 'are'} in groups smaller than the threshold of ${count(k)}.`),
    empty: 'No row would be written, so there are no groups.',
    threshold: (k: number) => `k = ${count(k)}`,
    axis: 'Rows by the size of the group they are in',
    above: (from: number) => `${count(from)}+`,
    bin: (from: number, to: number) => (from === to ? count(from) : `${count(from)}–${count(to)}`),
    title: (from: number, to: number, rows: number, classes: number) =>
      `Groups of ${from === to ? count(from) : `${count(from)} to ${count(to)}`}: ${counted(rows, 'row')} in ` +
      `${counted(classes, 'group')}`,
  },
  loss: {
    all: (many: number) => `Nothing is left of ${counted(many, 'column')}`,
    none: (many: number) => `Unchanged: ${counted(many, 'column')}`,
    some: 'Columns that lose some detail',
    column: 'Column',
    lost: 'Detail lost',
    empty: 'No column loses detail.',
    more: (many: number) => `and ${counted(many, 'more column', 'more columns')}`,
  },
};
