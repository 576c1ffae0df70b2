import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { appendRows } from '#engine/analysis/append-rows.ts';
import { labelOf, type PublishedTables } from '#engine/anonymise/related/publish-related.ts';
import type { HierarchyColumn } from '#engine/anonymise/local/tree-columns.ts';
import type { TreeColumn } from '#engine/anonymise/local/tree-join.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import type { OutputColumn, ReleaseFormat } from '#engine/release/formats/release-format.ts';
import { formatFor, writtenCell } from '../anonymise/write-rows.ts';
import type { LoadedTable } from './load-table.ts';

/** A table in the private working directory, without what stands before its rows. */
export interface WrittenTable {
  format: ReleaseFormat;
  columns: OutputColumn[];
  path: string;
  rows: number;
  /** At least the bytes of the longest row. */
  longestRow: number;
}

const rowsTable = 'related_rows';

/** New keys of people, 1 to as many as there are, dealt by chance that nobody can draw again (Fisher, Yates). */
export function dealKeys(people: number): Uint32Array {
  const keys = Uint32Array.from({ length: people }, (_, at) => at + 1);
  for (let at = people - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [keys[at], keys[other]] = [keys[other]!, keys[at]!];
  }
  return keys;
}

/** People in the order of their keys. */
function inOrder(keys: Uint32Array): Uint32Array {
  const order = new Uint32Array(keys.length);
  for (const [person, key] of keys.entries()) order[key - 1] = person;
  return order;
}

/** What the columns of a table read at a node; an empty label is an empty cell. */
function texts(columns: readonly HierarchyColumn[], trees: readonly TreeColumn[], format: ReleaseFormat) {
  const known = columns.map((): (string | null | undefined)[] => []);
  return (column: number, node: number): string | null =>
    (known[column]![node] ??= writtenCell(labelOf(columns[column]!, trees[column]!, node), format) || null);
}

/** Where a table's rows come from: the nodes of each person's. */
interface Source {
  nodes: Int32Array;
  trees: readonly TreeColumn[];
  /** Of the rows of a group, the first and the one after the last, counted in `nodes`. */
  rowsOf(group: number): [number, number];
}

function sourceOf({ person, children }: PublishedTables, table: number): Source {
  if (table === 0) return { ...person, rowsOf: (group) => [group, group + 1] };
  const { start, nodes, trees } = children[table - 1]!;
  return { nodes, trees, rowsOf: (group) => [start[group]!, start[group + 1]!] };
}

/**
 * Writes a table: in the order of the keys, which is none, and the rows of a person in an order of what they say.
 * @param table its number, 0 for that of people
 * @throws Failure TARGET_UNWRITABLE, DISK_FULL, JOB_CANCELLED
 */
export async function writeTable(
  { table: file, key, kept, columns }: LoadedTable,
  made: PublishedTables,
  { table, target, keys, signal }: { table: number; target: string; keys: Uint32Array; signal: AbortSignal },
): Promise<WrittenTable> {
  const { format } = formatFor(target, file);
  const { nodes, trees, rowsOf } = sourceOf(made, table);
  const textOf = texts(columns, trees, format);
  const width = columns.length;
  const list = file.columns.filter((column) => column === key || kept.includes(column));
  const placeOf = list.map((column) => kept.indexOf(column));
  const outputs = list.map(({ name, header }, at) => ({ name, physical: `c${at}`, header: header ?? name }));
  let rows = 0;
  await appendRows(
    file.duck,
    rowsTable,
    outputs.map(({ physical }) => physical),
    async (add) => {
      for (const [at, person] of inOrder(keys).entries()) {
        const [from, end] = rowsOf(made.groupOf[person]!);
        for (let row = from; row < end; row += 1, rows += 1)
          add(placeOf.map((column) => (column < 0 ? String(at + 1) : textOf(column, nodes[row * width + column]!))));
        if (at % 4096 === 4095) await breathe(signal);
      }
    },
  );
  const path = join(file.directory, `related.${format.id}`);
  const select = `SELECT ${outputs.map(({ physical }) => physical).join(', ')} FROM ${rowsTable} ORDER BY rowid`;
  await format.write({ duck: file.duck, select, columns: outputs, path, rows, digest: null, signal });
  const longestRow = await format.longestRow({ duck: file.duck, columns: outputs, kept: rowsTable });
  return { format, columns: outputs, path, rows, longestRow };
}
