import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { listPurposes } from '#engine/use-cases/purposes/list-purposes.ts';
import { savePurpose } from '#engine/use-cases/purposes/save-purpose.ts';

export const purposesHandlers = (state: EngineSession) => ({
  list: os.purposes.list.handler(() => listPurposes(state)),
  save: os.purposes.save.handler(({ input }) => savePurpose(state.requireWorkspace(), input)),
});
