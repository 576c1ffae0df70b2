import type { FileGrant } from '#shared/contract/bridge.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { checkEdition } from '#renderer/client/editions.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { goTo, markArriving, selectDataset, uiState } from '#renderer/state/ui-state.ts';
import { intakeText } from '#shared/text/window/intake.ts';
import { ensureWorkspace, guarded, offerWorkspace } from './workspace-actions.ts';
import { leaveIntake, pendingIntake } from './pending-intake.ts';

const withoutEnding = (fileName: string): string => fileName.replace(/\.[^.]+$/, '') || fileName;

/**
 * Shows how a granted file would be read, in a workspace (a temporary one when none is open). A granted workspace is
 * opened instead.
 */
export async function takeFile(grant: FileGrant): Promise<void> {
  if (grant.use === 'workspace-open') {
    await offerWorkspace({ name: grant.fileName, grantId: grant.grantId });
    return;
  }
  await ensureWorkspace(withoutEnding(grant.fileName));
  pendingIntake.set({ file: grant, importing: false });
  goTo('datasets');
}

/** The dialog, then the confirmation. */
export const openDataset = (): Promise<void> =>
  guarded(async () => {
    const grant = await window.custos.requestOpen({ kind: 'dataset' });
    if (grant) await takeFile(grant);
  });

/** A file dropped on the window. */
export const takeDropped = (file: File): Promise<void> =>
  guarded(async () => takeFile(await window.custos.grantDropped(file)));

/** The bundled sample, imported without questions. */
export const trySample = (): Promise<void> =>
  guarded(async () => {
    const { grantId, fileName } = await engine.datasets.sampleGrant({});
    await ensureWorkspace(withoutEnding(fileName));
    await importFile({ grantId, fileName });
  });

/** Whoever looks at a dataset goes on looking at it while another one arrives. */
function keepInHand(): void {
  const { datasetId } = uiState.get();
  const newest = queryClient.getQueryData<DatasetSummary[]>(keys.datasets)?.at(-1);
  if (datasetId === null && newest) selectDataset(newest.id);
}

/** Its rows are in: they are shown, to whoever is still here, while the job goes on to find out what they are. */
function showArriving(dataset: DatasetSummary, grantId: string, before: string | null): void {
  queryClient.setQueryData<DatasetSummary[]>(keys.datasets, (known = []) => [
    ...known.filter(({ id }) => id !== dataset.id),
    dataset,
  ]);
  markArriving(dataset.id);
  const { screen, datasetId } = uiState.get();
  const other = pendingIntake.get().file;
  if (screen === 'datasets' && datasetId === before && (other === null || other.grantId === grantId))
    selectDataset(dataset.id);
  leaveIntake(grantId);
}

/** Says that it is there; to whoever went elsewhere, with a way to it and without taking the screen away. */
function tellImported(dataset: DatasetSummary): void {
  const { screen, datasetId } = uiState.get();
  const known = queryClient.getQueryData<DatasetSummary[]>(keys.datasets) ?? [];
  const twins = known.filter(({ id, sha256 }) => id !== dataset.id && sha256 === dataset.sha256);
  const message = [
    intakeText.imported(dataset.name, dataset.rows),
    dataset.rejectedRows > 0 ? intakeText.rejected(dataset.rejectedRows) : '',
    twins.length > 0 ? intakeText.thereAlready(twins.map(({ name }) => name)) : '',
  ]
    .filter(Boolean)
    .join(' ');
  const away = screen !== 'datasets' || datasetId !== dataset.id;
  notifyDone(
    message,
    away
      ? {
          label: intakeText.show,
          run: () => {
            selectDataset(dataset.id);
            goTo('datasets');
          },
        }
      : undefined,
  );
}

/**
 * Imports as a job and makes the new dataset the one every step is about, unless the person went elsewhere; null when
 * cancelled.
 */
export async function importFile(request: {
  grantId: string;
  fileName: string;
  options?: Partial<IntakeOptions>;
  informedHow?: string;
}): Promise<DatasetSummary | null> {
  const { fileName, ...input } = request;
  goTo('datasets');
  keepInHand();
  const before = uiState.get().datasetId;
  const first = before === null;
  pendingIntake.set(({ file }) => ({ importing: file?.grantId === request.grantId }));
  let dataset: DatasetSummary | null;
  try {
    dataset = await runJob(
      intakeText.importing(fileName),
      () => engine.datasets.import(input),
      (early) => showArriving(early, request.grantId, before),
    );
  } finally {
    pendingIntake.set(({ file, importing }) => ({ importing: importing && file?.grantId !== request.grantId }));
    await refresh(keys.datasets, keys.records, keys.register, keys.verification);
    markArriving(null);
  }
  if (!dataset) {
    if (
      uiState.get().datasetId !== before &&
      !queryClient.getQueryData<DatasetSummary[]>(keys.datasets)?.some(({ id }) => id === uiState.get().datasetId)
    )
      selectDataset(before);
    notifyDone(intakeText.cancelled);
    return null;
  }
  leaveIntake(request.grantId);
  // The only dataset of a workspace is the one every step is about, wherever the person is.
  if (first && uiState.get().datasetId === null) selectDataset(dataset.id);
  tellImported(dataset);
  void guarded(() => checkEdition(dataset));
  return dataset;
}
