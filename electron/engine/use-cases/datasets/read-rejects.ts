import { readFile } from 'node:fs/promises';
import { rejectedRow, type RejectedRow } from '#shared/domain/intake.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { sealedRejects } from '#engine/workspace/sealed-names.ts';

/** A page of the rows that were set aside when the dataset was imported. */
export async function readRejects(
  state: EngineSession,
  { datasetId, offset, limit }: { datasetId: string; offset: number; limit: number },
): Promise<{ total: number; rows: RejectedRow[] }> {
  const workspace = state.requireWorkspace();
  const { summary } = await state.arrivedRecord(datasetId);
  const path = await workspace.unseal(sealedRejects(summary.id));
  const lines = (await readFile(path, 'utf8')).split('\n').filter(Boolean);
  const rows = lines.slice(offset, offset + limit).map((line) => rejectedRow.parse(JSON.parse(line)));
  return { total: lines.length, rows };
}
