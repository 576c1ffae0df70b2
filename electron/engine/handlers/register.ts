import { os } from '#engine/dispatch/builder.ts';
import { getEntry, listEntries, verifyRegister } from '#engine/register/read-register.ts';
import type { EngineState } from '#engine/state/engine-state.ts';

export const registerHandlers = (state: EngineState) => ({
  list: os.register.list.handler(({ input }) => listEntries(state.requireWorkspace().directory, input)),
  get: os.register.get.handler(({ input }) => getEntry(state.requireWorkspace().directory, input.seq)),
  verify: os.register.verify.handler(() => verifyRegister(state.requireWorkspace().directory, { profileDirectory: state.environment.profileDirectory })),
});
