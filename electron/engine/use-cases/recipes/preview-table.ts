import type { Recipe } from '#shared/domain/recipe-file.ts';
import { maskPreview, type MaskedPreview } from '#engine/run-recipe/mask-preview.ts';
import { previewRecipe } from '#engine/run-recipe/preview-recipe.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';

/** The same first rows before and after a recipe, masked where `hidden` names a column. */
export async function previewTable(
  state: EngineSession,
  table: TableInHand,
  { recipe, limit, hidden }: { recipe: Recipe; limit: number; hidden: () => ReadonlySet<string> },
  signal: AbortSignal | undefined,
): Promise<MaskedPreview & { notRun: number[] }> {
  const preview = await previewRecipe({
    source: table,
    recipe,
    findings: await table.findings(),
    keys: state.workspace?.keys ?? null,
    overrides: state.policyOverrides(),
    limit,
    signal,
  });
  return { ...maskPreview(preview, hidden()), notRun: preview.notRun };
}
