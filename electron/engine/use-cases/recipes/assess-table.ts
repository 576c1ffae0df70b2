import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { isOnConsent } from '../consent/is-on-consent.ts';
import { ledgerForTable } from '../consent/ledger-for-table.ts';
import { askRegister } from '../lawfulness/ask-register.ts';
import { quietJob } from '#engine/jobs/quiet-job.ts';
import { withPopulation } from '../releases/with-population.ts';
import { registeredReleases } from '../releases/known-releases.ts';
import { assessRecipe, type AssessInput, type Assessment } from './assess-recipe.ts';

/** Where the whole output of a recipe stands, held against earlier releases of the same source where some are known. */
export async function assessTable(
  state: EngineSession,
  table: TableInHand,
  recipe: Recipe,
  signal: AbortSignal | undefined,
  options: Pick<AssessInput, 'attacked'> = {},
): Promise<Assessment> {
  const { workspace } = state;
  const findings = await table.findings();
  const made = { findings, release: recipe.release, keys: null, signal };
  const earlier = workspace === null ? null : await registeredReleases(state, workspace, table, made);
  const purpose = state.findPurpose(recipe.purpose);
  const input: AssessInput = {
    source: table,
    recipe,
    findings,
    unconfirmed: await table.unconfirmed(),
    purpose,
    onConsent: isOnConsent(state, purpose),
    ledger: ledgerForTable(state, { ...table, findings }, { purpose, referenceDate: recipe.referenceDate }),
    overrides: state.policyOverrides(),
    declared: askRegister(state, table, recipe),
    names: [{ what: 'dataset', name: table.fileName, texts: [table.fileName] }],
    keys: workspace?.keys ?? null,
    workspace,
    earlier,
    workDirectory: table.directory,
    ...options,
    signal,
  };
  return withPopulation(state, recipe, undefined, quietJob(signal), (population) =>
    assessRecipe({ ...input, population }),
  );
}
