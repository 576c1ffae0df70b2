import { numbered } from '../numbers.ts';

/** `custos profile`. */
export const profileText = {
  description: 'rows; per column type, nulls, distinct values, range',
  showValues: 'show ranges and most frequent values too: these are personal data',
  examples: ['custos profile customers.csv --json'],
  size: (rows: number, setAside: number, columns: number) => `${numbered(rows, 'row')}, ${setAside} set aside, ${numbered(columns, 'column')}`,
  columns: ['column', 'type', 'nulls', 'distinct', 'length'],
  valueColumns: ['min', 'max'],
};
