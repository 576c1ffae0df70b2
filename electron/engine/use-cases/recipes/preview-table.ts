import type { Recipe } from '#shared/domain/recipe-file.ts';
import { maskPreview, type MaskedPreview } from '#engine/run-recipe/mask-preview.ts';
import { previewKeys } from '#engine/run-recipe/preview-keys.ts';
import { previewRecipe } from '#engine/run-recipe/preview-recipe.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { isOnConsent } from '../consent/is-on-consent.ts';
import { ledgerForTable } from '../consent/ledger-for-table.ts';
import { overWholeTable } from './preview-whole-table.ts';

/** The same first rows before and after a recipe, masked where `hidden` names a column. */
export async function previewTable(
  state: EngineSession,
  table: TableInHand,
  { recipe, limit, hidden }: { recipe: Recipe; limit: number; hidden: () => ReadonlySet<string> },
  signal: AbortSignal | undefined,
): Promise<MaskedPreview & { notRun: number[] }> {
  const findings = await table.findings();
  const keys = state.workspace?.keys ?? null;
  const overrides = state.policyOverrides();
  const first = await previewRecipe({ source: table, recipe, findings, keys, overrides, limit, signal });
  const purpose = state.findPurpose(recipe.purpose);
  const { referenceDate } = recipe;
  const preview = await overWholeTable(first, {
    source: table,
    recipe,
    purpose,
    onConsent: isOnConsent(state, purpose),
    ledger: ledgerForTable(state, { ...table, findings }, { purpose, referenceDate }),
    findings,
    keys: keys ?? previewKeys(),
    referenceDate,
    overrides,
    spreadsheet: false,
    emptyIsNull: false,
    signal,
  });
  return { ...maskPreview(preview, hidden()), notRun: preview.notRun };
}
