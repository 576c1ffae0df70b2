import { heightOf, type HierarchyTree } from './hierarchy-tree.ts';

/** A value of a column with the rows that have it. */
export interface CountedValue {
  readonly value: string;
  readonly rows: number;
}

/** How much of a column a hierarchy tells of. */
export interface Coverage {
  values: number;
  coveredValues: number;
  rows: number;
  coveredRows: number;
  /** Values that it lacks, commonest first. */
  uncovered: CountedValue[];
}

/** Holds a hierarchy against the values of a column, each once; an empty cell is no value. */
export function coverageOf(isCovered: (value: string) => boolean, values: readonly CountedValue[]): Coverage {
  const uncovered: CountedValue[] = [];
  let rows = 0;
  let coveredRows = 0;
  for (const counted of values) {
    rows += counted.rows;
    if (isCovered(counted.value)) coveredRows += counted.rows;
    else uncovered.push(counted);
  }
  uncovered.sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1));
  return { values: values.length, coveredValues: values.length - uncovered.length, rows, coveredRows, uncovered };
}

/** Rows under every node: `[level].get(label)`, level 0 being the values. A value that no row has counts none. */
export function rowsByNode(tree: HierarchyTree, values: readonly CountedValue[]): Map<string, number>[] {
  const counts = new Map(values.map(({ value, rows }) => [value, rows]));
  const sums = [new Map([...tree.above[0]!.keys()].map((value) => [value, counts.get(value) ?? 0]))];
  for (let level = 0; level < heightOf(tree); level += 1) {
    const sum = new Map<string, number>();
    for (const [below, label] of tree.above[level]!) sum.set(label, (sum.get(label) ?? 0) + sums[level]!.get(below)!);
    sums.push(sum);
  }
  return sums;
}
