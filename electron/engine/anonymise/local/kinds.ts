import { breathe } from '#engine/jobs/cancelled.ts';
import type { CodedColumn } from '../coded/coded-table.ts';
import type { Units } from './block.ts';
import { sharedBytes, sharedWords } from './shared-memory.ts';
import { join, type TreeColumn } from './tree-join.ts';

/** Units that stand at the same nodes, and have the same protected values: they are exchangeable. */
export interface Kinds {
  /** As units of the table: all rows of kind t. `counts` is 0 where nobody is named. */
  units: Units & Required<Pick<Units, 'start' | 'rows' | 'counts'>>;
  /** How many units a kind has. */
  size: Uint32Array;
  /** 1 for each entry of `units.rows` with which a unit begins. */
  heads: Uint8Array;
  /** Node by column and kind. */
  nodes: Uint32Array[];
}

/** Node of each unit in a column: that of its row, or the lowest above all its rows. */
function nodesOf(codes: CodedColumn['codes'], tree: TreeColumn, { count, start, rows }: Units): Uint32Array {
  const leaf = tree.above[0]!;
  return Uint32Array.from({ length: count }, (_, unit) => {
    if (start === undefined || rows === undefined) return leaf[codes[unit]!]!;
    let node = leaf[codes[rows[start[unit]!]!]!]!;
    for (let at = start[unit]! + 1; at < start[unit + 1]!; at += 1) node = join(tree, node, leaf[codes[rows[at]!]!]!);
    return node;
  });
}

/** A number for each row by its protected values, the same for the same values. */
export function protectedKeys(rows: number, columns: readonly CodedColumn['codes'][]): Uint32Array {
  let keys = new Uint32Array(rows);
  for (const codes of columns) {
    const known = new Map<number, number>();
    let most = 0;
    for (const code of codes) if (code > most) most = code;
    keys = keys.map((key, row) => {
      const both = key * (most + 1) + codes[row]!;
      const number = known.get(both) ?? known.size;
      known.set(both, number);
      return number;
    });
  }
  return keys;
}

/** For each unit a number by all its protected values, whatever the order of its rows. */
function unitKeys(keys: Uint32Array | undefined, { count, start, rows }: Units): Uint32Array {
  if (keys === undefined) return new Uint32Array(count);
  if (start === undefined || rows === undefined) return keys;
  const known = new Map<string, number>();
  return Uint32Array.from({ length: count }, (_, unit) => {
    const own = rows.subarray(start[unit], start[unit + 1]).map((row) => keys[row]!);
    const text = own.toSorted().join();
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  });
}

/** Numbers units from 0 so that those alike in all columns have one number (a hash table with open places). */
async function numberAlike(
  columns: readonly Uint32Array[],
  count: number,
  signal: AbortSignal | undefined,
): Promise<{ of: Uint32Array; first: number[] }> {
  const mask = 2 ** Math.ceil(Math.log2(2 * count + 2)) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  const of = new Uint32Array(count);
  const first: number[] = [];
  for (let unit = 0; unit < count; unit += 1) {
    if (unit % 65_536 === 65_535) await breathe(signal);
    let hash = 0x81_1c_9d_c5;
    for (const column of columns) hash = Math.imul(hash ^ column[unit]!, 0x01_00_01_93) ^ (hash >>> 15);
    let place = (hash ^ (hash >>> 13)) & mask;
    while (table[place]! >= 0 && columns.some((column) => column[first[table[place]!]!] !== column[unit]))
      place = (place + 1) & mask;
    if (table[place]! < 0) {
      table[place] = first.length;
      first.push(unit);
    }
    of[unit] = table[place]!;
  }
  return { of, first };
}

/** Puts units together that are alike. @param keys of the rows, by their protected values, where there are any */
export async function kindsOf(
  columns: readonly { codes: CodedColumn['codes']; tree: TreeColumn }[],
  units: Units,
  rows: number,
  keys: Uint32Array | undefined,
  signal: AbortSignal | undefined,
): Promise<Kinds> {
  const unitNodes: Uint32Array[] = [];
  for (const { codes, tree } of columns) {
    unitNodes.push(nodesOf(codes, tree, units));
    await breathe(signal);
  }
  const named = units.counts === undefined ? new Uint32Array(units.count).fill(1) : Uint32Array.from(units.counts);
  const { of, first } = await numberAlike([...unitNodes, unitKeys(keys, units), named], units.count, signal);
  const rowsOf = (unit: number): number =>
    units.start === undefined ? 1 : units.start[unit + 1]! - units.start[unit]!;
  const start = sharedWords(first.length + 1);
  const size = sharedWords(first.length);
  for (const [unit, kind] of of.entries()) {
    size[kind]! += 1;
    start[kind]! += rowsOf(unit);
  }
  for (let kind = 0, sum = 0; kind <= first.length; kind += 1) {
    sum += start[kind]!;
    start[kind] = sum;
  }
  const list = sharedWords(rows);
  const heads = sharedBytes(rows);
  for (let unit = units.count - 1; unit >= 0; unit -= 1) {
    for (let at = rowsOf(unit) - 1; at >= 0; at -= 1)
      list[--start[of[unit]!]!] = units.start === undefined ? unit : units.rows![units.start[unit]! + at]!;
    heads[start[of[unit]!]!] = 1;
  }
  const counts = sharedBytes(first.length);
  for (const [kind, unit] of first.entries()) counts[kind] = named[unit]!;
  const nodes = unitNodes.map((own) => {
    const byKind = sharedWords(first.length);
    for (const [kind, unit] of first.entries()) byKind[kind] = own[unit]!;
    return byKind;
  });
  return { units: { count: first.length, start, rows: list, counts }, size, heads, nodes };
}
