import type { EngineSession } from '#engine/session/engine-session.ts';
import { addRecent } from '#engine/workspace/recent-workspaces.ts';

/** Puts the open workspace on the list; a passphrase whose workspace left the list could be asked for by nobody. */
export async function listOpen(state: EngineSession): Promise<void> {
  const { profileDirectory, keyStore } = state.environment;
  const workspace = state.requireWorkspace();
  const { id, name, organisation, temporary } = workspace.summary();
  if (temporary) return;
  const listed = { id, name, organisation, directory: workspace.directory, openedAt: state.now() };
  for (const gone of addRecent(profileDirectory, listed)) await keyStore.forget(gone);
}
