import { Failure } from '#shared/contract/failure.ts';
import type { PrivacySpend } from '#shared/domain/privacy-spend.ts';
import { countsText } from '#shared/text/engine/counts.ts';
import { pace } from '#engine/jobs/pace.ts';
import type { CodedTable } from '../coded/coded-table.ts';
import { codeArray } from '../coded/coded-table.ts';
import { recode, type Domain } from '../coded/recode.ts';
import { rhoOf } from '../noise/concentrated.ts';
import { checkDelta, checkEpsilon } from '../noise/privacy-settings.ts';
import type { RandomBits } from '../noise/random-bits.ts';
import { noiseFor } from './group-noise.ts';
import {
  checkMeasure,
  measureGroups,
  tablesFor,
  type Measure,
  type NoiseTold,
  type NoisyMeasure,
} from './noisy-measures.ts';
import { cellsOf, partsOf, type PeopleInGroups } from './per-person.ts';

export interface NoisyGroupsInput {
  /** Places of the columns to group by, one at least. */
  columns: readonly number[];
  /** The values of each of those columns, from the recipe and never from the data. */
  domains: readonly Domain[];
  /** Per column what a value outside its list becomes; absent: “other”. */
  rest?: readonly (string | null)[];
  measures?: readonly Measure[];
  /** Of all that is told together; 0.01 … 100. */
  epsilon: number;
  /** 0: discrete Laplace noise, ε without exception. Above 0, under 1/rows: discrete Gaussian noise. */
  delta: number;
  /** Absent: every row is a person. */
  people?: PeopleInGroups;
  random: RandomBits;
  signal?: AbortSignal | undefined;
}

export interface NoisyGroups {
  /** A row per combination of the lists' values, those that nobody has among them. */
  groups: CodedTable;
  /** People per group, a whole number from 0. */
  counts: Float64Array;
  /** Noise of a count, before negative ones become 0. */
  noise: NoiseTold;
  measures: NoisyMeasure[];
  spend: PrivacySpend;
}

/** Groups at most: each has its noise drawn. */
const MOST_GROUPS = 1_000_000;

function allGroups({ columns }: CodedTable): CodedTable {
  const cells = columns.reduce((product, { values }) => product * values.length, 1);
  if (cells > MOST_GROUPS) throw new Failure('RECIPE_INVALID', countsText.cells(cells, MOST_GROUPS));
  let every = cells;
  return {
    rows: cells,
    columns: columns.map(({ name, values }) => {
      every /= values.length;
      const codes = codeArray(values.length, cells);
      for (let cell = 0; cell < cells; cell += 1) codes[cell] = Math.floor(cell / every) % values.length;
      return { name, codes, values };
    }),
  };
}

/**
 * People per group, and sums and means of their numbers, with discrete noise in every group that the lists of values
 * make, empty ones too. (ε, δ)-differentially private, all tables together, for neighbouring tables of which one has
 * one person more: ε (without δ) or ρ (with it) is shared equally among the counts and the tables of the measures, one for
 * a sum and two for a mean.
 * A mean is a noisy sum over a noisy number, so it is not without bias where groups are small.
 * @throws Failure RECIPE_INVALID for settings, lists or bounds that do not do, JOB_CANCELLED
 */
export async function noisyGroups(table: CodedTable, input: NoisyGroupsInput): Promise<NoisyGroups> {
  const { columns, domains, rest, measures = [], epsilon, delta, people, signal } = input;
  checkEpsilon(epsilon);
  if (delta !== 0) checkDelta(delta, table.rows);
  if (columns.length === 0) throw new Failure('RECIPE_INVALID', countsText.noColumns);
  measures.forEach(checkMeasure);
  const all = Uint32Array.from({ length: table.rows }, (_, row) => row);
  const by = { rows: table.rows, columns: columns.map((column) => table.columns[column]!) };
  const coded = recode(by, all, domains, rest);
  const groups = allGroups(coded);
  const turn = pace(signal);
  const parts = partsOf(cellsOf(coded), people);
  const tables = measures.reduce((sum, measure) => sum + tablesFor(measure), 1);
  const noise = noiseFor(input, tables, people?.mostGroups ?? 1);
  const counts = new Float64Array(groups.rows);
  for (const { cell } of parts) counts[cell]! += 1;
  const { draw, scale, deviation, within } = noise(1);
  for (let cell = 0; cell < counts.length; cell += 1) {
    counts[cell] = Math.max(0, counts[cell]! + draw());
    if (cell % 1000 === 0) await turn();
  }
  const measured: NoisyMeasure[] = [];
  for (const measure of measures) {
    measured.push(measureGroups(measure, { parts, cells: groups.rows, noise }));
    await turn();
  }
  const spend: PrivacySpend = {
    mechanism: delta === 0 ? 'discrete-laplace' : 'discrete-gaussian',
    neighbouring: people === undefined ? 'add-or-remove-row' : 'add-or-remove-person',
    epsilon,
    delta,
    rho: delta === 0 ? null : rhoOf(epsilon, delta),
    most: people?.mostGroups ?? null,
  };
  return { groups, counts, noise: { scale, deviation, within: within('alone') }, measures: measured, spend };
}
