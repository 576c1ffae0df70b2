/** Longer expressions are written once only: a statement must not grow with every level of nesting. */
const longest = 400;

/**
 * DuckDB SQL that takes a cheap way where a cheap test says that it gives the same as the full one. Most cells are
 * plain, and the full way (regular expressions with captures, formats) costs several times as much.
 * @param value what `test`, `quick` and `full` repeat
 */
export const quickWay = (value: string, test: string, quick: string, full: string): string =>
  value.length > longest ? full : `(CASE WHEN ${test} THEN ${quick} ELSE ${full} END)`;
