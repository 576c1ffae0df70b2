import type { FileGrant } from '#shared/contract/bridge.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { goTo, markArriving, selectDataset } from '#renderer/state/ui-state.ts';
import { intakeText } from '#shared/text/window/intake.ts';
import { ensureWorkspace, guarded, offerWorkspace } from '#renderer/workspace/workspace-actions.ts';
import { pendingIntake } from './pending-intake.ts';

const withoutEnding = (fileName: string): string => fileName.replace(/\.[^.]+$/, '') || fileName;

/** Shows how a granted file would be read, in a workspace (a temporary one when none is open). A granted workspace is opened instead. */
export async function takeFile(grant: FileGrant): Promise<void> {
  if (grant.use === 'workspace-open') {
    await offerWorkspace({ name: grant.fileName, grantId: grant.grantId });
    return;
  }
  await ensureWorkspace(withoutEnding(grant.fileName));
  pendingIntake.set({ file: grant });
  goTo('datasets');
}

/** The dialog, then the confirmation. */
export const openDataset = (): Promise<void> => guarded(async () => {
  const grant = await window.custos.requestOpen({ kind: 'dataset' });
  if (grant) await takeFile(grant);
});

/** A file dropped on the window. */
export const takeDropped = (file: File): Promise<void> => guarded(async () => takeFile(await window.custos.grantDropped(file)));

/** The bundled sample, imported without questions. */
export const trySample = (): Promise<void> => guarded(async () => {
  const { grantId, fileName } = await engine.datasets.sampleGrant({});
  await ensureWorkspace(withoutEnding(fileName));
  await importFile({ grantId, fileName });
});

/** Its rows are in: they are shown while the job goes on to find out what they are. */
function showArriving(dataset: DatasetSummary): void {
  queryClient.setQueryData<DatasetSummary[]>(keys.datasets, (known = []) => [...known.filter(({ id }) => id !== dataset.id), dataset]);
  markArriving(dataset.id);
  selectDataset(dataset.id);
  pendingIntake.set({ file: null });
}

/** Imports as a job and makes the new dataset the one every step is about; null when cancelled. */
export async function importFile(request: { grantId: string; fileName: string; options?: Partial<IntakeOptions>; informedHow?: string }): Promise<DatasetSummary | null> {
  const { fileName, ...input } = request;
  goTo('datasets');
  let dataset: DatasetSummary | null;
  try {
    dataset = await runJob(intakeText.importing(fileName), () => engine.datasets.import(input), showArriving);
  } finally {
    await refresh(keys.datasets, keys.register, keys.verification);
    markArriving(null);
  }
  if (!dataset) {
    notifyDone(intakeText.cancelled);
    return null;
  }
  selectDataset(dataset.id);
  pendingIntake.set({ file: null });
  notifyDone([intakeText.imported(dataset.name, dataset.rows), dataset.rejectedRows > 0 ? intakeText.rejected(dataset.rejectedRows) : ''].filter(Boolean).join(' '));
  return dataset;
}
