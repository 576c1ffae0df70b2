import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { workspacePath } from '#shared/domain/workspace-path.ts';
import { heldText } from '#shared/text/engine/held.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { keysText } from '#shared/text/engine/keys.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import { os } from '#engine/procedures/builder.ts';
import { openRemembered, rememberPassphrase, replaceRemembered } from '#engine/key-store/remembered.ts';
import { refuseWeakPassphrase } from '#engine/keys/passphrase-strength.ts';
import { accountName } from '#engine/machine/account-name.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { createWorkspace, openWorkspace, type Secret, type Workspace } from '#engine/workspace/open-workspace.ts';
import { addRecent, forgetRecent, listRecent } from '#engine/workspace/recent-workspaces.ts';

export const workspacesHandlers = (state: EngineSession) => {
  const { environment } = state;
  const { keyStore } = environment;
  /** Puts the open workspace on the list; a passphrase whose workspace left the list could be asked for by nobody. */
  const list = async (): Promise<void> => {
    const workspace = state.requireWorkspace();
    const { id, name, organisation, temporary } = workspace.summary();
    if (temporary) return;
    for (const gone of addRecent(environment.profileDirectory, {
      id,
      name,
      organisation,
      directory: workspace.directory,
      openedAt: state.now(),
    }))
      await keyStore.forget(gone);
  };
  return {
    current: os.workspaces.current.handler(() => state.workspace?.summary() ?? null),

    otherVersions: os.workspaces.otherVersions.handler(() => state.workspace?.catalog.otherVersions() ?? []),

    recent: os.workspaces.recent.handler(async () => {
      const remembered = new Set(await keyStore.list());
      return listRecent(environment.profileDirectory).map(({ id, name, organisation, directory, openedAt }) => ({
        id,
        name,
        organisation,
        openedAt,
        missing: !existsSync(join(directory, 'register.sqlite')),
        rememberedKey: remembered.has(id),
      }));
    }),

    keyStore: os.workspaces.keyStore.handler(() => keyStore.status()),

    forgetRecent: os.workspaces.forgetRecent.handler(async ({ input }) => {
      await keyStore.forget(input.id);
      forgetRecent(environment.profileDirectory, input.id);
      return {};
    }),

    create: os.workspaces.create.handler(async ({ input }) => {
      const directory = workspacePath(state.grants.path(input.grantId, 'workspace-create'));
      await refuseWeakPassphrase(input.passphrase, input.weakAccepted ?? false);
      await state.closeWorkspace();
      const { workspace, recoveryKey } = await createWorkspace(
        directory,
        {
          organisation: input.organisation,
          operator: input.operator,
          policy: input.policy,
          passphrase: input.passphrase,
        },
        environment,
      );
      await state.adoptWorkspace(workspace);
      await list();
      return {
        workspace: workspace.summary(),
        recoveryKey,
        remembered: await rememberPassphrase(keyStore, workspace.id, input),
      };
    }),

    createTemporary: os.workspaces.createTemporary.handler(async ({ input }) => {
      await state.closeWorkspace();
      const name = input.name.replaceAll(/[^\p{L}\p{N} ._-]/gu, '').trim() || workspaceText.untitled;
      const { workspace } = await createWorkspace(
        workspacePath(name),
        { organisation: '', operator: input.operator || accountName(), policy: 'customer-tracking', temporary: true },
        environment,
      );
      await state.adoptWorkspace(workspace);
      return workspace.summary();
    }),

    saveTemporary: os.workspaces.saveTemporary.handler(async ({ input }) => {
      const workspace = state.requireWorkspace();
      await refuseWeakPassphrase(input.passphrase, input.weakAccepted ?? false);
      const saved = await workspace.saveAs(workspacePath(state.grants.path(input.grantId, 'workspace-create')), {
        organisation: input.organisation,
        operator: input.operator,
        passphrase: input.passphrase,
      });
      await list();
      return {
        workspace: workspace.summary(),
        recoveryKey: saved.recoveryKey,
        remembered: await rememberPassphrase(keyStore, workspace.id, input),
      };
    }),

    open: os.workspaces.open.handler(async ({ input }) => {
      const listed = listRecent(environment.profileDirectory).find(({ id }) => id === input.recentId);
      const directory =
        input.recentId === undefined ? state.grants.path(input.grantId ?? '', 'workspace-open') : listed?.directory;
      if (directory === undefined) throw new Failure('WORKSPACE_NONE', workspaceText.notListed);
      if (input.remember && input.passphrase === undefined)
        throw new Failure('WRONG_USAGE', keysText.onlyTypedRemembered);
      const typed =
        input.recoveryKey !== undefined
          ? { recoveryKey: input.recoveryKey }
          : input.passphrase !== undefined
            ? { passphrase: input.passphrase }
            : null;
      const open = async (secret: Secret): Promise<Workspace> => {
        await state.closeWorkspace();
        return openWorkspace(directory, secret, environment);
      };
      const workspace = typed === null ? await openRemembered(keyStore, listed?.id, open) : await open(typed);
      await state.adoptWorkspace(workspace);
      const { readOnly } = workspace.summary();
      if (!readOnly) await list();
      const notices = [...workspace.notices];
      // One that is not on the list is not opened from it: nothing would ever ask for its passphrase.
      const kept = await rememberPassphrase(keyStore, workspace.id, readOnly && listed === undefined ? {} : input);
      if (input.remember && !kept) notices.push(workspaceText.notices.notRemembered);
      return {
        ...workspace.summary(),
        notices: [
          ...notices,
          ...state.settledReleases(),
          ...workspace.catalog.otherVersions().map(({ kind, name }) => heldText.otherVersion(kind, name)),
          ...state.interruptedJobs().map(({ kind, startedAt }) => jobsText.cutOff(kind, startedAt)),
        ],
      };
    }),

    close: os.workspaces.close.handler(async () => {
      await state.closeWorkspace();
      return {};
    }),

    delete: os.workspaces.delete.handler(async ({ input }) => {
      const workspace = state.requireWorkspace();
      const { id, name, readOnly } = workspace.summary();
      if (readOnly) throw new Failure('WORKSPACE_READ_ONLY', workspaceText.readOnlyNotDeleted);
      if (input.confirmName !== name) throw new Failure('WRONG_USAGE', workspaceText.typeNameToDelete(name));
      await state.destroyWorkspace();
      await keyStore.forget(id);
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
      const workspace = state.requireWorkspace();
      await refuseWeakPassphrase(input.next, input.weakAccepted ?? false);
      await workspace.changePassphrase(input.current, input.next);
      await replaceRemembered(keyStore, workspace.id, input.next);
      return {};
    }),
  };
};
