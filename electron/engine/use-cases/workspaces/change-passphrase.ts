import { replaceRemembered } from '#engine/key-store/remembered.ts';
import { refuseWeakPassphrase } from '#engine/keys/passphrase-strength.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/** Gives the open workspace another passphrase; a remembered one follows. @throws Failure PASSPHRASE_WRONG */
export async function changePassphrase(
  state: EngineSession,
  input: { current: string; next: string; weakAccepted?: boolean | undefined },
): Promise<void> {
  const workspace = state.requireWorkspace();
  await refuseWeakPassphrase(input.next, input.weakAccepted ?? false);
  await workspace.changePassphrase(input.current, input.next);
  await replaceRemembered(state.environment.keyStore, workspace.id, input.next);
}
