import type { CodedColumn } from '../coded/coded-table.ts';
import type { GroupModel } from './protected-column.ts';

/** What may not be parted: one row, or all rows of a person. */
export interface Units {
  count: number;
  /** Rows of unit u: `rows[start[u]] … rows[start[u + 1] - 1]`; absent where every unit is the row of its number. */
  start?: Uint32Array;
  rows?: Uint32Array;
  /** 1 where a unit counts towards k, 0 where nobody is named; absent where all count. */
  counts?: Uint8Array;
}

/** All that groups are made from; arrays lie in shared memory, so that workers need no copy. */
export interface Problem {
  columns: { codes: Uint8Array | CodedColumn['codes']; domain: number; weight: number }[];
  units: Units;
  models: GroupModel[];
  k: number;
  seed: number;
  /** Exchanges looked at for each unit, where much effort is asked. */
  tries: number;
}

/** Units that are grouped among themselves, their cells as values numbered through all columns. */
export interface Block {
  units: number;
  /** Columns; a unit of one row has one value per column, in their order. */
  width: number;
  /** Values 1 … values − 1; 0 stands for every value that one unit alone has, and weighs nothing. */
  values: number;
  /** What a value costs a group that does not have it, by value. */
  weight: Float64Array;
  /** Values of unit u: `items[itemStart[u]] …`, each once, rising but for noughts. */
  itemStart: Uint32Array;
  items: Uint32Array;
  /** Weight of the values that the unit alone has, by unit. */
  base: Float64Array;
  /** Rows by unit. */
  rows: Uint32Array;
  /** 1 where a unit counts towards k. */
  counts: Uint8Array;
  /** Models with the codes of the block's rows; those of unit u begin at `rowStart[u]`. */
  rowStart: Uint32Array;
  models: GroupModel[];
}

interface Gathered {
  rowStart: Uint32Array;
  /** Number in the table, by row of the block. */
  tableRow: Uint32Array;
}

function gatherRows({ start, rows }: Units, ids: Uint32Array): Gathered {
  const rowStart = new Uint32Array(ids.length + 1);
  for (let at = 0; at < ids.length; at += 1)
    rowStart[at + 1] = rowStart[at]! + (start === undefined ? 1 : start[ids[at]! + 1]! - start[ids[at]!]!);
  if (start === undefined || rows === undefined) return { rowStart, tableRow: ids };
  const tableRow = new Uint32Array(rowStart.at(-1)!);
  for (let at = 0; at < ids.length; at += 1)
    tableRow.set(rows.subarray(start[ids[at]!], start[ids[at]! + 1]), rowStart[at]);
  return { rowStart, tableRow };
}

/**
 * Numbers the values of one column that two units share, from `next` on; fills `cells` and adds to `base`.
 * @param owner noughts before and after, one per code
 */
function numberColumn(
  { codes, weight }: Problem['columns'][number],
  { rowStart, tableRow }: Gathered,
  next: number,
  { cells, base, owner }: { cells: Uint32Array; base: Float64Array; owner: Int32Array },
): number {
  const units = rowStart.length - 1;
  // A value is −1 − unit while one unit has it, and its number once two have.
  for (let unit = 0; unit < units; unit += 1)
    for (let row = rowStart[unit]!; row < rowStart[unit + 1]!; row += 1) {
      const code = codes[tableRow[row]!]!;
      if (owner[code] === 0) owner[code] = -1 - unit;
      else if (owner[code]! < 0 && owner[code] !== -1 - unit) owner[code] = next++;
    }
  for (let row = 0; row < tableRow.length; row += 1) {
    const code = codes[tableRow[row]!]!;
    cells[row] = Math.max(0, owner[code]!);
    if (owner[code]! >= 0) continue;
    base[-1 - owner[code]!]! += weight;
    owner[code] = 0;
  }
  for (const row of tableRow) owner[codes[row]!] = 0;
  return next;
}

/** The different values of each unit, from cells that lie column by column. */
function listItems(cells: Uint32Array[], rowStart: Uint32Array): Pick<Block, 'itemStart' | 'items'> {
  const units = rowStart.length - 1;
  const itemStart = new Uint32Array(units + 1);
  const items = new Uint32Array(rowStart[units]! * cells.length);
  let filled = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const [first, end] = [rowStart[unit]!, rowStart[unit + 1]!];
    for (const column of cells) {
      if (end - first === 1) items[filled++] = column[first]!;
      else {
        const several = [...new Set(column.subarray(first, end))].toSorted((a, b) => a - b);
        for (const value of several) if (value > 0) items[filled++] = value;
      }
    }
    itemStart[unit + 1] = filled;
  }
  return { itemStart, items: items.subarray(0, filled) };
}

/** Takes the units `ids` out of a problem. */
export function gatherBlock({ columns, units, models }: Problem, ids: Uint32Array): Block {
  const gathered = gatherRows(units, ids);
  const { rowStart, tableRow } = gathered;
  const base = new Float64Array(ids.length);
  const owner = new Int32Array(Math.max(0, ...columns.map(({ domain }) => domain)));
  const weights: number[] = [0];
  const cells = columns.map((column) => {
    const own = new Uint32Array(tableRow.length);
    const next = numberColumn(column, gathered, weights.length, { cells: own, base, owner });
    while (weights.length < next) weights.push(column.weight);
    return own;
  });
  return {
    units: ids.length,
    width: columns.length,
    values: weights.length,
    weight: Float64Array.from(weights),
    ...listItems(cells, rowStart),
    base,
    rows: Uint32Array.from(ids, (_, unit) => rowStart[unit + 1]! - rowStart[unit]!),
    counts: Uint8Array.from(ids, (unit) => units.counts?.[unit] ?? 1),
    rowStart,
    models: models.map((model) => ({ ...model, codes: Uint32Array.from(tableRow, (row) => model.codes[row]!) })),
  };
}
