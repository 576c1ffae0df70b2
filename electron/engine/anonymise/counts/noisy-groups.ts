import { Failure } from '#shared/contract/failure.ts';
import type { PrivacySpend } from '#shared/domain/privacy-spend.ts';
import { countsText } from '#shared/text/engine/counts.ts';
import { pace } from '#engine/jobs/pace.ts';
import type { CodedTable } from '../coded/coded-table.ts';
import { codeArray } from '../coded/coded-table.ts';
import { recode, type Domain } from '../coded/recode.ts';
import { rhoOf } from '../noise/concentrated.ts';
import { discreteGaussian, discreteLaplace } from '../noise/discrete-noise.ts';
import { checkDelta, checkEpsilon } from '../noise/privacy-settings.ts';
import type { RandomBits } from '../noise/random-bits.ts';
import { asNumber, roundedUp, type Rational } from '../noise/rational.ts';
import { cellsOf, partsOf, type Part, type PeopleInGroups } from './per-person.ts';

/** A column of numbers that is summed up. */
export interface Measure {
  name: string;
  /** One per row; NaN where there is none; ±∞ is none either. */
  numbers: Float64Array;
  /**
   * Lowest and highest sum that one person adds to one group, from the recipe and never from the data: what lies
   * outside is put to the nearer of the two. Both are whole multiples of `step`.
   */
  from: number;
  to: number;
  /** What a person's sum is rounded to, above 0: 0.01 for cents. */
  step: number;
}

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

export interface NoisyMeasure {
  name: string;
  /** Noisy sum per group, in the unit of the numbers. */
  sums: Float64Array;
  /** Noisy number of people of the group who have a number. */
  told: Float64Array;
  /** Noisy sum over noisy number, within from … to; NaN where the noisy number is 0. */
  means: Float64Array;
  /** Standard deviation of the noise in a sum, and in a number. */
  deviation: { sums: number; told: number };
}

export interface NoisyGroups {
  /** A row per combination of the lists' values, those that nobody has among them. */
  groups: CodedTable;
  /** People per group, a whole number from 0. */
  counts: Float64Array;
  /** Standard deviation of the noise in a count, before negative ones become 0. */
  deviation: number;
  measures: NoisyMeasure[];
  spend: PrivacySpend;
}

/** Groups at most: each has its noise drawn. */
const MOST_GROUPS = 1_000_000;

/** Steps that a bound may be away from 0. */
const MOST_STEPS = 2 ** 31;

/** Noise for one of several tables that share ε; one person changes some of its cells by up to `steps` each. */
type Noise = (steps: number) => { draw: () => number; deviation: number };

function noiseFor({ random, epsilon, delta }: NoisyGroupsInput, tables: number, groups: number): Noise {
  if (delta === 0)
    return (steps) => {
      const scale: Rational = roundedUp((groups * steps * tables) / epsilon);
      return { draw: () => Number(discreteLaplace(random, scale)), deviation: Math.SQRT2 * asNumber(scale) };
    };
  const rho = rhoOf(epsilon, delta) / tables;
  return (steps) => {
    const variance = roundedUp((groups * steps * steps) / (2 * rho));
    return { draw: () => Number(discreteGaussian(random, variance)), deviation: Math.sqrt(asNumber(variance)) };
  };
}

/** A person's sum in whole steps, within the bounds; null where no row of theirs has a number. */
function stepsOf({ rows }: Part, { numbers, from, to, step }: Measure): number | null {
  const found = rows.map((row) => numbers[row]!).filter((number) => Number.isFinite(number));
  if (found.length === 0) return null;
  const sum = found.reduce((before, number) => before + number, 0);
  return Math.round(Math.min(to, Math.max(from, sum)) / step);
}

function checkMeasure({ name, from, to, step }: Measure): void {
  const whole = (bound: number): boolean => {
    const steps = bound / step;
    return Math.abs(steps) < MOST_STEPS && Math.abs(steps - Math.round(steps)) < 1e-6;
  };
  if (!(step > 0 && from <= to && whole(from) && whole(to)))
    throw new Failure('RECIPE_INVALID', countsText.bounds(name));
}

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

/** Steps that one person changes a sum by at most. */
const reach = ({ from, to, step }: Measure): number => Math.max(1, Math.round(Math.max(-from, from, -to, to) / step));

function measureGroups(measure: Measure, parts: readonly Part[], cells: number, noise: Noise): NoisyMeasure {
  const { name, from, to, step } = measure;
  const [sums, told] = [new Float64Array(cells), new Float64Array(cells)];
  for (const part of parts) {
    const steps = stepsOf(part, measure);
    if (steps === null) continue;
    sums[part.cell]! += steps;
    told[part.cell]! += 1;
  }
  const [ofSums, ofTold] = [noise(reach(measure)), noise(1)];
  for (let cell = 0; cell < cells; cell += 1) {
    sums[cell] = (sums[cell]! + ofSums.draw()) * step;
    told[cell] = Math.max(0, told[cell]! + ofTold.draw());
  }
  const means = sums.map((sum, cell) => (told[cell] === 0 ? NaN : Math.min(to, Math.max(from, sum / told[cell]!))));
  return { name, sums, told, means, deviation: { sums: ofSums.deviation * step, told: ofTold.deviation } };
}

/**
 * People per group, and sums and means of their numbers, with discrete noise in every group that the lists of values
 * make, empty ones too. (ε, δ)-differentially private, all tables together, for neighbouring tables of which one has
 * one person more: ε (without δ) or ρ (with it) is shared equally among the counts and two tables per measure.
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
  const tables = 1 + 2 * measures.length;
  const noise = noiseFor(input, tables, people?.mostGroups ?? 1);
  const counts = new Float64Array(groups.rows);
  for (const { cell } of parts) counts[cell]! += 1;
  const { draw, deviation } = noise(1);
  for (let cell = 0; cell < counts.length; cell += 1) {
    counts[cell] = Math.max(0, counts[cell]! + draw());
    if (cell % 1000 === 0) await turn();
  }
  const measured: NoisyMeasure[] = [];
  for (const measure of measures) {
    measured.push(measureGroups(measure, parts, groups.rows, noise));
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
  return { groups, counts, deviation, measures: measured, spend };
}
