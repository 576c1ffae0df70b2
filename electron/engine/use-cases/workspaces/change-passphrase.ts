import { replaceRemembered } from '#engine/key-store/remembered.ts';
import { refuseWeakPassphrase } from '#engine/keys/passphrase-strength.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { listRecent } from '#engine/workspace/recent-workspaces.ts';

/** Gives the open workspace another passphrase; a remembered one follows. @throws Failure PASSPHRASE_WRONG */
export async function changePassphrase(
  state: EngineSession,
  input: { current: string; next: string; weakAccepted?: boolean | undefined },
): Promise<void> {
  const workspace = state.requireWorkspace();
  await refuseWeakPassphrase(input.next, input.weakAccepted ?? false);
  await workspace.changePassphrase(input.current, input.next);
  const { keyStore, profileDirectory } = state.environment;
  const { operator, operators } = workspace.summary();
  const whose = listRecent(profileDirectory).find(({ id }) => id === workspace.id)?.operator;
  // What is remembered may be another operator's.
  if (operators === 0 || whose === operator) await replaceRemembered(keyStore, workspace.id, input.next);
}
