import { breathe } from '#engine/jobs/cancelled.ts';
import type { TableLabels } from '#shared/domain/anonymised-tables.ts';
import type { HierarchyColumn } from '../local/tree-columns.ts';
import { alignRows } from './align-rows.ts';
import { setLabels, treeLabels, type LabelColumn } from './label-column.ts';
import type { ChildRows, RelatedTables } from './related-tables.ts';

/** What every person of a group has in a table with several rows a person. */
export interface PublishedRows {
  /** Rows of each person of group g: `start[g + 1] − start[g]`. */
  start: Uint32Array;
  /** Label by row and column. */
  cells: Int32Array;
  labels: readonly LabelColumn[];
  /** The published row that each row of the table stands in, by its number there; −1 where in none. */
  placed: Int32Array;
  /** Rows that find no place in their group. */
  leftOut: number;
  /** Mean loss of a cell over all rows that came in, 1 for a cell of a row that was left out. */
  loss: number;
}

/** What everybody of a group reads. */
export interface PublishedTables {
  groupOf: Uint32Array;
  groups: number;
  /** Label by group and column. */
  person: { cells: Int32Array; labels: readonly LabelColumn[]; loss: number };
  children: PublishedRows[];
  /** Mean loss of a cell over all tables. */
  loss: number;
}

const labelsOf = (columns: readonly HierarchyColumn[], as: TableLabels): LabelColumn[] =>
  columns.map(as === 'sets' ? setLabels : treeLabels);

function personCells(
  columns: readonly HierarchyColumn[],
  labels: readonly LabelColumn[],
  members: readonly number[][],
): Int32Array {
  const cells = new Int32Array(members.length * columns.length);
  for (const [column, { codes }] of columns.entries()) {
    const { leaf, widen } = labels[column]!;
    for (const [group, [first, ...others]] of members.entries())
      cells[group * columns.length + column] = others.reduce(
        (label, person) => widen(label, codes[person]!),
        leaf(codes[first!]!),
      );
  }
  return cells;
}

async function publishRows(
  child: ChildRows,
  members: readonly number[][],
  { as, signal }: { as: TableLabels; signal: AbortSignal | undefined },
): Promise<PublishedRows> {
  const labels = labelsOf(child.columns, as);
  const width = labels.length;
  const codeOf = (row: number, column: number): number => child.columns[column]!.codes[row]!;
  const start = new Uint32Array(members.length + 1);
  const placed = new Int32Array(child.columns[0]?.codes.length ?? 0).fill(-1);
  const parts: Int32Array[] = [];
  let [lost, kept] = [0, 0];
  for (const [group, people] of members.entries()) {
    const rows = people.map((person) => child.rows.subarray(child.start[person], child.start[person + 1]));
    // Without a column all rows read alike: only their number is published.
    const many = rows.reduce((least, { length }) => Math.min(least, length), Infinity);
    const first = start[group]!;
    const part = alignRows({ labels, codeOf }, rows, (row, slot) => {
      if (width > 0) placed[row] = first + slot;
    });
    parts.push(part);
    start[group + 1] = start[group]! + many;
    kept += people.length * many;
    for (const [at, label] of part.entries()) lost += people.length * labels[at % width]!.cost(label);
    if (group % 256 === 255) await breathe(signal);
  }
  const cells = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    cells.set(part, at);
    at += part.length;
  }
  const leftOut = child.rows.length - kept;
  const all = child.rows.length * width;
  return { start, cells, labels, placed, leftOut, loss: all === 0 ? 0 : (lost + leftOut * width) / all };
}

/**
 * Labels that all people of a group share: of their own row, and of equally many rows in every other table. Whoever has
 * more rows than another of the group loses them.
 * @throws Failure RECIPE_INVALID where a hierarchy does not end in one label; JOB_CANCELLED
 */
export async function publishRelated(
  { people, person, children }: RelatedTables,
  groupOf: Uint32Array,
  how: { as: TableLabels; signal: AbortSignal | undefined },
): Promise<PublishedTables> {
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const members: number[][] = Array.from({ length: groups }, () => []);
  for (const [one, group] of groupOf.entries()) members[group]!.push(one);
  const labels = labelsOf(person, how.as);
  const cells = personCells(person, labels, members);
  let lost = 0;
  for (const [at, label] of cells.entries())
    lost += members[Math.floor(at / person.length)]!.length * labels[at % person.length]!.cost(label);
  const own = people * person.length;
  const published: PublishedRows[] = [];
  let [all, sum] = [own, lost];
  for (const child of children) {
    const made = await publishRows(child, members, how);
    published.push(made);
    const many = child.rows.length * child.columns.length;
    all += many;
    sum += made.loss * many;
  }
  return {
    groupOf,
    groups,
    person: { cells, labels, loss: own === 0 ? 0 : lost / own },
    children: published,
    loss: all === 0 ? 0 : sum / all,
  };
}
