import { randomUUID } from 'node:crypto';
import type { Finding } from '#shared/domain/finding.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kOf } from '#shared/domain/recipe-target.ts';
import type { RiskFrontier } from '#shared/domain/risk-frontier.ts';
import { compileRecipe, onlyOutputs } from '#shared/recipe/compile-recipe.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { MeasuredColumn } from '#engine/privacy/measure/classes.ts';
import { measureFrontier } from '#engine/privacy/measure/measure-frontier.ts';
import { oneFiner } from '#engine/recommend/one-finer.ts';
import type { MeasuredOutput } from '#engine/release/measure-output.ts';
import { fillTable } from '#engine/run-recipe/fill-table.ts';
import type { TransformedRows } from '#engine/run-recipe/transform-rows.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';

interface Asked {
  table: Pick<TableInHand, 'duck' | 'relation' | 'columns'>;
  recipe: Recipe;
  findings: readonly Finding[];
  signal: AbortSignal;
}

/**
 * What each k costs over the columns of which the recipe leaves out small classes, and what one of them costs that is not
 * there or one level finer; null where it leaves out none.
 * @throws Failure JOB_CANCELLED
 */
export async function frontierOf(
  asked: Asked,
  rows: TransformedRows,
  { mayLeave, way }: MeasuredOutput,
): Promise<RiskFrontier | null> {
  const { compiled, duck, person } = rows;
  if (compiled.suppression === null || way !== null) return null;
  const { k, limit, columns } = compiled.suppression;
  const named = new Set(columns);
  const input = {
    relation: mayLeave,
    columns: compiled.outputs.flatMap(({ name, physical }) => (named.has(name) ? [{ name, sql: physical }] : [])),
    person: person?.sql,
    k: Math.max(k, kOf(asked.recipe)),
    limit,
    signal: asked.signal,
  };
  return withFiner(asked, rows, { named, k: input.k }, (finer) =>
    measureFrontier(duck, {
      ...input,
      finer: finer && {
        from: `(SELECT m.*, z.* FROM ${mayLeave} m JOIN ${finer.table} z ON m.rid = z.zid)`,
        columns: finer.columns,
      },
    }),
  );
}

/** Works beside a table of the columns one level finer, row by row (`zid`), where any can be. */
async function withFiner<T>(
  { table, recipe, findings, signal }: Asked,
  { duck, rows }: TransformedRows,
  { named, k }: { named: ReadonlySet<string>; k: number },
  work: (finer: { table: string; columns: MeasuredColumn[] } | undefined) => Promise<T>,
): Promise<T> {
  const { relation, columns } = table;
  const wanted = named;
  const found = await oneFiner({ duck, relation, rows, columns, findings, recipe, wanted, k, signal });
  if (found.finer.size === 0) return work(undefined);
  const whole = compileRecipe(found.recipe, [...columns], { referenceDate: recipe.referenceDate });
  const compiled = onlyOutputs(whole, found.finer);
  const [filled, numbered] = ['filled', 'finer'].map((name) => quoteIdentifier(`${name}_${randomUUID()}`));
  const outputs = compiled.outputs.map(({ physical, name }, at) => ({ physical, name, sql: `z${at}` }));
  const select = outputs.map(({ physical, sql }) => ({ sql: physical, name: sql }));
  try {
    await fillTable({ duck, table: filled!, compiled, relation, select, signal });
    await duck.run(`CREATE TEMP VIEW ${numbered!} AS SELECT rowid AS zid, * FROM ${filled!}`);
    return await work({ table: numbered!, columns: outputs.map(({ name, sql }) => ({ name, sql })) });
  } finally {
    await duck.run(`DROP VIEW IF EXISTS ${numbered!}`);
    await duck.run(`DROP TABLE IF EXISTS ${filled!}`);
  }
}
