import { randomUUID } from 'node:crypto';
import type { NoisyFigure } from '#shared/domain/noisy-figure.ts';
import type { PrivacySpend } from '#shared/domain/privacy-spend.ts';
import type { Way } from '#shared/plan/plan-node.ts';
import { decimalsOf } from '#shared/recipe/numbers.ts';
import { operationsText } from '#shared/text/operations.ts';
import { appendRows } from '#engine/analysis/append-rows.ts';
import { noisyGroups } from '#engine/anonymise/counts/noisy-groups.ts';
import type { Measure, NoiseTold, NoisyMeasure } from '#engine/anonymise/counts/noisy-measures.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import type { RandomBits } from '#engine/anonymise/noise/random-bits.ts';
import { lossesOf, readCounted } from './read-counted.ts';
import { digestOf, domainsOf, eachPerson, restOf } from './value-lists.ts';
import type { WayInput, WayLoss } from './way-input.ts';

const words = operationsText['count-rows'];

/** A column beside the groups. */
export interface CountedColumn {
  name: string;
  physical: string;
  /** The output whose numbers it sums up; null: it counts people. */
  of: string | null;
}

/** Counts with noise. */
export interface CountedWithNoise {
  /** Name of the temporary table: the outputs, `people` and the columns of `further` under their physical names. */
  table: string;
  /** Groups that are written. */
  rows: number;
  /** Sums and means beside the counts. */
  further: CountedColumn[];
  /** How wide the noise of each figure is. */
  figures: NoisyFigure[];
  spend: PrivacySpend;
  losses: WayLoss[];
}

type CountRows = Way & { id: 'count-rows' };

/** More places than the step has: a mean lies between steps. */
const placesOfMeans = 2;

const numbersOf = ({ codes, values }: CodedColumn): Float64Array => {
  const read = values.map((value) => (value === null || value.trim() === '' ? Number.NaN : Number(value)));
  return Float64Array.from(codes, (code) => read[code]!);
};

const figureOf = (kind: NoisyFigure['kind'], name: string, { scale, within }: NoiseTold): NoisyFigure => ({
  kind,
  name,
  column: null,
  low: null,
  high: null,
  step: null,
  most: 1,
  scale,
  within,
});

/** What is told of one measure: the columns it is written in, a cell of each per group, and how wide its noise is. */
interface ToldMeasure {
  columns: { name: string; cells: (group: number) => string | null }[];
  figures: NoisyFigure[];
}

function tellMeasure({ measure, sensitivity, sums, noise, mean }: NoisyMeasure): ToldMeasure {
  const { name, figure, from: low, to: high, step } = measure;
  const written = (numbers: Float64Array, places: number) => (group: number) => {
    const number = numbers[group]!;
    return Number.isNaN(number) ? null : number.toFixed(places).replace(/^-(0(?:\.0*)?)$/, '$1');
  };
  const [sum, told, means] = [words.sum(name), words.told(name), words.mean(name)];
  const places = decimalsOf(step);
  const bounds = { column: name, low, high, step };
  const ofSum = { ...figureOf('sum', sum, noise), ...bounds, most: sensitivity };
  const sumColumn = { name: sum, cells: written(sums, places) };
  if (mean === null) return { columns: [sumColumn], figures: [ofSum] };
  const fine = places + placesOfMeans;
  return {
    columns: [
      ...(figure === 'sum-and-mean' ? [sumColumn] : []),
      { name: told, cells: written(mean.told, 0) },
      { name: means, cells: written(mean.means, fine) },
      { name: words.least(means), cells: written(mean.least, fine) },
      { name: words.most(means), cells: written(mean.most, fine) },
    ],
    figures: [
      ofSum,
      { ...figureOf('told', told, mean.noise), column: name },
      { ...figureOf('mean', means, mean.noise), ...bounds, most: null, scale: null, within: null },
    ],
  };
}

/**
 * Draws the counts of all combinations of the lists' values, and sums and means of numbers beside them; groups whose count
 * comes out as nobody are not written.
 * @throws Failure RECIPE_INVALID, JOB_CANCELLED
 */
export async function countWithNoise(
  input: WayInput,
  way: CountRows,
  randomOf: (rows: Uint8Array) => RandomBits,
): Promise<CountedWithNoise> {
  const { rows, person, signal } = input;
  const asked = way.measures ?? [];
  const outputs = input.outputs.slice(0, input.outputs.length - asked.length);
  const { table, whole } = await readCounted(input);
  const domains = domainsOf(outputs, way.values);
  const measures = asked.map(({ column, figure, low, high, step }, at): Measure => {
    const numbers = numbersOf(table.columns[outputs.length + at]!);
    return { name: column, figure, numbers, from: low, to: high, step };
  });
  const made = await noisyGroups(table, {
    columns: outputs.map((_, at) => at),
    domains,
    rest: domains.map(restOf),
    measures,
    epsilon: way.epsilon,
    delta: way.delta,
    random: randomOf(digestOf(table, way)),
    ...(person === null ? {} : { people: { of: eachPerson(whole), mostGroups: way.groupsPerPerson ?? 1 } }),
    signal,
  });
  const { groups, counts } = made;
  const told = made.measures.map(tellMeasure);
  const beside = told.flatMap(({ columns }, at) => columns.map((column) => ({ ...column, of: asked[at]!.column })));
  const further = beside.map(({ name, of }, at): CountedColumn => ({ name, physical: `m${at + 1}`, of }));
  const name = `counted_${randomUUID().replaceAll('-', '')}`;
  const physical = [...outputs, { physical: 'people' }, ...further].map((column) => column.physical);
  let written = 0;
  await appendRows(rows.duck, name, physical, async (add) => {
    counts.forEach((people, group) => {
      if (people === 0) return;
      written += 1;
      const cells = groups.columns.map(({ codes, values }) => values[codes[group]!] ?? null);
      add([...cells, String(people), ...beside.map((column) => column.cells(group))]);
    });
  });
  const figures = [figureOf('people', words.people, made.noise), ...told.flatMap((one) => one.figures)];
  const read = { rows: table.rows, columns: table.columns.slice(0, outputs.length) };
  return { table: name, rows: written, further, figures, spend: made.spend, losses: lossesOf(read, outputs) };
}
