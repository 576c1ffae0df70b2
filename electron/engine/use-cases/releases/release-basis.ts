import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { ReleaseInput } from '#engine/release/release-input.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { isOnConsent } from '../consent/is-on-consent.ts';
import { ledgerForTable } from '../consent/ledger-for-table.ts';
import { askRegister } from '../lawfulness/ask-register.ts';
import { requireHeld } from '../require-held.ts';

/** What a release of a table is judged by, besides its recipe and its rows. */
export type ReleaseBasis = Pick<
  ReleaseInput,
  | 'source'
  | 'recipe'
  | 'findings'
  | 'unconfirmed'
  | 'purpose'
  | 'onConsent'
  | 'ledger'
  | 'overrides'
  | 'declared'
  | 'names'
  | 'workspace'
>;

/**
 * What a release of a table rests on: its columns by people's decisions, the purpose that the recipe names, what the
 * workspace sets and what its register declares. A release and whoever judges one beforehand take it from here.
 * @param workingRecipe it goes by the dataset's working recipe
 * @param today YYYY-MM-DD that counts in place of the recipe's day
 * @throws Failure WORKSPACE_DAMAGED, REGISTER_CONTRADICTS where the workspace does not hold what its register says
 */
export async function releaseBasis(
  state: EngineSession,
  table: TableInHand,
  { recipe, workingRecipe, today }: { recipe: Recipe; workingRecipe: boolean; today?: string | undefined },
): Promise<ReleaseBasis> {
  const { workspace } = state;
  if (workspace)
    requireHeld(workspace, {
      datasetId: table.datasetId,
      sourceSha256: table.sha256,
      purpose: recipe.purpose,
      workingRecipe,
    });
  const summary = workspace?.summary();
  const findings = await table.findings();
  const purpose = state.findPurpose(recipe.purpose);
  const referenceDate = today ?? recipe.referenceDate;
  return {
    source: table,
    recipe,
    findings,
    unconfirmed: await table.unconfirmed(),
    purpose,
    onConsent: isOnConsent(state, purpose),
    ledger: ledgerForTable(state, { ...table, findings }, { purpose, referenceDate }),
    overrides: state.policyOverrides(),
    declared: askRegister(state, table, recipe),
    names: [{ what: 'dataset', name: table.fileName, texts: [table.fileName] }],
    workspace: summary === undefined ? null : { id: summary.id, organisation: summary.organisation },
  };
}
