import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { exportHierarchy, importHierarchy } from '#engine/use-cases/hierarchies/hierarchy-files.ts';
import { proposeForColumn } from '#engine/use-cases/hierarchies/propose-for-column.ts';

export const hierarchiesHandlers = (state: EngineSession) => ({
  propose: os.hierarchies.propose.handler(({ input, signal }) => proposeForColumn(state, input, signal)),

  importFile: os.hierarchies.importFile.handler(({ input }) => importHierarchy(state, input)),

  exportFile: os.hierarchies.exportFile.handler(({ input }) => exportHierarchy(state, input)),
});
