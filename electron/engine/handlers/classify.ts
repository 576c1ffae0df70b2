import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { classifiedDataset } from '#engine/use-cases/classify/classified-dataset.ts';
import { classifyDataset } from '#engine/use-cases/classify/classify-dataset.ts';
import { decideColumns } from '#engine/use-cases/classify/decide-columns.ts';
import { exportInventory } from '#engine/use-cases/datasets/export-inventory.ts';
import { importCodebook } from '#engine/use-cases/datasets/import-codebook.ts';

export const classifyHandlers = (state: EngineSession) => ({
  get: os.classify.get.handler(async ({ input }) => classifiedDataset(state, await state.dataset(input.datasetId))),

  run: os.classify.run.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'classify', subject: input.datasetId, signal, records: state.jobRecords() }, (job) =>
      classifyDataset(state, job, input),
    ),
  ),

  exportInventory: os.classify.exportInventory.handler(async ({ input }) =>
    exportInventory(state, await state.dataset(input.datasetId), state.grants.path(input.grantId, 'write')),
  ),

  importCodebook: os.classify.importCodebook.handler(async ({ input }) =>
    importCodebook(state, await state.dataset(input.datasetId), state.grants.readPath(input.grantId, 'codebook')),
  ),

  decide: os.classify.decide.handler(({ input }) => decideColumns(state, input)),
});
