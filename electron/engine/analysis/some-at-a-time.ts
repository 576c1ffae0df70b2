/**
 * Columns in one statement: DuckDB keeps a vector of 32 KiB for each, several times over, and planning takes more than
 * twice as long for twice the columns.
 */
const together = 250;

/** Items, as many at a time as one statement should name. */
export const someAtATime = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / together) }, (_, at) =>
    items.slice(at * together, (at + 1) * together),
  );
