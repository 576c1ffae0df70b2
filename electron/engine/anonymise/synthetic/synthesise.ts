import type { PrivacySpend } from '#shared/domain/privacy-spend.ts';
import { pace } from '#engine/jobs/pace.ts';
import type { CodedTable } from '../coded/coded-table.ts';
import { rhoOf } from '../noise/concentrated.ts';
import { boundedRows, type Contributions } from '../noise/contributions.ts';
import { checkDelta, checkEpsilon } from '../noise/privacy-settings.ts';
import type { RandomBits } from '../noise/random-bits.ts';
import { roundedDown } from '../noise/rational.ts';
import { chooseTree, scorePairs, type Edge } from './choose-tree.ts';
import { dealRows, stepsOf } from './deal-rows.ts';
import { measureEdge, measureOneWay, varianceFor, type RhoSplit } from './noisy-model.ts';
import { recode, type Domain } from '../coded/recode.ts';

export interface SynthesisInput {
  /** 0.01 … 100. */
  epsilon: number;
  /** Above 0, under 1/rows. */
  delta: number;
  /**
   * Per column the values it may have, two at least, from the recipe and never from the data. Neighbours in a list are
   * taken for alike where the column says they are.
   */
  domains: readonly Domain[];
  /** Per column what a value outside its list becomes; absent: “other”. Added to the list where it is not in it. */
  rest?: readonly (string | null)[];
  /** Absent: every row is a person. */
  people?: Contributions;
  random: RandomBits;
  signal?: AbortSignal | undefined;
  /** Told the share that is done, 0 … 1. */
  onProgress?: (share: number) => void;
}

export interface Synthesis {
  /** The twin: the columns of the table with the values of their lists. */
  table: CodedTable;
  rho: RhoSplit;
  /** Which columns were measured together, by their places. */
  tree: Edge[];
  /** Rows of the twin: the noisy number of the rows used. */
  rows: number;
  /** What a register keeps of it. */
  spend: PrivacySpend;
}

/** Shares of ρ for the one-way tables, the choice of the tree, and its tables. */
const SHARES = { oneWay: 0.2, tree: 0.2, edges: 0.6 };

function splitRho(total: number, columns: number): RhoSplit {
  if (columns === 1) return { total, oneWay: total, tree: 0, edges: 0 };
  return { total, oneWay: total * SHARES.oneWay, tree: total * SHARES.tree, edges: total * SHARES.edges };
}

/**
 * A synthetic twin of a table: one-way tables and the tables along a tree of columns, with discrete Gaussian noise,
 * settled, and rows dealt from them. What leaves is (ε, δ)-differentially private for neighbouring tables of which one
 * has one person more (all rows of theirs that are used); nothing but the lists of values is taken as public, not the
 * number of rows either.
 * @throws Failure RECIPE_INVALID for settings outside their bounds, JOB_CANCELLED
 */
export async function synthesise(table: CodedTable, input: SynthesisInput): Promise<Synthesis> {
  const { epsilon, delta, domains, rest, people, random, signal, onProgress } = input;
  checkEpsilon(epsilon);
  checkDelta(delta, table.rows);
  const used = recode(table, boundedRows(table.rows, people), domains, rest);
  const { columns } = used;
  const most = people?.most ?? 1;
  const rho = splitRho(rhoOf(epsilon, delta), columns.length);
  const turn = pace(signal);
  const one = measureOneWay(random, used, varianceFor(columns.length, most, rho.oneWay));
  onProgress?.(0.1);
  await turn();
  const scores = await scorePairs(used, one, signal);
  onProgress?.(0.4);
  const edgeCount = columns.length - 1;
  const tree =
    edgeCount === 0
      ? []
      : chooseTree(random, columns.length, scores, most, roundedDown(Math.sqrt((8 * rho.tree) / edgeCount)));
  const tables = new Map<Edge, Float64Array>();
  const variance = edgeCount === 0 ? null : varianceFor(edgeCount, most, rho.edges);
  for (const edge of tree) {
    const [a, b] = edge;
    const pair = [columns[a]!, columns[b]!] as const;
    tables.set(edge, measureEdge(random, pair, [one.tables[a]!, one.tables[b]!], one.total, variance!));
    await turn();
  }
  onProgress?.(0.6);
  const rows = Math.round(one.total);
  const steps = stepsOf(
    columns.map(({ values }) => values.length),
    one.tables[0]!,
    tables,
  );
  const twin = await dealRows(random, columns, steps, rows, signal, (done) =>
    onProgress?.(0.6 + (0.4 * done) / steps.length),
  );
  const spend: PrivacySpend = {
    mechanism: 'noisy-tree',
    neighbouring: people === undefined ? 'add-or-remove-row' : 'add-or-remove-person',
    epsilon,
    delta,
    rho: rho.total,
    most: people?.most ?? null,
  };
  return { table: twin, rho, tree, rows, spend };
}
