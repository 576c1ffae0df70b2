import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { os } from '#engine/dispatch/builder.ts';
import { accountName } from '#engine/state/account-name.ts';
import type { EngineState } from '#engine/state/engine-state.ts';
import { createWorkspace, openWorkspace } from '#engine/workspace/open-workspace.ts';
import { addRecent, forgetRecent, listRecent } from '#engine/workspace/recent-workspaces.ts';

/** `NAME.custos` for whatever a person typed. */
const workspacePath = (path: string): string => (path.endsWith('.custos') ? path : `${path}.custos`);

export const workspacesHandlers = (state: EngineState) => {
  const { environment } = state;
  const remember = () => {
    const workspace = state.requireWorkspace();
    const { id, name, organisation, temporary } = workspace.summary();
    if (!temporary) addRecent(environment.profileDirectory, { id, name, organisation, directory: workspace.directory, openedAt: state.now() });
  };
  return {
    current: os.workspaces.current.handler(() => state.workspace?.summary() ?? null),

    recent: os.workspaces.recent.handler(() =>
      listRecent(environment.profileDirectory).map(({ id, name, organisation, directory, openedAt }) => ({ id, name, organisation, openedAt, missing: !existsSync(join(directory, 'register.sqlite')), rememberedKey: false })),
    ),

    forgetRecent: os.workspaces.forgetRecent.handler(({ input }) => {
      forgetRecent(environment.profileDirectory, input.id);
      return {};
    }),

    create: os.workspaces.create.handler(async ({ input }) => {
      const directory = workspacePath(state.grants.path(input.grantId, 'workspace-create'));
      await state.closeWorkspace();
      const { workspace, recoveryKey } = await createWorkspace(directory, { organisation: input.organisation, operator: input.operator, policy: input.policy, passphrase: input.passphrase }, environment);
      await state.adoptWorkspace(workspace);
      remember();
      return { workspace: workspace.summary(), recoveryKey };
    }),

    createTemporary: os.workspaces.createTemporary.handler(async ({ input }) => {
      await state.closeWorkspace();
      const name = input.name.replaceAll(/[^\p{L}\p{N} ._-]/gu, '').trim() || 'Untitled';
      const { workspace } = await createWorkspace(workspacePath(name), { organisation: '', operator: input.operator || accountName(), policy: 'customer-tracking', temporary: true }, environment);
      await state.adoptWorkspace(workspace);
      return workspace.summary();
    }),

    saveTemporary: os.workspaces.saveTemporary.handler(async ({ input }) => {
      const workspace = state.requireWorkspace();
      const saved = await workspace.saveAs(workspacePath(state.grants.path(input.grantId, 'workspace-create')), { organisation: input.organisation, operator: input.operator, passphrase: input.passphrase });
      remember();
      return { workspace: workspace.summary(), recoveryKey: saved.recoveryKey };
    }),

    open: os.workspaces.open.handler(async ({ input }) => {
      const directory = input.recentId === undefined ? state.grants.path(input.grantId ?? '', 'workspace-open') : listRecent(environment.profileDirectory).find(({ id }) => id === input.recentId)?.directory;
      if (directory === undefined) throw new Failure('WORKSPACE_NONE', 'This workspace is no longer in the list. Open its folder instead.');
      const secret = input.recoveryKey !== undefined ? { recoveryKey: input.recoveryKey } : input.passphrase !== undefined ? { passphrase: input.passphrase } : null;
      if (secret === null) throw new Failure('PASSPHRASE_MISSING', 'Type the passphrase of this workspace, or its recovery key.');
      await state.closeWorkspace();
      const workspace = await openWorkspace(directory, secret, environment);
      await state.adoptWorkspace(workspace);
      if (!workspace.summary().readOnly) remember();
      return { ...workspace.summary(), notices: [...workspace.notices, ...state.interruptedJobs().map(({ kind, startedAt }) => `A job (${kind}) that began ${startedAt} was cut off; nothing half-written is left. Start it again if you still need it.`)] };
    }),

    close: os.workspaces.close.handler(async () => {
      await state.closeWorkspace();
      return {};
    }),

    delete: os.workspaces.delete.handler(async ({ input }) => {
      const workspace = state.requireWorkspace();
      const { id, name, readOnly } = workspace.summary();
      if (readOnly) throw new Failure('WORKSPACE_READ_ONLY', 'This workspace is open for reading only and cannot be deleted.');
      if (input.confirmName !== name) throw new Failure('WRONG_USAGE', `Type the workspace's name, ${name}, to delete it with its register. This cannot be undone.`);
      await state.destroyWorkspace();
      forgetRecent(environment.profileDirectory, id);
      return {};
    }),

    setOperator: os.workspaces.setOperator.handler(({ input }) => {
      const workspace = state.requireWorkspace();
      workspace.setOperator(input.operator);
      return workspace.summary();
    }),

    setPolicy: os.workspaces.setPolicy.handler(({ input }) => {
      const workspace = state.requireWorkspace();
      workspace.setPolicy(input.policy, input.reason);
      return workspace.summary();
    }),

    changePassphrase: os.workspaces.changePassphrase.handler(async ({ input }) => {
      await state.requireWorkspace().changePassphrase(input.current, input.next);
      return {};
    }),
  };
};
