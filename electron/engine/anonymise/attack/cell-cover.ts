import type { CodedColumn } from '../coded/coded-table.ts';

/**
 * Which values of a person's row a released cell stands for: for each label of the released column, in
 * `codes[from[label]]` up to `codes[from[label + 1]]`, codes of the original column. None: it stands for no value that
 * anybody has.
 */
export interface CellCover {
  from: Uint32Array;
  codes: Uint32Array;
}

/** @param covered for each label the original codes that it stands for */
export function coverOf(covered: readonly (readonly number[])[]): CellCover {
  const from = new Uint32Array(covered.length + 1);
  covered.forEach((codes, label) => (from[label + 1] = from[label]! + codes.length));
  return { from, codes: Uint32Array.from(covered.flat()) };
}

/** What a suppressed cell reads. */
const star = '*';

/**
 * A cell stands for the value that reads the same; a star, where no value reads so, for every value.
 */
export function coverByText(released: CodedColumn, original: CodedColumn): CellCover {
  const known = new Map(original.values.map((value, code) => [value, code]));
  const from = new Uint32Array(released.values.length + 1);
  const codes: number[] = [];
  released.values.forEach((value, label) => {
    const code = known.get(value);
    if (code !== undefined) codes.push(code);
    else if (value?.trim() === star) for (let each = 0; each < original.values.length; each++) codes.push(each);
    from[label + 1] = codes.length;
  });
  return { from, codes: Uint32Array.from(codes) };
}
