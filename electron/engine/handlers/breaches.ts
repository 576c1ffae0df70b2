import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { affectedByBreach } from '#engine/use-cases/breaches/affected-by-breach.ts';
import { changeBreach } from '#engine/use-cases/breaches/change-breach.ts';
import { deleteBreach } from '#engine/use-cases/breaches/delete-breach.ts';
import { exportBreach } from '#engine/use-cases/breaches/export-breach.ts';
import { reportBreach } from '#engine/use-cases/breaches/report-breach.ts';
import { listBreaches, showBreach } from '#engine/use-cases/breaches/show-breaches.ts';

/** The register of personal data breaches. */
export const breachesHandlers = (state: EngineSession) => ({
  list: os.breaches.list.handler(() => listBreaches(state)),
  get: os.breaches.get.handler(({ input }) => showBreach(state, input)),
  report: os.breaches.report.handler(({ input }) => reportBreach(state, input)),
  affected: os.breaches.affected.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'breach-affected', subject: '', signal }, (job) => affectedByBreach(state, job, input)),
  ),
  change: os.breaches.change.handler(({ input }) => changeBreach(state, input)),
  delete: os.breaches.delete.handler(({ input }) => deleteBreach(state, input)),
  export: os.breaches.export.handler(({ input }) => exportBreach(state, input)),
});
