import type { CodedColumn } from '../coded/coded-table.ts';
import type { Axis } from './axis.ts';

/** Which steps each written text leaves open: a set of places on the axis. */
export type Covers = ReadonlyMap<string | null, readonly number[]>;

const isNone = (text: string | null): boolean => text === null || text.trim() === '';

/**
 * The steps of the rows that read each text, row by row: of ranges all between the lowest and the highest, of values
 * those that are met.
 * @param source codes of the source's cells, and `texts` what is written of the same rows
 */
export function coversOf(axis: Axis, source: ArrayLike<number>, texts: CodedColumn): Covers {
  const many = axis.steps.length;
  const met = new Uint8Array(texts.values.length * many);
  for (let row = 0; row < texts.codes.length; row += 1) {
    const step = axis.stepOf[source[row]!]!;
    if (step >= 0) met[texts.codes[row]! * many + step] = 1;
  }
  return new Map(
    texts.values.map((text, code): [string | null, number[]] => {
      const own = [...met.subarray(code * many, (code + 1) * many).entries()].flatMap(([at, is]) => (is ? [at] : []));
      return [text, isNone(text) ? [many - 1] : filledOf(axis, own)];
    }),
  );
}

/** What lies between the lowest and the highest range that is met. */
function filledOf({ steps }: Axis, met: number[]): number[] {
  const ranges = met.filter((at) => steps[at]!.is === 'range');
  if (ranges.length < 2) return met;
  const between = Array.from({ length: ranges.at(-1)! - ranges[0]! + 1 }, (_, at) => ranges[0]! + at);
  return [...between, ...met.filter((at) => steps[at]!.is !== 'range')];
}

/**
 * Where a written text lies that no row tells of: a number on its step, no value on the last, and where the axis is of
 * values with the others; nowhere else.
 */
export function placedByText({ steps, at }: Axis, text: string | null): readonly number[] {
  if (isNone(text)) return [steps.length - 1];
  if (at === null) return [steps.findIndex(({ is }) => is === 'other')];
  const value = Number(text);
  return Number.isFinite(value) ? [at(value)] : [];
}

/** For every text of a written column its steps. */
export const placesOf = (axis: Axis, written: CodedColumn, covers: readonly Covers[]): (readonly number[])[] =>
  written.values.map((text) => covers.find((known) => known.has(text))?.get(text) ?? placedByText(axis, text));

/** Rows of each step, and those that lie nowhere; a row whose text leaves several steps open counts evenly for each. */
export function spreadRows(
  many: number,
  places: readonly (readonly number[])[],
  weights: ArrayLike<number>,
): { rows: Float64Array; apart: number } {
  const rows = new Float64Array(many);
  let apart = 0;
  places.forEach((steps, code) => {
    if (steps.length === 0) apart += weights[code]!;
    for (const step of steps) rows[step] = rows[step]! + weights[code]! / steps.length;
  });
  return { rows, apart };
}
