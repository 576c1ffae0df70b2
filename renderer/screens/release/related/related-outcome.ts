import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { AskedRelated } from '#shared/contract/related.ts';
import type { AnonymisedTables } from '#shared/domain/anonymised-tables.ts';
import { relatedWindowText as text } from '#shared/text/window/related.ts';
import { engine } from '#renderer/client/connection.ts';
import { readFailure } from '#renderer/client/failure.ts';
import { notifyDone, notifyFailure } from '#renderer/client/notify.ts';
import { releasesChanged } from '#renderer/client/rows-changed.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { createStore, useStore } from '#renderer/state/create-store.ts';
import { goTo, selectDataset, uiState } from '#renderer/state/ui-state.ts';
import { showReleaseTab } from '../audience/audience-draft.ts';

/** How a Run of related tables ended; kept while the person is elsewhere. */
export type RelatedOutcome =
  | { kind: 'running' }
  | { kind: 'written'; grantId: string; folder: string; result: AnonymisedTables }
  /** `entry`: of the refusal; null where the register says nothing. */
  | { kind: 'failed'; error: unknown; entry: number | null }
  | { kind: 'cancelled' };

const outcomes = createStore<{ of: Readonly<Record<string, RelatedOutcome>> }>({ of: {} });

export const useRelatedOutcome = (datasetId: string): RelatedOutcome | null =>
  useStore(outcomes, ({ of }) => of[datasetId] ?? null);
const keep = (datasetId: string, outcome: RelatedOutcome): void =>
  outcomes.set(({ of }) => ({ of: { ...of, [datasetId]: outcome } }));
/** Back to what was chosen. */
export const forgetRelated = (datasetId: string): void =>
  outcomes.set(({ of }) => ({ of: Object.fromEntries(Object.entries(of).filter(([id]) => id !== datasetId)) }));

/** Number of the entry of a refusal, where the failure is one. */
async function refusal(error: unknown): Promise<number | null> {
  const { code } = readFailure(error);
  if (code !== 'TARGET_MISSED' && code !== 'GUARDRAIL_BLOCKS' && code !== 'REGISTER_CONTRADICTS') return null;
  const told = await engine.register.list({ kind: 'tables.refused', limit: 1 }).catch(() => null);
  return told?.entries[0]?.seq ?? null;
}

/** Somebody who is elsewhere is told in the status bar and stays where they are. */
function tellElsewhere(dataset: DatasetSummary, outcome: RelatedOutcome): void {
  const { screen, datasetId } = uiState.get();
  if (screen === 'release' && (datasetId === null || datasetId === dataset.id)) return;
  const run = (): void => {
    selectDataset(dataset.id);
    showReleaseTab('related');
    goTo('release');
  };
  if (outcome.kind === 'written')
    notifyDone(text.done.title(outcome.result.tables.length), { label: text.done.show, run });
  else if (outcome.kind === 'failed') notifyFailure(outcome.error);
}

/** Asks for a folder, and writes the tables as a job. */
export async function runRelated(dataset: DatasetSummary, wish: Omit<AskedRelated, 'folderGrantId'>): Promise<void> {
  const grant = await window.custos.requestSave({ kind: 'tables', suggestedName: text.suggested(dataset.name) });
  if (!grant) return;
  const { fileName: folder, grantId } = grant;
  keep(dataset.id, { kind: 'running' });
  let outcome: RelatedOutcome;
  try {
    const result = await runJob(text.running(folder), () => engine.related.run({ ...wish, folderGrantId: grantId }));
    outcome = result === null ? { kind: 'cancelled' } : { kind: 'written', grantId, folder, result };
  } catch (error) {
    outcome = { kind: 'failed', error, entry: await refusal(error) };
  }
  await releasesChanged();
  keep(dataset.id, outcome);
  tellElsewhere(dataset, outcome);
}
