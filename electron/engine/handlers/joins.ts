import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { joinDatasets } from '#engine/use-cases/join/join-datasets.ts';
import { previewJoin } from '#engine/use-cases/join/preview-join.ts';
import { suggestJoinKeys } from '#engine/use-cases/join/suggest-keys.ts';

/** Two datasets joined on a keyed hash. */
export const joinsHandlers = (state: EngineSession) => ({
  keys: os.joins.keys.handler(({ input }) => suggestJoinKeys(state, input)),

  preview: os.joins.preview.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'join-preview', subject: '', signal }, (job) => previewJoin(state, job, input)),
  ),

  run: os.joins.run.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'join', subject: input.name, signal, records: state.jobRecords() }, (job) =>
      joinDatasets(state, job, input),
    ),
  ),
});
