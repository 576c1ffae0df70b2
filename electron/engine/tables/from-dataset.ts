import { formOfSource } from '#shared/domain/text-form.ts';
import { interruptOnAbort } from '#engine/analysis/interrupt-on-abort.ts';
import type { DatasetSession } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { onListOf } from '#engine/suppression/suppression-list.ts';
import { keptCodebook } from './kept-codebook.ts';
import type { TableInHand } from './table-in-hand.ts';

/** A dataset in hand; `session` tells what the window may see of it. */
export type DatasetInHand = TableInHand & { readonly datasetId: string; readonly session: DatasetSession };

/**
 * A dataset of the open workspace for the length of `work`, on a connection of its own, which waits behind no grid.
 * `interrupt` stops whatever runs on that connection, clean-up included: it is for questions. Work that must put away
 * what it made looks at its signal itself.
 */
export async function withDataset<T>(
  state: EngineSession,
  datasetId: string,
  work: (table: DatasetInHand) => Promise<T>,
  { interrupt }: { interrupt?: AbortSignal | undefined } = {},
): Promise<T> {
  const session = await state.dataset(datasetId);
  const workspace = state.requireWorkspace();
  const { summary } = session.record;
  const duck = await session.duck.connect();
  const done = interruptOnAbort(duck, interrupt);
  try {
    return await work({
      session,
      duck,
      relation: session.relation,
      columns: summary.columns,
      rows: summary.rows,
      sha256: summary.sha256,
      fileName: summary.fileName,
      rejects: { total: summary.rejectedRows },
      rewrites: summary.rewrites,
      directory: workspace.workDirectory,
      layout: summary.options.layout,
      form: formOfSource(summary.options),
      policy: workspace.summary().policy,
      datasetId,
      onList: (at) => onListOf(workspace, at),
      codebook: () => keptCodebook(workspace, datasetId),
      findings: async () => session.effectiveFindings(),
      unconfirmed: async () => session.unconfirmed(),
      profiles: async () => session.profiles,
      // Its count was held when it was imported; rewriting it writes as many rows as it says.
      holdCount: () => undefined,
    });
  } finally {
    done();
    duck.close();
  }
}
