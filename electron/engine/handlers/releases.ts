import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { deleteRelease } from '#engine/use-cases/releases/delete-release.ts';
import { handedOutReleases } from '#engine/use-cases/releases/handed-out.ts';
import { printReleaseCertificate } from '#engine/use-cases/releases/print-release-certificate.ts';
import { releaseCertificate } from '#engine/use-cases/releases/release-certificate.ts';
import { releaseDataset } from '#engine/use-cases/releases/release-dataset.ts';
import { showRelease } from '#engine/use-cases/releases/show-release.ts';

export const releasesHandlers = (state: EngineSession) => ({
  run: os.releases.run.handler(({ input, signal }) =>
    state.jobs.run(
      { kind: 'release', subject: state.grants.fileName(input.grantId), signal, records: state.jobRecords() },
      (job) => releaseDataset(state, job, input),
    ),
  ),

  list: os.releases.list.handler(() => state.requireWorkspace().catalog.releases.list()),

  handedOut: os.releases.handedOut.handler(() => handedOutReleases(state.requireWorkspace())),

  certificate: os.releases.certificate.handler(({ input }) =>
    releaseCertificate(state.requireWorkspace(), input.releaseId),
  ),

  printCertificate: os.releases.printCertificate.handler(({ input }) => printReleaseCertificate(state, input)),

  place: os.releases.place.handler(({ input }) => ({ path: state.grants.path(input.grantId, 'write') })),

  showInFolder: os.releases.showInFolder.handler(async ({ input }) => {
    await showRelease(state.environment.desktop, state.grants.path(input.grantId, 'write'));
    return {};
  }),

  delete: os.releases.delete.handler(async ({ input }) => {
    await deleteRelease(state.requireWorkspace(), input);
    return {};
  }),
});
