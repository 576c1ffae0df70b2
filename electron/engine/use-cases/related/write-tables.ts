import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { appendRows } from '#engine/analysis/append-rows.ts';
import type { LabelColumn } from '#engine/anonymise/related/label-column.ts';
import type { PublishedTables } from '#engine/anonymise/related/publish-related.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import type { OutputColumn, ReleaseFormat } from '#engine/release/formats/release-format.ts';
import { suppressed } from '../anonymise/recoding.ts';
import { formatFor, writtenCell } from '../anonymise/write-rows.ts';
import type { LoadedTable } from './load-table.ts';

/** A table in the private working directory, without what stands before its rows. */
export interface WrittenTable {
  format: ReleaseFormat;
  columns: OutputColumn[];
  path: string;
  rows: number;
  /** Share (0…1) of the cells beside the key that tell nothing. */
  hidden: number;
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

/** The labels of a table, row by row, and which rows each person of a group has. */
interface Source {
  cells: Int32Array;
  labels: readonly LabelColumn[];
  /** The first, and the one after the last. */
  rowsOf(group: number): [number, number];
}

function sourceOf({ person, children }: PublishedTables, table: number): Source {
  if (table === 0) return { ...person, rowsOf: (group) => [group, group + 1] };
  const { start, cells, labels } = children[table - 1]!;
  return { cells, labels, rowsOf: (group) => [start[group]!, start[group + 1]!] };
}

type Cells = (string | null)[];

/** What the people of a group read, row by row, in an order of what the rows say; an empty label is an empty cell. */
function groupsOf({ cells, labels, rowsOf }: Source, format: ReleaseFormat): (group: number) => Cells[] {
  const known: Cells[][] = [];
  const read = (row: number): Cells =>
    labels.map((label, column) => writtenCell(label.text(cells[row * labels.length + column]!), format) || null);
  return (group) => {
    const [from, end] = rowsOf(group);
    return (known[group] ??= Array.from({ length: end - from }, (_, at) => read(from + at))
      .map((row) => ({ row, key: row.join('\u0000') }))
      .toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
      .map(({ row }) => row));
  };
}

/**
 * Writes a table: in the order of the keys, which is none, and the rows of a person in an order of what they say.
 * @param table its number, 0 for that of people
 * @throws Failure TARGET_UNWRITABLE, DISK_FULL, JOB_CANCELLED
 */
export async function writeTable(
  { table: file, key, kept }: LoadedTable,
  made: PublishedTables,
  { table, target, keys, signal }: { table: number; target: string; keys: Uint32Array; signal: AbortSignal },
): Promise<WrittenTable> {
  const { format } = formatFor(target, file);
  const rowsOf = groupsOf(sourceOf(made, table), format);
  const list = file.columns.filter((column) => column === key || kept.includes(column));
  const placeOf = list.map((column) => kept.indexOf(column));
  const outputs = list.map(({ name, header }, at) => ({ name, physical: `c${at}`, header: header ?? name }));
  let [rows, stars] = [0, 0];
  await appendRows(
    file.duck,
    rowsTable,
    outputs.map(({ physical }) => physical),
    async (add) => {
      for (const [at, person] of inOrder(keys).entries()) {
        for (const row of rowsOf(made.groupOf[person]!)) {
          add(placeOf.map((column) => (column < 0 ? String(at + 1) : row[column]!)));
          rows += 1;
          for (const cell of row) if (cell === suppressed) stars += 1;
        }
        if (at % 4096 === 4095) await breathe(signal);
      }
    },
  );
  const path = join(file.directory, `related.${format.id}`);
  const select = `SELECT ${outputs.map(({ physical }) => physical).join(', ')} FROM ${rowsTable} ORDER BY rowid`;
  await format.write({ duck: file.duck, select, columns: outputs, path, rows, digest: null, signal });
  const longestRow = await format.longestRow({ duck: file.duck, columns: outputs, kept: rowsTable });
  const hidden = stars / Math.max(1, rows * kept.length);
  return { format, columns: outputs, path, rows, hidden, longestRow };
}
