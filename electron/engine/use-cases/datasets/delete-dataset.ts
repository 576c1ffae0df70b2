import { datasetsText } from '#shared/text/engine/datasets.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import {
  sealedCodebook,
  sealedDates,
  sealedProfiles,
  sealedRejects,
  sealedRows,
} from '#engine/workspace/sealed-names.ts';
import { requiredReason } from '../required-reason.ts';

/** Removes a dataset with all that is kept of it; its name and the reason stay in the register. */
export async function deleteDataset(
  state: EngineSession,
  { datasetId, reason: given }: { datasetId: string; reason: string },
): Promise<void> {
  const workspace = state.requireWorkspace();
  const { id, name } = (await state.arrivedRecord(datasetId)).summary;
  const reason = requiredReason(given, datasetsText.reasonToDelete(name));
  state.recipeSittings.end(workspace, id);
  await state.forgetDataset(id);
  workspace.transaction(() => {
    workspace.catalog.datasets.delete(id);
    workspace.catalog.retention.forget(id);
    workspace.register.append({
      kind: 'dataset.deleted',
      subjectRef: id,
      payload: { datasetId: id, name, reason },
    });
  });
  for (const sealed of [sealedRows, sealedProfiles, sealedRejects, sealedCodebook, sealedDates])
    workspace.removeSealed(sealed(id));
  workspace.catalog.recipes.delete(id);
}
