import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { printTablesCertificate } from '#engine/use-cases/related/print-tables-certificate.ts';
import { proposeRelated } from '#engine/use-cases/related/propose-related.ts';
import { releaseDatasetsTogether } from '#engine/use-cases/related/release-tables.ts';

/** Several datasets about the same people, released together. */
export const relatedHandlers = (state: EngineSession) => ({
  propose: os.related.propose.handler(({ input }) => proposeRelated(state, input.datasetId)),

  run: os.related.run.handler(({ input, signal }) =>
    state.jobs.run(
      { kind: 'anonymise', subject: state.grants.fileName(input.folderGrantId), signal, records: state.jobRecords() },
      (job) => releaseDatasetsTogether(state, job, input),
    ),
  ),

  printCertificate: os.related.printCertificate.handler(({ input }) => printTablesCertificate(state, input)),
});
