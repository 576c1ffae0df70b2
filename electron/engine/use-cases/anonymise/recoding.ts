import { codeArray, type CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import type { CodedHierarchy } from '#engine/anonymise/coded/coded-hierarchy.ts';
import type { Published } from '#engine/anonymise/local/publish-labels.ts';

/** A column as it will read: `cells[codes[row]]`. */
export interface RecodedColumn {
  column: string;
  /** One per row. */
  codes: CodedColumn['codes'];
  /** By code. Null: an empty cell that nothing was done to. */
  cells: readonly (string | null)[];
  /** By code: (leaves under the label − 1) / (leaves of the hierarchy − 1), 1 for a suppressed cell. */
  lost: Float64Array;
  /** By code: level of the label / last level, 1 for a suppressed cell. */
  up: Float64Array;
}

/** What the quasi-identifiers become, by levels or row by row. */
export interface Recoding {
  columns: readonly RecodedColumn[];
  /** Whether rows may be suppressed: their cells then all read `*`. */
  suppresses: boolean;
  /** By column and value: every cell that the value may read; absent where it is the same cell in all rows. */
  mayRead?: readonly (readonly (string | null)[])[][];
  /** What was chosen, as JSON: the order of the rows goes by it. */
  plan: unknown;
}

/** What a suppressed cell reads. */
export const suppressed = '*';

/** An empty cell that nothing was done to stays one. */
const cellOf = (value: string | null, label: string): string | null => (value === null && label === '' ? null : label);

const lossOf = (leaves: number, domain: number): number => (domain > 1 ? (leaves - 1) / (domain - 1) : 0);

const heightOf = (level: number, { levels }: CodedHierarchy): number =>
  levels.length > 1 ? level / (levels.length - 1) : 0;

/** @param hidden one per row: 1 where it is suppressed */
export function recodeByLevels(
  columns: readonly CodedColumn[],
  hierarchies: readonly CodedHierarchy[],
  { levels, hidden }: { levels: Uint8Array; hidden: Uint8Array },
): Recoding {
  const hides = hidden.includes(1);
  return {
    columns: columns.map((source, at) => byLevel(source, hierarchies[at]!, levels[at]!, hides ? hidden : null)),
    suppresses: true,
    plan: { recoded: hierarchies.map(({ column }, at) => [column, levels[at]!]) },
  };
}

function byLevel(
  { codes, values }: CodedColumn,
  hierarchy: CodedHierarchy,
  level: number,
  hidden: Uint8Array | null,
): RecodedColumn {
  const { column, levels, domain } = hierarchy;
  const { labels, of, leaves } = levels[level]!;
  const cells = values.map((value, code) => cellOf(value, labels[of[code]!]!));
  const lost = values.map((_, code) => lossOf(leaves[of[code]!]!, domain));
  const up = values.map(() => heightOf(level, hierarchy));
  if (hidden === null) return { column, codes, cells, lost: Float64Array.from(lost), up: Float64Array.from(up) };
  // A suppressed cell is one more, above all others.
  const star = values.length;
  const own = codeArray(star + 1, codes.length);
  for (let row = 0; row < codes.length; row += 1) own[row] = hidden[row] === 1 ? star : codes[row]!;
  return {
    column,
    codes: own,
    cells: [...cells, suppressed],
    lost: Float64Array.from([...lost, 1]),
    up: Float64Array.from([...up, 1]),
  };
}

/** Each row by labels of its own; none is suppressed. @param plan as in Recoding */
export const recodeByRows = (
  columns: readonly CodedColumn[],
  hierarchies: readonly CodedHierarchy[],
  { level, label }: Pick<Published, 'level' | 'label'>,
  plan: unknown,
): Recoding => ({
  columns: columns.map((source, at) => byRow(source, hierarchies[at]!, level[at]!, label[at]!)),
  suppresses: false,
  mayRead: columns.map(({ values }, at) =>
    values.map((value, code) => [
      ...new Set(hierarchies[at]!.levels.map(({ labels, of }) => cellOf(value, labels[of[code]!]!))),
    ]),
  ),
  plan,
});

function byRow(
  { codes, values }: CodedColumn,
  hierarchy: CodedHierarchy,
  level: Uint8Array,
  label: Uint32Array,
): RecodedColumn {
  const { column, levels, domain } = hierarchy;
  // Every label has a number over all levels, and one more for where it stands for a cell that stays empty.
  const first = new Uint32Array(levels.length + 1);
  for (const [at, { labels }] of levels.entries()) first[at + 1] = first[at]! + labels.length;
  const place = new Int32Array(2 * first.at(-1)!).fill(-1);
  const found: { cell: string | null; lost: number; up: number }[] = [];
  const own = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) {
    const up = level[row]!;
    const { labels, leaves } = levels[up]!;
    const cell = cellOf(values[codes[row]!]!, labels[label[row]!]!);
    const number = 2 * (first[up]! + label[row]!) + (cell === null ? 1 : 0);
    if (place[number] === -1) {
      place[number] = found.length;
      found.push({ cell, lost: lossOf(leaves[label[row]!]!, domain), up: heightOf(up, hierarchy) });
    }
    own[row] = place[number]!;
  }
  return {
    column,
    codes: own,
    cells: found.map(({ cell }) => cell),
    lost: Float64Array.from(found, ({ lost }) => lost),
    up: Float64Array.from(found, ({ up }) => up),
  };
}

/** NCP of the rows as they will read: what their cells lose, on average. */
export function lossOfCells({ columns }: Pick<Recoding, 'columns'>): number {
  let [lost, cells] = [0, 0];
  for (const { codes, lost: byCode } of columns) {
    for (const code of codes) lost += byCode[code]!;
    cells += codes.length;
  }
  return cells === 0 ? 0 : lost / cells;
}

/** Rows by code. */
export function rowsOf({ codes, cells }: Pick<RecodedColumn, 'codes' | 'cells'>): Uint32Array {
  const rows = new Uint32Array(cells.length);
  for (let row = 0; row < codes.length; row += 1) rows[codes[row]!]! += 1;
  return rows;
}
