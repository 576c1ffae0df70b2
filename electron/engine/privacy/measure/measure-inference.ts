import { randomBytes } from 'node:crypto';
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
 * @param input counted columns are guessed from the other counted ones, further ones from all counted
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
  for (const column of [null, ...further]) {
    const columns = column === null ? counted : [...counted, column];
    await duck.run(`CREATE OR REPLACE TEMP TABLE ${cells} AS ${markedCells(relation, columns, person)}`);
    try {
      const guessed = column === null ? counted.map((_, index) => index) : [counted.length];
      for (const index of guessed) gains.push(await gainOf(duck, columns[index]!.name, markOf(index)));
    } finally {
      await duck.run(`DROP TABLE IF EXISTS ${cells}`);
    }
  }
  return gains;
}

const cells = 'inference_cells';
const markOf = (index: number): string => `m${index + 1}`;

/**
 * One row per combination of the columns: `f`, people in it; `m1`…`mn`, 128 bits that stand for each value; `whole`,
 * all of them together. What is left of `whole` without one of them stands for the combination of all others, and
 * grouping by one number is a fraction of grouping by all their texts. The salt is new each time, so that no file can
 * be made whose combinations are taken for each other; the figures do not depend on it.
 */
function markedCells(relation: string, columns: readonly MeasuredColumn[], person: string | undefined): string {
  const salt = randomBytes(16).toString('hex');
  const mark = (index: number): string =>
    `md5_number(coalesce('${salt}${index}=' || ${classKey(index)}::VARCHAR, '${salt}${index}'))`;
  const marks = columns.map((_, index) => `${mark(index)} AS ${markOf(index)}`);
  const whole = columns.map((_, index) => markOf(index)).reduce((all, one) => `xor(${all}, ${one})`, '0::UHUGEINT');
  const marked = `SELECT ${['f', ...marks].join(', ')} FROM (${classesSql(relation, columns, person)})`;
  return `SELECT *, ${whole} AS whole FROM (${marked})`;
}

/** @param value the mark of the guessed column in the table of cells */
async function gainOf(duck: Duck, column: string, value: string): Promise<InferenceGain> {
  const sized =
    `SELECT f::DOUBLE AS f, (sum(f) OVER (PARTITION BY xor(whole, ${value})))::DOUBLE AS size, (sum(f) OVER ` +
    `(PARTITION BY ${value}))::DOUBLE AS same, (sum(f) OVER ())::DOUBLE AS everybody FROM ${cells}`;
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
