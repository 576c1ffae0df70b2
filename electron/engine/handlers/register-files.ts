import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { exportRegister } from '#engine/use-cases/register-files/export-register.ts';
import { importRegister } from '#engine/use-cases/register-files/import-register.ts';

export const registerFilesHandlers = (state: EngineSession) => ({
  export: os.registerFiles.export.handler(({ input }) => exportRegister(state, input)),
  import: os.registerFiles.import.handler(({ input, signal }) => importRegister(state, input, signal)),
});
