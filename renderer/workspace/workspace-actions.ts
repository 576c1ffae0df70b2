import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import { engine, EngineLost } from '#renderer/client/connection.ts';
import { finishPendingWork, forgetPendingWork } from '#renderer/client/pending-work.ts';
import { readFailure } from '#renderer/client/failure.ts';
import { notifyFailure, notifyNotices } from '#renderer/client/notify.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { pendingIntake } from './pending-intake.ts';
import { createStore, useStore } from '#renderer/state/create-store.ts';
import { showRegisterTab } from '#renderer/state/register-place.ts';
import { forgetWorkspace, goTo } from '#renderer/state/ui-state.ts';
import { whatIsAtStake } from './at-stake.ts';
import { showDialog } from './dialog-state.ts';

/** Everything asked of the former workspace is dropped; the new one is asked afresh. */
export async function adoptWorkspace(workspace: WorkspaceSummary | null): Promise<void> {
  forgetPendingWork();
  forgetWorkspace();
  showRegisterTab('activities');
  pendingIntake.set({ file: null, importing: false });
  queryClient.removeQueries({
    predicate: (query) =>
      query.queryKey[0] !== keys.settings[0] &&
      query.queryKey[0] !== keys.workspace[0] &&
      query.queryKey[0] !== keys.recent[0],
  });
  queryClient.setQueryData(keys.workspace, workspace);
  await refresh(keys.recent);
}

/** The open workspace, or a temporary one opened at once under the given name. */
export async function ensureWorkspace(name: string): Promise<WorkspaceSummary> {
  await openLastWorkspace();
  const current = await engine.workspaces.current({});
  if (current) return current;
  const workspace = await engine.workspaces.createTemporary({ name: name.slice(0, 100) });
  await adoptWorkspace(workspace);
  return workspace;
}

/** Opens a granted or recent workspace; asks for the passphrase when the key is not remembered. */
export async function openWorkspace(target: {
  name: string;
  grantId?: string;
  recentId?: string;
  passphrase?: string;
  recoveryKey?: string;
  operator?: string;
  newPassphrase?: string;
  weakAccepted?: boolean;
  remember?: boolean;
}): Promise<void> {
  const { name, ...request } = target;
  const opened = await engine.workspaces.open(request);
  const { notices, ...workspace } = opened;
  await adoptWorkspace(workspace);
  notifyNotices(name, notices);
}

/** Leaves the open workspace (asking first when that would wipe it or stop a job), then goes on. */
export async function leaveWorkspace(then: () => Promise<void>): Promise<void> {
  await openLastWorkspace();
  await finishPendingWork();
  const stake = await whatIsAtStake();
  if (stake) showDialog({ kind: 'leave', stake, then });
  else await then();
}

export const chooseWorkspace = (): Promise<void> =>
  guarded(async () => {
    const grant = await window.custos.requestOpen({ kind: 'workspace' });
    if (grant) await offerWorkspace({ name: grant.fileName, grantId: grant.grantId });
  });

/** Opens without asking where the key is remembered, else shows the passphrase dialog. */
export const offerWorkspace = (target: {
  name: string;
  grantId?: string;
  recentId?: string;
  remembered?: boolean;
}): Promise<void> =>
  guarded(() =>
    leaveWorkspace(async () => {
      const { remembered, ...request } = target;
      if (remembered) {
        try {
          await openWorkspace(request);
          return;
        } catch (error) {
          if (!['PASSPHRASE_MISSING', 'OPERATOR_UNNAMED'].includes(readFailure(error).code)) throw error;
          await refresh(keys.recent);
          showDialog({ kind: 'open', ...request, error });
          return;
        }
      }
      showDialog({ kind: 'open', ...request });
    }),
  );

/** Somebody else goes on with the open workspace: it asks who, and for their passphrase. */
export const switchOperator = ({ id, name }: { id: string; name: string }): Promise<void> =>
  offerWorkspace({ name, recentId: id });

/** What is done about the last workspace at start; `decided` once nothing more will happen by itself. */
const start = createStore<{ decided: boolean; opening: string }>({ decided: false, opening: '' });
export const useStart = (): { decided: boolean; opening: string } => useStore(start, (now) => now);

let opened: Promise<void> | null = null;

/**
 * At the start of the window: opens the last workspace where its passphrase is remembered. Done once; whoever needs a
 * workspace waits for it.
 */
export function openLastWorkspace(): Promise<void> {
  opened ??= guarded(async () => {
    try {
      if (await engine.workspaces.current({})) return;
      const [last] = await engine.workspaces.recent({});
      if (!last?.rememberedKey || last.missing) return;
      start.set({ opening: last.name });
      await openWorkspace({ name: last.name, recentId: last.id });
    } catch (error) {
      // An engine that died meanwhile is told by the window's own notice; Home goes on offering the workspace.
      if (error instanceof EngineLost) return;
      await refresh(keys.recent);
      throw error;
    }
  }).finally(() => start.set({ decided: true, opening: '' }));
  return opened;
}

export const closeWorkspace = (): Promise<void> =>
  guarded(() =>
    leaveWorkspace(async () => {
      await engine.workspaces.close({});
      await adoptWorkspace(null);
      goTo('home');
    }),
  );

/**
 * Runs an action started from a menu or button: what goes wrong is told in a notice. Asks for the operator's name once
 * where the register needs it.
 */
export async function guarded(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (readFailure(error).code === 'OPERATOR_MISSING')
      showDialog({ kind: 'operator', then: () => void guarded(action) });
    else notifyFailure(error);
  }
}
