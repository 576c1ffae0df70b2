import { basename, join } from 'node:path';
import { sniffSource } from '#engine/intake/sniff-source.ts';
import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { columnProfile } from '#engine/use-cases/datasets/column-profile.ts';
import { exportDictionary } from '#engine/use-cases/datasets/data-dictionary.ts';
import { datasetShapes, datasetValueCounts } from '#engine/use-cases/datasets/dataset-shapes.ts';
import { deleteDataset } from '#engine/use-cases/datasets/delete-dataset.ts';
import { importDataset } from '#engine/use-cases/datasets/import-dataset.ts';
import { peekFile } from '#engine/use-cases/datasets/peek-file.ts';
import { readRejects } from '#engine/use-cases/datasets/read-rejects.ts';
import { readRows } from '#engine/use-cases/datasets/read-rows.ts';
import { revealCell, revealColumn } from '#engine/use-cases/datasets/reveal-values.ts';
import { setProvenance } from '#engine/use-cases/datasets/set-provenance.ts';

export const datasetsHandlers = (state: EngineSession) => ({
  sniff: os.datasets.sniff.handler(async ({ input, signal }) =>
    sniffSource(state.grants.path(input.grantId, 'read'), {
      directory: await state.privateDirectory(),
      options: input.options,
      signal,
    }),
  ),

  peek: os.datasets.peek.handler(({ input, signal }) => peekFile(state, input, signal)),

  sampleGrant: os.datasets.sampleGrant.handler(() => {
    const sample = join(state.environment.resourcesDirectory, 'sample', 'customers.csv');
    const { grantId, path } = state.grants.add(sample, 'read');
    return { grantId, fileName: basename(path) };
  }),

  import: os.datasets.import.handler(({ input, signal }) =>
    state.jobs.run(
      { kind: 'import', subject: state.grants.fileName(input.grantId), signal, records: state.jobRecords() },
      (job) => importDataset(state, job, input),
    ),
  ),

  list: os.datasets.list.handler(() => state.requireWorkspace().catalog.datasets.list()),

  get: os.datasets.get.handler(async ({ input }) => (await state.arrivedRecord(input.datasetId)).summary),

  delete: os.datasets.delete.handler(async ({ input }) => {
    await deleteDataset(state, input);
    return {};
  }),

  setProvenance: os.datasets.setProvenance.handler(({ input }) => setProvenance(state, input)),

  readWindow: os.datasets.readWindow.handler(({ input }) => readRows(state, input)),

  revealCell: os.datasets.revealCell.handler(({ input }) => revealCell(state, input)),

  revealColumn: os.datasets.revealColumn.handler(({ input }) => revealColumn(state, input)),

  profile: os.datasets.profile.handler(({ input }) => columnProfile(state, input)),

  shapes: os.datasets.shapes.handler(({ input, signal }) => datasetShapes(state, input, signal)),

  valueCounts: os.datasets.valueCounts.handler(({ input, signal }) => datasetValueCounts(state, input, signal)),

  rejects: os.datasets.rejects.handler(({ input }) => readRejects(state, input)),

  exportDictionary: os.datasets.exportDictionary.handler(async ({ input }) =>
    exportDictionary(state, await state.dataset(input.datasetId), state.grants.path(input.grantId, 'write')),
  ),
});
