/**
 * DuckDB SQL that works a value out once and speaks of it by a name: written out at each mention, it would be planned and
 * worked out at each of them, and `CASE x WHEN …` mentions its x at every WHEN.
 */
export const once = (value: string, name: string, body: string): string =>
  `list_transform([${value}], lambda ${name}: ${body})[1]`;
