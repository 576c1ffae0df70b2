import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { markRevealed } from '#renderer/state/ui-state.ts';

/** Shows a column in clear, or masks it again; the engine enters it into the access log. */
export async function revealColumn(datasetId: string, column: string, show: boolean): Promise<void> {
  await engine.datasets.revealColumn({ datasetId, column, revealed: show });
  markRevealed(datasetId, column, show);
  void refresh(keys.profile(datasetId, column), keys.preview(datasetId), keys.register);
}
