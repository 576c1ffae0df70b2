import type { NamedDataset } from '#shared/register/compare/declared.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { earlierEditions } from '../datasets/since-last-import.ts';

/** A dataset by everything that the register may call it, the editions before it among them. */
export function namedDataset(state: EngineSession, datasetId: string): NamedDataset {
  const record = state.datasetRecord(datasetId);
  const { id, name, fileName } = record.summary;
  const earlier = earlierEditions(record, state.earlierRecords(record.summary)).map(({ summary }) => summary.id);
  return { id, name, fileName, earlier };
}
