import type { Duck } from '#engine/analysis/open-duck.ts';
import { classesSql, classKey, type MeasuredColumn } from './classes.ts';

/** How much one's own presence in a table gives away of one column to somebody who knows the others. */
export interface InferenceGain {
  column: string;
  /** Chance of the right guess, averaged over everybody: with their own row in the table, and without it. */
  main: number;
  control: number;
  /** (main − control) / (1 − control). */
  risk: number;
}

/** More columns than this are not measured one by one: each is a grouping over all the others. */
const mostColumns = 250;

/**
 * For each column: somebody knows all the other counted columns of a person and guesses each value as often as the
 * person's class has it. The control guesses the same way from a table in which that person is not; where nobody else
 * is in the class, from the whole column. This is Anonymeter's measure with everybody as target and everybody as
 * control (docs/definitions.md, "Inference").
 * @param wanted columns to guess: counted ones, guessed from the other counted ones, or further ones, guessed from
 *   all counted
 * @returns null where there are too many columns to measure one by one
 */
export async function measureInference(
  duck: Duck,
  relation: string,
  input: { counted: readonly MeasuredColumn[]; further: readonly MeasuredColumn[]; person?: string | undefined },
): Promise<InferenceGain[] | null> {
  const { counted, further, person } = input;
  if (counted.length + further.length > mostColumns) return null;
  const gains: InferenceGain[] = [];
  const cells = 'inference_cells';
  const keys = counted.map((_, index) => classKey(index));
  try {
    await duck.run(`CREATE OR REPLACE TEMP TABLE ${cells} AS ${classesSql(relation, counted, person)}`);
    for (const [index, column] of counted.entries())
      gains.push(
        await gainOf(
          duck,
          column.name,
          cells,
          keys.filter((_, other) => other !== index),
          keys[index]!,
        ),
      );
    for (const column of further)
      gains.push(
        await gainOf(
          duck,
          column.name,
          `(${classesSql(relation, [...counted, column], person)})`,
          keys,
          classKey(counted.length),
        ),
      );
  } finally {
    await duck.run(`DROP TABLE IF EXISTS ${cells}`);
  }
  return gains;
}

/** @param cells one row per combination of `others` and `value`, `f` people in it */
async function gainOf(
  duck: Duck,
  column: string,
  cells: string,
  others: readonly string[],
  value: string,
): Promise<InferenceGain> {
  const by = others.length === 0 ? '' : `PARTITION BY ${others.join(', ')}`;
  const sized =
    `SELECT f::DOUBLE AS f, (sum(f) OVER (${by}))::DOUBLE AS size, (sum(f) OVER (PARTITION BY ${value}))::DOUBLE AS ` +
    `same, (sum(f) OVER ())::DOUBLE AS everybody FROM ${cells}`;
  const [sums] = await duck.query<{ n: number | null; main: number | null; control: number | null }>(
    `SELECT sum(f) AS n, sum(f * f / size) AS main,
       sum(f * CASE WHEN size > 1 THEN (f - 1) / (size - 1) WHEN everybody > 1 THEN (same - 1) / (everybody - 1) ELSE
       0 END) AS control FROM (${sized})`,
  );
  const n = sums?.n ?? 0;
  if (n === 0) return { column, main: 0, control: 0, risk: 0 };
  const [main, control] = [sums!.main! / n, sums!.control! / n];
  return { column, main, control, risk: control >= 1 ? 0 : Math.max(0, (main - control) / (1 - control)) };
}
