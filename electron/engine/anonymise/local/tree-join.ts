/** Labels of all levels of a hierarchy, numbered in one go: nodes. All arrays lie in shared memory. */
export interface TreeColumn {
  /** Node by level and value. */
  above: Uint32Array[];
  level: Uint8Array;
  /** A value that lies under the node. */
  value: Uint32Array;
  /** (leaves under the node − 1) / (leaves of the hierarchy − 1), by node. */
  cost: Float64Array;
}

/** The lowest node that two nodes, each with a value under it, have above or at them. */
export function join({ above, level, value }: TreeColumn, one: number, other: number): number {
  if (one === other) return one;
  let at = Math.max(level[one]!, level[other]!);
  while (above[at]![value[one]!] !== above[at]![value[other]!]) at += 1;
  return above[at]![value[one]!]!;
}
