import type { CodedColumn } from '../coded/coded-table.ts';
import type { Axis } from './axis.ts';

/** A step that a text leaves open, and its part (0…1) of the text; the parts of a text are 1 together. */
export interface Place {
  step: number;
  part: number;
}

/** Where each written text lies. */
export type Covers = ReadonlyMap<string | null, readonly Place[]>;

const isNone = (text: string | null): boolean => text === null || text.trim() === '';

/** Steps with their weights as parts of one. */
function parts(steps: readonly number[], weightOf: (step: number) => number): Place[] {
  const all = steps.reduce((sum, step) => sum + weightOf(step), 0);
  return steps.map((step) => ({ step, part: weightOf(step) / all }));
}

/**
 * The steps of the rows that read each text, row by row: of ranges all between the lowest and the highest, of values
 * those that are met.
 * @param source codes of the source's cells, and `texts` what is written of the same rows
 * @param evenly each step counts alike, as for groups, whose texts overlap; else, where a text follows from the value, as
 *   far as the rows on the step read so: half where a band begins in the middle of it
 */
export function coversOf(axis: Axis, source: ArrayLike<number>, texts: CodedColumn, evenly: boolean): Covers {
  const many = axis.steps.length;
  const met = new Uint32Array(texts.values.length * many);
  const rows = new Uint32Array(many);
  for (let row = 0; row < texts.codes.length; row += 1) {
    const step = axis.stepOf[source[row]!]!;
    if (step < 0) continue;
    const cell = texts.codes[row]! * many + step;
    met[cell] = met[cell]! + 1;
    rows[step] = rows[step]! + 1;
  }
  return new Map(
    texts.values.map((text, code): [string | null, Place[]] => {
      if (isNone(text)) return [text, [{ step: many - 1, part: 1 }]];
      const of = (step: number): number => met[code * many + step]!;
      const steps = filledOf(
        axis,
        [...rows.keys()].filter((step) => of(step) > 0),
      );
      return [text, parts(steps, (step) => (evenly || rows[step] === 0 ? 1 : of(step) / rows[step]!))];
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
function placedByText({ steps, at }: Axis, text: string | null): Place[] {
  const on = (step: number): Place[] => [{ step, part: 1 }];
  if (isNone(text)) return on(steps.length - 1);
  if (at === null) return on(steps.findIndex(({ is }) => is === 'other'));
  const value = Number(text);
  return Number.isFinite(value) ? on(at(value)) : [];
}

/** For every text of a written column its steps. */
export const placesOf = (axis: Axis, written: CodedColumn, covers: readonly Covers[]): (readonly Place[])[] =>
  written.values.map((text) => covers.find((known) => known.has(text))?.get(text) ?? placedByText(axis, text));

/** Rows of each step, and those that lie nowhere. @param weights rows of each text */
export function spreadRows(
  many: number,
  places: readonly (readonly Place[])[],
  weights: ArrayLike<number>,
): { rows: Float64Array; apart: number } {
  const rows = new Float64Array(many);
  let apart = 0;
  places.forEach((steps, code) => {
    if (steps.length === 0) apart += weights[code]!;
    for (const { step, part } of steps) rows[step] = rows[step]! + weights[code]! * part;
  });
  return { rows, apart };
}
