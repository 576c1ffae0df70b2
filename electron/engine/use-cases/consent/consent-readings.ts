import type { ConsentBatch } from '#shared/domain/consent.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/** What was read into the ledger, the newest first, each with the name of its dataset; of one that is gone its id. */
export function consentReadings(state: EngineSession): (ConsentBatch & { dataset: string })[] {
  const { consent, datasets } = state.requireWorkspace().catalog;
  const names = new Map(datasets.list().map(({ id, name }) => [id, name]));
  return consent
    .batches()
    .toReversed()
    .map((batch) => ({ ...batch, dataset: names.get(batch.datasetId) ?? batch.datasetId }));
}
