import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/** What a person says of where a dataset comes from and how the people in it were informed; recorded. */
export async function setProvenance(
  state: EngineSession,
  { datasetId, channel, informedHow }: { datasetId: string } & Pick<DatasetSummary, 'channel' | 'informedHow'>,
): Promise<DatasetSummary> {
  const workspace = state.requireWorkspace();
  const changed = { ...(await state.arrivedRecord(datasetId)).summary, channel, informedHow };
  workspace.transaction(() => {
    workspace.catalog.datasets.save(changed);
    workspace.register.append({
      kind: 'dataset.provenance-set',
      subjectRef: changed.id,
      payload: {
        datasetId: changed.id,
        channel,
        informedHow,
        recordSha256: workspace.catalog.held.hashOf('dataset', changed.id),
      },
    });
  });
  state.refreshRecord(changed.id);
  return changed;
}
