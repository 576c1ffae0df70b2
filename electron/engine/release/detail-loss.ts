import type { SourceColumn } from '#shared/domain/intake.ts';
import type { CompiledOutput } from '#shared/recipe/compile-recipe.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { interruptible } from '#engine/privacy/interruptible.ts';
import type { TransformedRows } from './transform-rows.ts';

/** How much of a treatment's detail is gone whatever the values: a pseudonym tells people apart but says nothing of them. */
const fixed: Partial<Record<CompiledOutput['treatment'], number>> = { kept: 0, redacted: 1, 'hashed-keyed': 1, 'hashed-unkeyed': 1 };

/**
 * Detail lost per source column: 0 nothing … 1 everything (docs/definitions.md, "Detail lost"). Dropped, redacted and hashed columns lose
 * all of it; where values were generalised or masked what is kept is the share of the source's entropy that the written column still
 * has. Rows that are left out lose everything in every column.
 */
export async function detailLoss(rows: TransformedRows, input: { columns: readonly SourceColumn[]; relation: string; kept: string; rowsOut: number; signal?: AbortSignal | undefined }): Promise<{ column: string; loss: number }[]> {
  const { duck, compiled } = rows;
  const entropy = async (relation: string, sql: string): Promise<number> => {
    const [row] = await interruptible(duck, input.signal, () => duck.query<{ h: number | null }>(`SELECT ln(sum(c)) - sum(c * ln(c)) / sum(c) AS h FROM (SELECT count(*) AS c FROM ${relation} GROUP BY ${sql})`));
    return Math.max(0, row?.h ?? 0);
  };
  const stays = rows.rows === 0 ? 0 : input.rowsOut / rows.rows;
  const losses: { column: string; loss: number }[] = [];
  for (const column of input.columns) {
    const outputs = compiled.outputs.filter((output) => output.sources.includes(column.name));
    let loss = 1;
    for (const output of outputs) {
      const known = fixed[output.treatment];
      if (known !== undefined) loss = Math.min(loss, known);
      else {
        const before = await entropy(input.relation, quoteIdentifier(column.physical));
        loss = Math.min(loss, before === 0 ? 0 : Math.max(0, 1 - (await entropy(input.kept, output.physical)) / before));
      }
    }
    losses.push({ column: column.name, loss: 1 - (1 - loss) * stays });
  }
  return losses;
}
