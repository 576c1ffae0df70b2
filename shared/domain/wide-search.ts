interface Found {
  hits: readonly { match: string; rows: number }[];
}

/** Rows in one column from which somebody has to say that they are one person's. */
const manyRows = 1000;

/** Rows of the column that has most of them: a value that names thousands of rows may name thousands of people. */
export const mostRows = ({ hits }: Found): number =>
  hits.filter(({ match }) => match !== 'text').reduce((most, { rows }) => Math.max(most, rows), 0);

/** Whether what was looked for is in more rows of one column than one person has. */
export const isWide = (found: Found): boolean => mostRows(found) > manyRows;
