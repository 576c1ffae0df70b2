import type { RiskCheck } from '#shared/domain/risk-check.ts';
import type { KnowledgeSet } from '#shared/knowledge-sets/knowledge-set.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { attackers } from '#engine/privacy/estimate/attackers.ts';
import { individualRisk } from '#engine/privacy/estimate/individual-risk.ts';
import { populationUniqueness } from '#shared/privacy-models/population/population-uniqueness.ts';
import type { MeasuredColumn } from '#engine/privacy/measure/classes.ts';
import { measureRisk } from '#engine/privacy/measure/measure-risk.ts';
import { measureAlone } from '#engine/privacy/measure/people-alone.ts';
import { findByKnowledge, type KnownColumn } from './find-by-knowledge.ts';
import { lookAtColumns } from './look-at-columns.ts';
import { populationClasses, type PopulationTable } from './population-classes.ts';
import { requirePopulation, warningsOf } from './check-warnings.ts';

/** Who the people of the file were drawn from: everybody in a table, or a number of them. */
export type Population = { people: number } | { table: PopulationTable };

export interface CheckInput {
  duck: Duck;
  /** FROM-clause expression, without suppressed rows. */
  relation: string;
  /** What an attacker is taken to know. */
  counted: readonly MeasuredColumn[];
  /** What is to be protected: l and t are measured of each. */
  guarded: readonly MeasuredColumn[];
  /** All columns that can be read and point at nobody by themselves. */
  readable: readonly KnownColumn[];
  /** SQL of a person id that repeats; undefined: rows are counted. */
  person: string | undefined;
  k: number;
  /** A chance of being found above which a row is at risk. */
  threshold: number;
  population: Population | null;
  sets: readonly KnowledgeSet[];
  signal?: AbortSignal | undefined;
  /** Share done, 0 … 1. */
  onProgress?: ((share: number) => void) | undefined;
}

const peopleOf = (population: Population | null): number | null =>
  population === null ? null : 'table' in population ? population.table.people : population.people;

/**
 * Everything that is measured of a table before anything is done to it.
 * @throws Failure WRONG_USAGE where the population is smaller than the file, COLUMN_UNKNOWN, JOB_CANCELLED
 */
export async function checkTable(input: CheckInput): Promise<RiskCheck> {
  const { duck, relation, counted, guarded, person, k, threshold, population, signal, onProgress } = input;
  const risk = await measureRisk(duck, relation, { qi: counted, sensitive: guarded, person, signal });
  onProgress?.(0.2);
  const alone = await interruptible(duck, signal, () => measureAlone(duck, relation, counted, person));
  const people = peopleOf(population);
  requirePopulation(people, risk);
  const classes =
    population !== null && 'table' in population
      ? await populationClasses({ duck, relation, qi: counted, person, signal }, population.table)
      : risk.histogram;
  onProgress?.(0.3);
  const knowledge: RiskCheck['knowledge'] = [];
  for (const [at, set] of input.sets.entries()) {
    knowledge.push(await findByKnowledge(duck, relation, set, { columns: input.readable, person, signal }));
    onProgress?.(0.3 + (0.3 * (at + 1)) / input.sets.length);
  }
  const looked = await lookAtColumns({
    ...input,
    rows: risk.rows,
    sampled: sampledOf(risk, people),
    onProgress: (share) => onProgress?.(0.6 + 0.4 * share),
  });
  const small = risk.histogram.filter(({ size }) => size < k);
  const sum = (of: 'rows' | 'classes'): number => small.reduce((total, bin) => total + bin[of], 0);
  return {
    ...risk,
    ...attackers(classes, { population: people, counted: population !== null && 'table' in population, threshold }),
    counts: person === undefined ? 'rows' : 'people',
    below: {
      k,
      rows: sum('rows'),
      share: risk.rows === 0 ? 0 : sum('rows') / risk.rows,
      classes: sum('classes'),
    },
    alone,
    ...uniqueness(risk, people),
    ...looked,
    knowledge,
    warnings: await warningsOf(input, risk, looked),
  };
}

/** A share of the population that is usual to assume where nobody said it (sdcMicro). */
const usualFraction = 0.01;

/** Who is alone and in pairs, and of how many people the file is a sample. */
function sampledOf({ histogram, rows }: Pick<RiskCheck, 'histogram' | 'rows'>, people: number | null) {
  const classesOf = (size: number): number => histogram.find((bin) => bin.size === size)?.classes ?? 0;
  const inFile = histogram.reduce((sum, bin) => sum + bin.size * bin.classes, 0);
  const fraction = people === null || rows === 0 ? usualFraction : Math.min(1, inFile / people);
  return { uniques: classesOf(1), pairs: 2 * classesOf(2), fraction, assumed: people === null };
}

/** What follows from how many people there are; nothing of no rows, and nothing where nobody said. */
function uniqueness(
  { histogram, rows }: Pick<RiskCheck, 'histogram' | 'rows'>,
  people: number | null,
): Pick<RiskCheck, 'population' | 'individual'> {
  if (people === null || rows === 0) return { population: null, individual: null };
  const population = populationUniqueness(histogram, people);
  const risks = histogram.map((bin) => ({ ...bin, risk: individualRisk(bin.size, population.fraction) }));
  const expected = risks.reduce((total, bin) => total + bin.rows * bin.risk, 0);
  return {
    population,
    individual: { expected, highest: Math.max(...risks.map(({ risk }) => risk)), average: expected / rows },
  };
}
