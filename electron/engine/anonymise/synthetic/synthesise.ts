import type { PrivacySpend } from '#shared/domain/privacy-spend.ts';
import { pace } from '#engine/jobs/pace.ts';
import type { CodedTable } from '../coded/coded-table.ts';
import { epsilonOfChoice, rhoOf } from '../noise/concentrated.ts';
import { boundedRows, type Contributions } from '../noise/contributions.ts';
import { checkDelta, checkEpsilon } from '../noise/privacy-settings.ts';
import type { RandomBits } from '../noise/random-bits.ts';
import { asNumber, roundedDown } from '../noise/rational.ts';
import { chooseTree, scorePairs, type Edge } from './choose-tree.ts';
import { dealRows, stepsOf } from './deal-rows.ts';
import {
  dealRho,
  marginsOf,
  measureEdge,
  measureOneWay,
  settleEdge,
  settleOneWay,
  varianceFor,
} from './noisy-model.ts';
import type { OneWay, RhoSplit } from './noisy-model.ts';
import { recode, type Domain } from '../coded/recode.ts';

export interface SynthesisInput {
  /** 0.01 … 100. */
  epsilon: number;
  /** Above 0, under 1/rows. */
  delta: number;
  /**
   * Per column the values it may have, two at least, from the recipe and never from the data. Where there is an order,
   * in that order: a value's neighbours in the list help to tell what is noise.
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

/**
 * Shares of ρ for the one-way tables, the choice of the tree, and its tables. The tables of the tree measure their
 * columns once more, and a wrong edge costs little where few are much better: so little is spent on the choice.
 */
const SHARES = { oneWay: 0.45, tree: 0.05, edges: 0.5 };

/**
 * A column with D values gets ρ in proportion to D^⅔. Noise of deviation σ moves D·σ rows of a table, in proportion, and
 * ρ is as 1/σ²: this makes the sum of D·σ over all columns least.
 */
const BY_VALUES = 2 / 3;

function splitRho(total: number, columns: number): RhoSplit {
  if (columns === 1) return { total, oneWay: total, tree: 0, edges: 0 };
  return { total, oneWay: total * SHARES.oneWay, tree: total * SHARES.tree, edges: total * SHARES.edges };
}

/** Everything that is drawn with noise, and what is made of it. */
interface Model {
  tree: Edge[];
  one: OneWay;
  /** Settled tables of the tree's edges, in its order. */
  tables: Float64Array<ArrayBuffer>[];
}

async function measureModel(used: CodedTable, rho: RhoSplit, most: number, input: SynthesisInput): Promise<Model> {
  const { random, signal, onProgress } = input;
  const { columns } = used;
  const drawing = { bits: random, turn: pace(signal) };
  const sizes = columns.map(({ values }) => values.length);
  const parts = dealRho(rho.oneWay, sizes, BY_VALUES);
  const measured = await measureOneWay(
    drawing,
    used,
    parts.map((part) => varianceFor(1, most, part)),
  );
  const first = settleOneWay(measured, columns.length);
  onProgress?.(0.1);
  if (columns.length === 1) return { tree: [], one: first, tables: [] };
  const variance = varianceFor(columns.length - 1, most, rho.edges);
  const scores = await scorePairs(used, first, Math.sqrt(asNumber(variance)), signal);
  onProgress?.(0.4);
  const epsilon = roundedDown(epsilonOfChoice(rho.tree / (columns.length - 1)));
  const tree = chooseTree(random, columns.length, scores, most, epsilon);
  const noisy: Float64Array<ArrayBuffer>[] = [];
  for (const [a, b] of tree) {
    const counts = await measureEdge(drawing, [columns[a]!, columns[b]!], variance);
    noisy.push(counts);
    measured.push(...marginsOf([a, b], counts, sizes[a]!, asNumber(variance)));
  }
  const one = settleOneWay(measured, columns.length);
  const tables = tree.map(([a, b], at) =>
    settleEdge(noisy[at]!, [one.tables[a]!, one.tables[b]!], one.total, asNumber(variance)),
  );
  onProgress?.(0.6);
  return { tree, one, tables };
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
  const rho = splitRho(rhoOf(epsilon, delta), columns.length);
  const { tree, one, tables } = await measureModel(used, rho, people?.most ?? 1, input);
  const rows = Math.round(one.total);
  const steps = stepsOf(
    columns.map(({ values }) => values.length),
    one.tables[0]!,
    new Map(tree.map((edge, at) => [edge, tables[at]!])),
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
