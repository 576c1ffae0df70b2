import type { ClassifiedDataset } from '#shared/contract/classify.ts';
import type { DatasetSession } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { effectiveInventory } from '../datasets/export-inventory.ts';
import { sinceLastImport } from '../datasets/since-last-import.ts';

/**
 * The classification as people see it: suggestions, decisions, what follows, masked examples, what changed since the
 * last import.
 */
export async function classifiedDataset(state: EngineSession, session: DatasetSession): Promise<ClassifiedDataset> {
  const { columns: _suggestions, ...rest } = session.record.classification;
  const columns = session
    .classified()
    .map((column) => ({ ...column, examples: session.examples(column.suggestion.name) }));
  // The channel that a person has stated outranks the one recognised in the columns.
  return {
    ...rest,
    channel: session.record.summary.channel,
    inventory: await effectiveInventory(state, session),
    datasetId: session.record.summary.id,
    columns,
    open: columns.filter(({ decision }) => decision === null).length,
    since: sinceLastImport(session.record, state.earlierRecords(session.record.summary)),
  };
}
