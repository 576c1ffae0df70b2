import type { Command } from 'commander';
import { Failure } from '#shared/contract/failure.ts';
import type { GroupMeasure, MeasureFigure } from '#shared/domain/group-measure.ts';
import type { NoiseWish } from '#shared/domain/noise-wish.ts';
import { usualStep } from '#shared/recipe/measures.ts';
import { noiseOptionsText as text } from '#shared/text/cli/noise-options.ts';
import { asNumber } from './as-number.ts';

export interface NoiseOptions {
  sum?: string[];
  mean?: string[];
  epsilon?: number;
  delta?: number;
}

const again = (typed: string, before: string[] = []): string[] => [...before, typed];

/** Adds what a way that draws noise is asked with. */
export const noiseOptions = (command: Command): Command =>
  command
    .option('--sum <column:low:high>', text.sum, again)
    .option('--mean <column:low:high>', text.mean, again)
    .option('--epsilon <number>', text.epsilon, asNumber)
    .option('--delta <number>', text.delta, asNumber);

const number = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;
const pattern = new RegExp(`^(.+?):(${number}):(${number})(?::(${number}))?$`, 'su');

/** COLUMN:LOW:HIGH or COLUMN:LOW:HIGH:STEP. @throws Failure WRONG_USAGE */
function measureFrom(option: string, figure: MeasureFigure, typed: string): GroupMeasure {
  const [, column, low, high, step] = pattern.exec(typed) ?? [];
  if (column === undefined) throw new Failure('WRONG_USAGE', text.noMeasure(option, typed));
  const bounds = { low: Number(low), high: Number(high) };
  if (bounds.low > bounds.high) throw new Failure('WRONG_USAGE', text.wrongWay(option, typed));
  const wide = Object.values(bounds).some((bound) => Math.abs(bound) > 1e12);
  const fine = step === undefined ? usualStep(bounds.low, bounds.high) : Number(step);
  if (wide || !(fine >= 1e-6 && fine <= 1e12)) throw new Failure('WRONG_USAGE', text.tooFar(option, typed));
  return { column, figure, ...bounds, step: fine };
}

/** Sums and means of one column with the same bounds become one measure, which takes less noise than two. */
function together(measures: readonly GroupMeasure[]): GroupMeasure[] {
  const found: GroupMeasure[] = [];
  for (const measure of measures) {
    const same = found.find(({ column }) => column === measure.column);
    if (same === undefined) found.push({ ...measure });
    else if (same.low !== measure.low || same.high !== measure.high || same.step !== measure.step)
      throw new Failure('WRONG_USAGE', text.otherBounds(measure.column));
    else if (same.figure !== measure.figure) same.figure = 'sum-and-mean';
  }
  return found;
}

/** What is asked for; undefined: nothing. @throws Failure WRONG_USAGE for a measure, ε or δ that does not do */
export function noiseFrom({ sum = [], mean = [], epsilon, delta }: NoiseOptions): NoiseWish | undefined {
  if (epsilon !== undefined && !(epsilon === 0 || (epsilon >= 0.01 && epsilon <= 20)))
    throw new Failure('WRONG_USAGE', text.badEpsilon(epsilon));
  if (delta !== undefined && !(delta === 0 || (delta >= 1e-30 && delta <= 0.001)))
    throw new Failure('WRONG_USAGE', text.badDelta(delta));
  const measures = together([
    ...sum.map((typed) => measureFrom('--sum', 'sum', typed)),
    ...mean.map((typed) => measureFrom('--mean', 'mean', typed)),
  ]);
  if (measures.length === 0 && epsilon === undefined && delta === undefined) return undefined;
  if (measures.length > 0 && epsilon === 0) throw new Failure('WRONG_USAGE', text.noNoise);
  return {
    ...(epsilon !== undefined && { epsilon }),
    ...(delta !== undefined && { delta }),
    ...(measures.length > 0 && { measures }),
  };
}
