import { Failure } from '#shared/contract/failure.ts';
import { heldText } from '#shared/text/engine/held.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { keysText } from '#shared/text/engine/keys.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import { openRemembered, rememberPassphrase } from '#engine/key-store/remembered.ts';
import { refuseWeakPassphrase } from '#engine/keys/passphrase-strength.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { openWorkspace, type OpeningSecret, type Workspace } from '#engine/workspace/open-workspace.ts';
import { listRecent, rememberOperator, type RecentWorkspace } from '#engine/workspace/recent-workspaces.ts';
import { listOpen } from './list-open.ts';

interface Opening {
  grantId?: string | undefined;
  /** With this alone the remembered passphrase is used. */
  recentId?: string | undefined;
  passphrase?: string | undefined;
  recoveryKey?: string | undefined;
  /** Who opens it, where more than one operator works in it. */
  operator?: string | undefined;
  /** Theirs, with the recovery key. */
  newPassphrase?: string | undefined;
  weakAccepted?: boolean | undefined;
  remember?: boolean | undefined;
}

function typedSecret({ recoveryKey, passphrase, operator, newPassphrase }: Opening): OpeningSecret | null {
  if (recoveryKey !== undefined) return { recoveryKey, operator, newPassphrase };
  return passphrase === undefined ? null : { passphrase, operator };
}

/** What a person should know on opening it: what was put right, what cannot be read, what a crash cut off. */
function noticesOf(state: EngineSession, workspace: Workspace, notRemembered: boolean): string[] {
  return [
    ...workspace.notices,
    ...(notRemembered ? [workspaceText.notices.notRemembered] : []),
    ...state.settledReleases(),
    ...workspace.catalog.otherVersions().map(({ kind, name }) => heldText.otherVersion(kind, name)),
    ...state.interruptedJobs().map(({ kind, startedAt }) => jobsText.cutOff(kind, startedAt)),
  ];
}

/**
 * What is to be remembered. A workspace that is not on the list is not opened from it: nothing would ever ask for its
 * passphrase. What another operator had remembered is not forgotten by opening as somebody else.
 */
function wishFor(
  { environment: { profileDirectory } }: EngineSession,
  workspace: Workspace,
  listed: RecentWorkspace | undefined,
  input: Opening,
): Pick<Opening, 'remember' | 'passphrase'> {
  if (workspace.readOnlyPlace && listed === undefined) return {};
  const { operator, operators } = workspace.summary();
  const whose = listRecent(profileDirectory).find(({ id }) => id === workspace.id)?.operator;
  return operators > 0 && whose !== undefined && whose !== operator && input.remember !== true ? {} : input;
}

/**
 * Opens a workspace at a granted place or from the list of recent ones, in place of the one that is open.
 * @throws Failure WORKSPACE_NONE, WRONG_USAGE, PASSPHRASE_MISSING, PASSPHRASE_WRONG and whatever opening throws
 */
export async function openKnownWorkspace(state: EngineSession, input: Opening) {
  const { keyStore, profileDirectory } = state.environment;
  const listed = listRecent(profileDirectory).find(({ id }) => id === input.recentId);
  const directory =
    input.recentId === undefined ? state.grants.path(input.grantId ?? '', 'workspace-open') : listed?.directory;
  if (directory === undefined) throw new Failure('WORKSPACE_NONE', workspaceText.notListed);
  if (input.remember && input.passphrase === undefined) throw new Failure('WRONG_USAGE', keysText.onlyTypedRemembered);
  const typed = typedSecret(input);
  await refuseWeakPassphrase(input.newPassphrase ?? '', input.weakAccepted ?? false);
  const open = async (secret: OpeningSecret): Promise<Workspace> => {
    await state.closeWorkspace();
    return openWorkspace(directory, secret, state.environment);
  };
  const remembered = (secret: { passphrase: string }): Promise<Workspace> =>
    open({ ...secret, operator: input.operator ?? listed?.operator });
  const workspace = typed === null ? await openRemembered(keyStore, listed?.id, remembered) : await open(typed);
  await state.adoptWorkspace(workspace);
  if (!workspace.readOnlyPlace) await listOpen(state);
  const kept = await rememberPassphrase(keyStore, workspace.id, wishFor(state, workspace, listed, input));
  if (kept) rememberOperator(profileDirectory, workspace.id, workspace.summary());
  const notices = noticesOf(state, workspace, input.remember === true && !kept);
  return { ...workspace.summary(), notices };
}
