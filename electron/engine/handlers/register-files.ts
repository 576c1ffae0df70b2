import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { exportRegister } from '#engine/use-cases/register-files/export-register.ts';
import { importRegister } from '#engine/use-cases/register-files/import-register.ts';
import { sampleRegister } from '#engine/use-cases/register-files/sample-register.ts';
import { saveReport } from '#engine/use-cases/register-files/save-report.ts';

export const registerFilesHandlers = (state: EngineSession) => ({
  export: os.registerFiles.export.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'register-export', subject: state.grants.fileName(input.grantId), signal }, (job) =>
      exportRegister(state, job, input),
    ),
  ),
  import: os.registerFiles.import.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'register-import', subject: state.grants.fileName(input.grantId), signal }, (job) =>
      importRegister(state, job, input),
    ),
  ),
  sample: os.registerFiles.sample.handler(() => sampleRegister(state)),
  saveReport: os.registerFiles.saveReport.handler(({ input }) => saveReport(state, input)),
});
