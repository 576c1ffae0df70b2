import type { TextRecord } from './parse-text.ts';

/** So many lines in a row that read like rows are no chance. */
export const fewestSwallowed = 2;

/**
 * Whether a quoted cell has rows in it: its quote opens in one row and is closed by a stray one further down. Every line
 * between has as many fields as a row. Pure.
 */
export const swallowsRows = (
  { fields, quoted, sound }: TextRecord,
  { delimiter, columns }: { delimiter: string; columns: number },
): boolean =>
  sound &&
  columns > 1 &&
  fields.some((field, at) => {
    if (!quoted[at]) return false;
    const between = field.split(/\r\n|\n|\r/).slice(1, -1);
    return between.length >= fewestSwallowed && between.every((line) => line.split(delimiter).length === columns);
  });
