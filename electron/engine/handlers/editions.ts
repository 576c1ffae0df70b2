import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { checkEdition } from '#engine/use-cases/editions/check-edition.ts';
import { keptEdition } from '#engine/use-cases/editions/kept-edition.ts';
import { earlierEditions } from '#engine/use-cases/datasets/since-last-import.ts';

/** Later editions of a dataset. */
export const editionsHandlers = (state: EngineSession) => ({
  check: os.editions.check.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'edition', subject: state.datasetRecord(input.datasetId).summary.name, signal }, (job) =>
      checkEdition(state, job, input),
    ),
  ),

  get: os.editions.get.handler(async ({ input }) => {
    const record = await state.arrivedRecord(input.datasetId);
    const [earlier] = earlierEditions(record, state.earlierRecords(record.summary));
    return {
      earlier: earlier === undefined ? null : { datasetId: earlier.summary.id, name: earlier.summary.name },
      check: keptEdition(state, input.datasetId),
    };
  }),
});
