import { shortName } from '../names.ts';
import { numbered } from '../numbers.ts';

/** `custos profile`. */
export const profileText = {
  description: 'rows; per column type, nulls, distinct values, range',
  showValues: 'show ranges and most frequent values too: these are personal data',
  examples: ['custos profile customers.csv --json'],
  size: (rows: number, setAside: number, columns: number) =>
    `${numbered(rows, 'row')}, ${setAside} set aside, ${numbered(columns, 'column')}`,
  eitherWay: (column: string) =>
    `${shortName(column)}: dates, but no value tells whether the day or the month stands first.`,
  columns: ['column', 'type', 'nulls', 'distinct', 'length'],
  valueColumns: ['min', 'max'],
};
