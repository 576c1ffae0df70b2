import type { KeptColumn } from '#shared/domain/kept-figures.ts';
import type { CodedColumn } from '../coded/coded-table.ts';
import type { Axis } from './axis.ts';
import { countBy, type Owners } from './count-by.ts';
import { safeSteps, sameShare, type CountedStep } from './safe-steps.ts';
import { spreadRows, type Place } from './spread.ts';

/** One column of both sides. */
export interface BothSides {
  column: string;
  axis: Axis;
  source: CodedColumn;
  sourceOwners: Owners | undefined;
  written: CodedColumn;
  writtenOwners: Owners | undefined;
  /** For each written text where it lies. */
  places: readonly (readonly Place[])[];
  /** Of the written rows; null: each counts once. */
  weights: Float64Array | null;
  least: number;
}

/** People of each step: a text that leaves several open has a part of its people in each. */
function writtenPeople({ places, axis }: BothSides, people: Uint32Array, repeats: boolean): Float64Array {
  const found = new Float64Array(axis.steps.length);
  places.forEach((steps, code) => {
    for (const { step, part } of steps) {
      const own = people[code]! * part;
      found[step] = repeats ? Math.max(found[step]!, own) : found[step]! + own;
    }
  });
  return found;
}

/** The column on its axis, in steps that may be shown; `special`: in none. */
export function drawColumn(both: BothSides, special: boolean): KeptColumn {
  const { axis, source, written, least, column } = both;
  const stepOfRows = Int32Array.from(source.codes, (code) => axis.stepOf[code]!);
  const before = countBy(stepOfRows, axis.steps.length, both.sourceOwners);
  const texts = countBy(written.codes, written.values.length, both.writtenOwners, both.weights);
  const after = spreadRows(axis.steps.length, both.places, texts.rows);
  const peopleAfter = writtenPeople(both, texts.people, both.writtenOwners !== undefined);
  const steps = axis.steps.map((step, at): CountedStep => ({
    step,
    before: before.rows[at]!,
    after: after.rows[at]!,
    peopleBefore: before.people[at]!,
    peopleAfter: peopleAfter[at]!,
  }));
  const told = { column, axis: axis.kind, apart: after.apart };
  if (special) return { ...told, steps: null, why: 'special', same: null };
  const repeats = both.sourceOwners !== undefined || both.writtenOwners !== undefined;
  const safe = safeSteps(steps, { least, repeats });
  if (safe === null) return { ...told, steps: null, why: 'few', same: null };
  return {
    ...told,
    steps: safe.map(({ step, before: was, after: is }) => ({ ...step, before: was, after: is })),
    why: null,
    same: sameShare(safe),
  };
}

const isNone = (text: string | null): boolean => text === null || text.trim() === '';

/** The numbers of a column's rows; null where one of its texts is no number. */
export function numbersOf({ codes, values }: CodedColumn): Float64Array | null {
  const read = values.map((text) => (isNone(text) ? Number.NaN : Number(text)));
  if (read.some((value, code) => !Number.isFinite(value) && !isNone(values[code] ?? null))) return null;
  return Float64Array.from(codes, (code) => read[code]!);
}
