import type { Finding } from '#shared/domain/finding.ts';
import type { PolicyOverride } from '#shared/domain/policy-override.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { CompiledOutput } from '#shared/recipe/compile-recipe.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { previewKeys } from './preview-keys.ts';
import type { ReleaseSource } from './recipe-source.ts';
import { transformRows } from './transform-rows.ts';

type Cell = string | null;

export interface Preview {
  before: { columns: string[]; rows: Cell[][] };
  after: {
    columns: string[];
    rows: Cell[][];
    /**
     * Per output column what it is computed from, by display name, and what was done to it: `maskPreview` goes by this.
     */
    outputs: Pick<CompiledOutput, 'sources' | 'treatment'>[];
  };
  /** Steps (0-based) that look at all rows together, and so are not run over these few. */
  notRun: number[];
}

/**
 * The first rows of the source before and after a recipe, all as text, unmasked; small classes are not left out here,
 * and steps over all rows are not run.
 */
export async function previewRecipe(input: {
  source: Pick<ReleaseSource, 'duck' | 'relation' | 'columns' | 'onList'>;
  recipe: Recipe;
  findings: readonly Finding[];
  keys: ReleaseKeys | null;
  overrides: readonly PolicyOverride[];
  limit: number;
  signal?: AbortSignal | undefined;
}): Promise<Preview> {
  const { source, recipe, findings, limit, signal } = input;
  const rows = await transformRows({
    source,
    recipe,
    findings,
    keys: input.keys ?? previewKeys(),
    referenceDate: recipe.referenceDate,
    overrides: input.overrides,
    spreadsheet: false,
    emptyIsNull: false,
    limit,
    signal,
  });
  try {
    const outputs = rows.compiled.outputs;
    const read = async (physical: string[], relation: string): Promise<Cell[][]> => {
      const found = await interruptible(rows.duck, signal, () =>
        rows.duck.query<Record<string, Cell>>(
          `SELECT ${physical.map(quoteIdentifier).join(', ')} FROM ${relation} LIMIT ${limit}`,
        ),
      );
      return found.map((row) => physical.map((name) => row[name] ?? null));
    };
    return {
      before: {
        columns: source.columns.map((column) => column.name),
        rows: await read(
          source.columns.map((column) => column.physical),
          source.relation,
        ),
      },
      after: {
        columns: outputs.map((output) => output.name),
        rows: await read(
          outputs.map((output) => output.physical),
          `(SELECT * FROM ${rows.table} ORDER BY rowid)`,
        ),
        outputs: outputs.map(({ sources, treatment }) => ({ sources, treatment })),
      },
      notRun: rows.compiled.ways.map(({ step }) => step),
    };
  } finally {
    await rows.close();
  }
}
