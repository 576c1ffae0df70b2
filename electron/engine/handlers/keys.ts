import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { listKeys } from '#engine/use-cases/keys/list-keys.ts';
import { rotateKey } from '#engine/use-cases/keys/rotate-key.ts';

export const keysHandlers = (state: EngineSession) => ({
  list: os.keys.list.handler(() => listKeys(state)),
  rotate: os.keys.rotate.handler(({ input }) => rotateKey(state, input)),
});
