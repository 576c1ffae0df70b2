import { breathe } from '#engine/jobs/cancelled.ts';
import { treeColumn, type HierarchyColumn } from '../local/tree-columns.ts';
import { join, type TreeColumn } from '../local/tree-join.ts';
import { alignRows } from './align-rows.ts';
import type { ChildRows, RelatedTables } from './related-tables.ts';

/** What every person of a group has in a table with several rows a person. */
export interface PublishedRows {
  /** Rows of each person of group g: `start[g + 1] − start[g]`. */
  start: Uint32Array;
  /** Node by row and column. */
  nodes: Int32Array;
  trees: readonly TreeColumn[];
  /** Rows that find no place in their group. */
  leftOut: number;
  /** Mean loss of a cell over all rows that came in, 1 for a cell of a row that was left out. */
  loss: number;
}

/** What everybody of a group reads. */
export interface PublishedTables {
  groupOf: Uint32Array;
  groups: number;
  person: { nodes: Int32Array; trees: readonly TreeColumn[]; loss: number };
  children: PublishedRows[];
  /** Mean loss of a cell over all tables. */
  loss: number;
}

/** The text that a node reads. */
export function labelOf({ hierarchy }: HierarchyColumn, { level }: TreeColumn, node: number): string {
  const up = level[node]!;
  return hierarchy.levels[up]!.labels[node - level.indexOf(up)]!;
}

function personNodes(columns: readonly HierarchyColumn[], trees: readonly TreeColumn[], members: readonly number[][]) {
  const nodes = new Int32Array(members.length * columns.length);
  for (const [column, { codes }] of columns.entries()) {
    const tree = trees[column]!;
    const leaf = tree.above[0]!;
    for (const [group, people] of members.entries())
      nodes[group * columns.length + column] = people
        .map((person) => leaf[codes[person]!]!)
        .reduce((one, other) => join(tree, one, other));
  }
  return nodes;
}

async function publishRows(
  child: ChildRows,
  members: readonly number[][],
  signal: AbortSignal | undefined,
): Promise<PublishedRows> {
  const trees = child.columns.map(({ hierarchy }) => treeColumn(hierarchy));
  const width = trees.length;
  const nodeOf = (row: number, column: number): number => trees[column]!.above[0]![child.columns[column]!.codes[row]!]!;
  const start = new Uint32Array(members.length + 1);
  const parts: Int32Array[] = [];
  let [lost, kept] = [0, 0];
  for (const [group, people] of members.entries()) {
    const rows = people.map((person) => child.rows.subarray(child.start[person], child.start[person + 1]));
    // Without a column all rows read alike: only their number is published.
    const many = rows.reduce((least, { length }) => Math.min(least, length), Infinity);
    const part = alignRows({ trees, nodeOf }, rows);
    parts.push(part);
    start[group + 1] = start[group]! + many;
    kept += people.length * many;
    for (const [at, node] of part.entries()) lost += people.length * trees[at % width]!.cost[node]!;
    if (group % 256 === 255) await breathe(signal);
  }
  const nodes = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    nodes.set(part, at);
    at += part.length;
  }
  const leftOut = child.rows.length - kept;
  const cells = child.rows.length * width;
  return { start, nodes, trees, leftOut, loss: cells === 0 ? 0 : (lost + leftOut * width) / cells };
}

/**
 * Labels that all people of a group share: of their own row, and of equally many rows in every other table. Whoever has
 * more rows than another of the group loses them.
 * @throws Failure RECIPE_INVALID where a hierarchy does not end in one label; JOB_CANCELLED
 */
export async function publishRelated(
  { people, person, children }: RelatedTables,
  groupOf: Uint32Array,
  signal?: AbortSignal,
): Promise<PublishedTables> {
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const members: number[][] = Array.from({ length: groups }, () => []);
  for (const [one, group] of groupOf.entries()) members[group]!.push(one);
  const trees = person.map(({ hierarchy }) => treeColumn(hierarchy));
  const nodes = personNodes(person, trees, members);
  let lost = 0;
  for (const group of groupOf)
    for (const [column, { cost }] of trees.entries()) lost += cost[nodes[group * trees.length + column]!]!;
  const own = people * person.length;
  const published: PublishedRows[] = [];
  let [all, sum] = [own, lost];
  for (const child of children) {
    const made = await publishRows(child, members, signal);
    published.push(made);
    const cells = child.rows.length * child.columns.length;
    all += cells;
    sum += made.loss * cells;
  }
  return {
    groupOf,
    groups,
    person: { nodes, trees, loss: own === 0 ? 0 : lost / own },
    children: published,
    loss: all === 0 ? 0 : sum / all,
  };
}
