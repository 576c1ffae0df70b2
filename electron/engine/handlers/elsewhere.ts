import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { certifyTold } from '#engine/use-cases/elsewhere/certify-told.ts';
import { printToldCertificate, showToldCertificate, toldRuns } from '#engine/use-cases/elsewhere/told-certificates.ts';

/** Runs on other engines that told no more than their figures. */
export const elsewhereHandlers = (state: EngineSession) => ({
  certify: os.elsewhere.certify.handler(({ input }) => certifyTold(state, input)),

  list: os.elsewhere.list.handler(() => toldRuns(state.requireWorkspace())),

  certificate: os.elsewhere.certificate.handler(({ input }) =>
    showToldCertificate(state.requireWorkspace(), input.releaseId),
  ),

  printCertificate: os.elsewhere.printCertificate.handler(({ input }) => printToldCertificate(state, input)),
});
