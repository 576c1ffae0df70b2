import type { GroupMeasure } from '#shared/domain/group-measure.ts';
import { operationsText } from '#shared/text/operations.ts';
import { decimalsOf } from './numbers.ts';
import type { SettingProblem } from './operation.ts';

const words = operationsText.measures;

/** Whole steps that a bound may be away from 0. */
const mostSteps = 2 ** 31;

/**
 * A step for bounds nobody gave one for: a power of ten, at most a thousandth of the farther bound, of which both bounds
 * are whole multiples. It follows from the bounds alone.
 */
export function usualStep(low: number, high: number): number {
  const reach = Math.max(Math.abs(low), Math.abs(high));
  const fine = reach === 0 ? 0 : Math.floor(Math.log10(reach / 1000));
  const needed = -Math.max(decimalsOf(low), decimalsOf(high));
  return Math.max(1e-6, Number(`1e${Math.min(fine, needed)}`));
}

const isWhole = (bound: number, step: number): boolean =>
  Math.abs(bound / step) < mostSteps && Math.abs(bound / step - Math.round(bound / step)) < 1e-6;

/** Problems of measures beside the columns that are grouped by. */
export function checkMeasures(
  measures: readonly GroupMeasure[],
  { columns, known, epsilon }: { columns: readonly string[]; known: readonly string[]; epsilon: number },
): SettingProblem[] {
  const problem = (code: string, sentence: string): SettingProblem => ({ setting: 'measures', code, sentence });
  const names = measures.map(({ column }) => column);
  return [
    ...(measures.length > 0 && epsilon === 0 ? [problem('measure-without-noise', words.withoutNoise)] : []),
    ...measures.flatMap(({ column, low, high, step }, at) => [
      ...(known.includes(column) ? [] : [problem('column-missing', operationsText.common.columnMissing(column))]),
      ...(columns.includes(column) ? [problem('measure-grouped', words.grouped(column))] : []),
      ...(names.indexOf(column) === at ? [] : [problem('measure-twice', words.twice(column))]),
      ...(low <= high && isWhole(low, step) && isWhole(high, step)
        ? []
        : [problem('measure-bounds', words.bounds(column))]),
    ]),
  ];
}
