import { os } from '#engine/procedures/builder.ts';
import { getEntry, searchEntries, verifyRegister } from '#engine/journal/read-journal.ts';
import { addCosigner } from '#engine/use-cases/heads/add-cosigner.ts';
import { addCountersignatures } from '#engine/use-cases/heads/add-countersignatures.ts';
import { printHistory } from '#engine/use-cases/register/print-history.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

export const registerHandlers = (state: EngineSession) => ({
  list: os.register.list.handler(({ input }) => searchEntries(state.requireWorkspace().directory, input)),
  print: os.register.print.handler(({ input }) => printHistory(state, input)),
  get: os.register.get.handler(({ input }) => getEntry(state.requireWorkspace().directory, input.seq)),
  verify: os.register.verify.handler(() =>
    verifyRegister(state.requireWorkspace().directory, { profileDirectory: state.environment.profileDirectory }),
  ),
  addCosigner: os.register.addCosigner.handler(({ input }) => addCosigner(state, input)),
  addCountersignatures: os.register.addCountersignatures.handler(({ input }) =>
    addCountersignatures(state, input.grantId),
  ),
});
