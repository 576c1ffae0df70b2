import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { changePassphrase } from '#engine/use-cases/workspaces/change-passphrase.ts';
import { createLastingWorkspace, createTemporaryWorkspace } from '#engine/use-cases/workspaces/create-workspace.ts';
import { deleteWorkspace, forgetWorkspace } from '#engine/use-cases/workspaces/delete-workspace.ts';
import { listRecentWorkspaces } from '#engine/use-cases/workspaces/list-recent.ts';
import { openKnownWorkspace } from '#engine/use-cases/workspaces/open-workspace.ts';
import { saveTemporaryWorkspace } from '#engine/use-cases/workspaces/save-temporary.ts';

export const workspacesHandlers = (state: EngineSession) => ({
  current: os.workspaces.current.handler(() => state.workspace?.summary() ?? null),

  otherVersions: os.workspaces.otherVersions.handler(() => state.workspace?.catalog.otherVersions() ?? []),

  recent: os.workspaces.recent.handler(() => listRecentWorkspaces(state.environment)),

  keyStore: os.workspaces.keyStore.handler(() => state.environment.keyStore.status()),

  forgetRecent: os.workspaces.forgetRecent.handler(async ({ input }) => {
    await forgetWorkspace(state, input.id);
    return {};
  }),

  create: os.workspaces.create.handler(({ input }) => createLastingWorkspace(state, input)),

  createTemporary: os.workspaces.createTemporary.handler(({ input }) => createTemporaryWorkspace(state, input)),

  saveTemporary: os.workspaces.saveTemporary.handler(({ input }) => saveTemporaryWorkspace(state, input)),

  open: os.workspaces.open.handler(({ input }) => openKnownWorkspace(state, input)),

  close: os.workspaces.close.handler(async () => {
    await state.closeWorkspace();
    return {};
  }),

  delete: os.workspaces.delete.handler(async ({ input }) => {
    await deleteWorkspace(state, input);
    return {};
  }),

  setOperator: os.workspaces.setOperator.handler(({ input }) => {
    const workspace = state.requireWorkspace();
    // What was done so far is entered under the name of who did it.
    state.recipeSittings.endAll(workspace);
    workspace.setOperator(input.operator);
    return workspace.summary();
  }),

  setPolicy: os.workspaces.setPolicy.handler(({ input }) => {
    const workspace = state.requireWorkspace();
    workspace.setPolicy(input.policy, input.reason);
    return workspace.summary();
  }),

  changePassphrase: os.workspaces.changePassphrase.handler(async ({ input }) => {
    await changePassphrase(state, input);
    return {};
  }),
});
