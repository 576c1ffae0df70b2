import type { GroupMeasure } from '#shared/domain/group-measure.ts';
import type { PlaceLevel } from '#shared/domain/place-levels.ts';
import { columnsIn, type Expression } from './expression.ts';

/**
 * One changed column. `read` is an intermediate value, a parsed number for example, that `value` and `fails` refer to
 * as `bound`. `fails` is true for a row whose value could not be read; such a value becomes NULL and is counted.
 */
export interface ColumnChange {
  column: string;
  /** The recipe step it comes from, where a rewrite put changes of several steps into one node. */
  step?: number | undefined;
  read?: Expression | undefined;
  value: Expression;
  fails?: Expression | undefined;
}

/** What is done to all rows together, with what it needs to know beside its columns. */
export type Way =
  /** Groups of people that read alike in every column. */
  | { id: 'group-rows' }
  /** Rows drawn from noisy tables. `values`: for each column the values that may appear in it, '' for none. */
  | { id: 'synthesise'; epsilon: number; delta: number; values: [column: string, value: string][] }
  /** Each combination once, with how many people have it; with noise where `epsilon` is above 0. */
  | {
      id: 'count-rows';
      epsilon: number;
      delta: number;
      values: [column: string, value: string][];
      /** Numbers to sum up per group; they are the last columns of the way, and are not written themselves. */
      measures?: GroupMeasure[];
      /** Groups that one person counts in at most; absent: one. */
      groupsPerPerson?: number;
    }
  /** Numbers moved by whole steps that are drawn; `scale`, `least` and `most` are in the column’s own unit. */
  | {
      id: 'add-noise';
      distribution: 'laplace' | 'normal';
      scale: number;
      step: number;
      least: number | null;
      most: number | null;
    }
  /** Values exchanged between rows of a like rank; `within` per cent of the rows. */
  | { id: 'swap-ranks'; within: number; order: 'number' | 'text'; decimalMark: '.' | ','; together: boolean }
  /** Values that stay with a chance of `keep` (0…1) and are drawn again else. */
  | { id: 'pram'; keep: number; draw: 'frequencies' | 'evenly'; together: boolean }
  /** Leaves out the rows that are few in any of the tables; the columns of the table `write` alone are written. */
  | { id: 'narrow-tables'; tables: { name: string; columns: string[] }[]; write: string }
  /** Positions ('at latitude longitude' in degrees) by the name of what they lie in. */
  | { id: 'name-places'; level: PlaceLevel }
  /** Some of the people, or of the rows where each is of another; `share` 0…1. */
  | { id: 'sample-rows'; share: number };

/** Ways that make the finished table anew: nothing but leaving out small classes comes after one. */
export type ClosingWay = Extract<Way, { id: 'group-rows' | 'count-rows' | 'synthesise' }>;

/**
 * A logical plan: plain data without SQL. Columns are named by their display names; which physical column that is
 * stands in the source node alone. `step` is the 0-based recipe step a node comes from.
 */
export type Plan =
  | { kind: 'source'; columns: { name: string; physical: string }[] }
  | { kind: 'change'; from: Plan; step: number; changes: ColumnChange[] }
  | { kind: 'drop'; from: Plan; step: number; columns: string[] }
  /** Keeps the rows of which `keep` is true: whose one column of `columns` says `value`, or what `or` has besides. */
  | { kind: 'keep-rows'; from: Plan; step: number; columns: string[]; value: string; or?: string[]; keep: Expression }
  /**
   * Works on all rows of `columns` at once, which SQL does not (docs/decisions/0042): taken out of a plan before it is
   * written.
   */
  | { kind: 'whole-table'; from: Plan; step: number; columns: string[]; way: Way }
  /** Keeps the rows whose combination of `columns` occurs in at least `k` rows. */
  | { kind: 'keep-large-classes'; from: Plan; step: number; columns: string[]; k: number };

/**
 * A plan is never changed once made, so what it yields is worked out once: wide files make plans of thousands of nodes.
 */
const yielded = new WeakMap<Plan, readonly string[]>();
const named = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The columns a plan yields, in order. */
export function columnsOf(plan: Plan): readonly string[] {
  const waiting: Plan[] = [];
  for (let node = plan; !yielded.has(node); node = node.from) {
    waiting.push(node);
    if (node.kind === 'source') break;
  }
  for (const node of waiting.reverse()) {
    const before = node.kind === 'source' ? node.columns.map(({ name }) => name) : (yielded.get(node.from) ?? []);
    const dropped = node.kind === 'drop' ? new Set(node.columns) : null;
    yielded.set(node, dropped === null ? before : before.filter((name) => !dropped.has(name)));
  }
  return yielded.get(plan) ?? [];
}

/** The names of a list that is not changed any more, to look names up in. */
export function nameSet(names: readonly string[]): ReadonlySet<string> {
  const found = named.get(names) ?? new Set(names);
  named.set(names, found);
  return found;
}

/** The nodes from the source to the top. */
export function nodesOf(plan: Plan): Plan[] {
  const nodes: Plan[] = [];
  for (let node: Plan = plan; ; node = node.from) {
    nodes.push(node);
    if (node.kind === 'source') return nodes.reverse();
  }
}

/** The plan put together again from changed nodes, source first; each node's own `from` is ignored. */
export function chain(nodes: Plan[]): Plan {
  const [source, ...rest] = nodes;
  if (source === undefined || source.kind !== 'source') throw new Error('A plan starts at its source.');
  return rest.reduce<Plan>((from, node) => (node.kind === 'source' ? from : { ...node, from }), source);
}

/** Source columns of a change's new value, by the names that hold before it. */
export const columnsRead = ({ read, value, fails }: ColumnChange): string[] => [
  ...new Set(
    [read, value, fails].flatMap((expression) => (expression === undefined ? [] : [...columnsIn(expression)])),
  ),
];
