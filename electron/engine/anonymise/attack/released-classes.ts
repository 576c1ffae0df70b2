import type { CodedColumn, CodedTable } from '../coded/coded-table.ts';
import { coverByText, type CellCover } from './cell-cover.ts';
import { groupRows } from './group-rows.ts';

/** One column of a release beside the column of the people that it tells of. */
export interface ReleasedColumn {
  name: string;
  /** Its place among the people's columns. */
  person: CodedColumn;
  /** For each class its label. */
  labels: Uint16Array | Uint32Array;
  cover: CellCover;
  /**
   * Where every label stands for one value at most: for each original code its label, and `labels.length` of the
   * column where nothing released reads so. Null: some label stands for several.
   */
  labelOf: Uint32Array | null;
  /** Labels that stand for a code, from `from[code]` on. */
  holders: { from: Uint32Array; labels: Uint32Array };
  /** For each original code how many released rows are expected to have it, a cell of several values split evenly. */
  expected: Float64Array;
  /** For each label the sum of `expected` over its values. */
  expectedIn: Float64Array;
}

/** A release as its classes: rows that look the same in all columns are one. */
export interface ReleasedClasses {
  columns: ReleasedColumn[];
  /** For each class its rows; `start` is how many rows the classes before it have. */
  size: Uint32Array;
  start: Uint32Array;
  rows: number;
}

/** For each original code the labels that stand for it. */
function holdersOf({ from, codes }: CellCover, values: number): ReleasedColumn['holders'] {
  const starts = new Uint32Array(values + 1);
  for (const code of codes) starts[code + 1]!++;
  for (let code = 0; code < values; code++) starts[code + 1]! += starts[code]!;
  const next = starts.slice();
  const labels = new Uint32Array(codes.length);
  for (let label = 0; label + 1 < from.length; label++)
    for (let at = from[label]!; at < from[label + 1]!; at++) labels[next[codes[at]!]!++] = label;
  return { from: starts, labels };
}

/** Each original code's label, where no label stands for several and no two for the same. */
function labelsByCode({ from, codes }: CellCover, values: number): Uint32Array | null {
  const none = from.length - 1;
  const labelOf = new Uint32Array(values).fill(none);
  for (let label = 0; label < none; label++) {
    const many = from[label + 1]! - from[label]!;
    if (many === 0) continue;
    const code = codes[from[label]!]!;
    if (many > 1 || labelOf[code] !== none) return null;
    labelOf[code] = label;
  }
  return labelOf;
}

function columnOf(released: CodedColumn, person: CodedColumn, cover: CellCover, groups: Groups): ReleasedColumn {
  const labels = released.codes.slice(0, groups.size.length);
  for (let group = 0; group < labels.length; group++) labels[group] = released.codes[groups.first[group]!]!;
  const expected = new Float64Array(person.values.length);
  const { from, codes } = cover;
  for (let group = 0; group < labels.length; group++) {
    const [start, end] = [from[labels[group]!]!, from[labels[group]! + 1]!];
    for (let at = start; at < end; at++) expected[codes[at]!]! += groups.size[group]! / (end - start);
  }
  const expectedIn = new Float64Array(from.length - 1);
  for (let label = 0; label < expectedIn.length; label++)
    for (let at = from[label]!; at < from[label + 1]!; at++) expectedIn[label]! += expected[codes[at]!]!;
  return {
    name: released.name,
    person,
    labels,
    cover,
    labelOf: labelsByCode(cover, person.values.length),
    holders: holdersOf(cover, person.values.length),
    expected,
    expectedIn,
  };
}

type Groups = Pick<ReturnType<typeof groupRows>, 'first' | 'size'>;

/**
 * Holds a release so that people can be looked for in it. Columns that the people do not have are left out.
 * @param cells by the name of a column how its cells stand for values; absent: by what they read (`coverByText`)
 */
export function releasedClasses(
  released: CodedTable,
  people: CodedTable,
  cells: ReadonlyMap<string, CellCover> = new Map(),
): ReleasedClasses {
  const byName = new Map(people.columns.map((column) => [column.name, column]));
  const both = released.columns.filter(({ name }) => byName.has(name));
  const all = Uint32Array.from({ length: released.rows }, (_, row) => row);
  const groups = groupRows(
    both.map(({ codes }) => codes),
    all,
  );
  const start = new Uint32Array(groups.size.length);
  for (let group = 1; group < start.length; group++) start[group] = start[group - 1]! + groups.size[group - 1]!;
  const columns = both.map((column) => {
    const person = byName.get(column.name)!;
    return columnOf(column, person, cells.get(column.name) ?? coverByText(column, person), groups);
  });
  return { columns, size: groups.size, start, rows: released.rows };
}
