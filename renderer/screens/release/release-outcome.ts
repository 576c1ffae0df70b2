import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { AskedOverrides } from '#shared/domain/asked-override.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { engine } from '#renderer/client/connection.ts';
import { readFailure } from '#renderer/client/failure.ts';
import { notifyDone, notifyFailure } from '#renderer/client/notify.ts';
import { releasesChanged } from '#renderer/client/rows-changed.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { createStore, useStore } from '#renderer/state/create-store.ts';
import { goTo, selectDataset, uiState } from '#renderer/state/ui-state.ts';
import { forgetOverrideReasons } from './override-reasons.ts';
import { releaseText as text } from '#shared/text/window/release.ts';

/** How a Run ended. It is kept while the person is elsewhere, and shown when they come back. */
export type ReleaseOutcome = { fileName: string; recipe: string } & (
  | { kind: 'running' }
  | { kind: 'written'; grantId: string; result: ReleaseResult }
  | { kind: 'refused'; error: unknown; entry: number | null }
  | { kind: 'failed'; error: unknown }
  | { kind: 'cancelled' }
);

const outcomes = createStore<{ of: Readonly<Record<string, ReleaseOutcome>> }>({ of: {} });

/** The end of the last Run of this dataset, as long as its recipe is the one that ran. */
export function useReleaseOutcome(datasetId: string, recipe: Recipe): ReleaseOutcome | null {
  const found = useStore(outcomes, ({ of }) => of[datasetId]) ?? null;
  return found !== null && (found.kind === 'running' || found.recipe === serialiseRecipe(recipe)) ? found : null;
}

const keep = (datasetId: string, outcome: ReleaseOutcome): void =>
  outcomes.set(({ of }) => ({ of: { ...of, [datasetId]: outcome } }));
/** Back to the checks. */
export const forgetOutcome = (datasetId: string): void =>
  outcomes.set(({ of }) => ({ of: Object.fromEntries(Object.entries(of).filter(([id]) => id !== datasetId)) }));

/** Number of the newest entry that says a release was refused; null where the register says nothing. */
const refusal = async (): Promise<number | null> =>
  (await engine.register.list({ kind: 'release.refused', limit: 1 }).catch(() => null))?.entries[0]?.seq ?? null;

async function refused(
  error: unknown,
): Promise<{ kind: 'refused'; error: unknown; entry: number | null } | { kind: 'failed'; error: unknown }> {
  const { code } = readFailure(error);
  return code === 'TARGET_MISSED' || code === 'GUARDRAIL_BLOCKS'
    ? { kind: 'refused', error, entry: await refusal() }
    : { kind: 'failed', error };
}

/** Somebody who is elsewhere is told in the status bar and stays where they are. */
function tellElsewhere(dataset: DatasetSummary, outcome: ReleaseOutcome): void {
  const { screen, datasetId } = uiState.get();
  if (screen === 'release' && (datasetId === null || datasetId === dataset.id)) return;
  const show = {
    label: text.done.show,
    run: () => {
      selectDataset(dataset.id);
      goTo('release');
    },
  };
  if (outcome.kind === 'written') notifyDone(text.done.title(outcome.fileName), show);
  else if (outcome.kind === 'refused' || outcome.kind === 'failed') notifyFailure(outcome.error);
}

/** Asks where, and runs the release as a job; how it ended is kept for the Release screen. */
export async function runRelease(
  dataset: DatasetSummary,
  recipe: Recipe,
  {
    format,
    keepOrder,
    asText,
    asSource,
    recipient,
    overridden,
  }: {
    format: string;
    keepOrder: boolean;
    asText: boolean;
    asSource: boolean;
    recipient: string;
    overridden: AskedOverrides;
  },
): Promise<void> {
  const grant = await window.custos.requestSave({
    kind: 'release',
    suggestedName: `${dataset.name}.${recipe.release}.${format}`,
  });
  if (!grant) return;
  const of = { fileName: grant.fileName, recipe: serialiseRecipe(recipe) };
  keep(dataset.id, { ...of, kind: 'running' });
  let outcome: ReleaseOutcome;
  try {
    const result = await runJob(text.running(grant.fileName), () =>
      engine.releases.run({
        datasetId: dataset.id,
        recipe,
        grantId: grant.grantId,
        keepOrder,
        asText,
        asSource,
        overridden,
        ...(recipient.trim() === '' ? {} : { recipient: recipient.trim() }),
      }),
    );
    if (result !== null) forgetOverrideReasons(dataset.id);
    outcome =
      result === null ? { ...of, kind: 'cancelled' } : { ...of, kind: 'written', grantId: grant.grantId, result };
  } catch (error) {
    outcome = { ...of, ...(await refused(error)) };
  }
  await releasesChanged();
  keep(dataset.id, outcome);
  tellElsewhere(dataset, outcome);
}
