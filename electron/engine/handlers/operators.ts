import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { addOperator } from '#engine/use-cases/operators/add-operator.ts';
import { leaveWorkspace } from '#engine/use-cases/operators/leave-workspace.ts';
import { operatorsOfPlace } from '#engine/use-cases/operators/operators-of-place.ts';
import { setRole } from '#engine/use-cases/operators/set-role.ts';

export const operatorsHandlers = (state: EngineSession) => ({
  list: os.operators.list.handler(() => state.requireWorkspace().operators.list()),
  ofPlace: os.operators.ofPlace.handler(({ input }) => operatorsOfPlace(state, input)),
  add: os.operators.add.handler(({ input }) => addOperator(state, input)),
  setRole: os.operators.setRole.handler(({ input }) => setRole(state, input)),
  leave: os.operators.leave.handler(({ input }) => leaveWorkspace(state, input)),
});
