import { usesOfDataset, type UsesOfDataset } from '#shared/register/uses-of-dataset.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';
import { namedDataset } from './named-dataset.ts';

/** What each dataset of the open workspace is declared to be for, newest dataset first. @throws Failure WORKSPACE_NONE */
export function usesOf(state: EngineSession): UsesOfDataset[] {
  const workspace = state.requireWorkspace();
  const snapshot = registerSnapshot(workspace);
  return workspace.catalog.datasets
    .list()
    .map(({ id, columns }) => usesOfDataset(snapshot, { ...namedDataset(state, id), columns }))
    .toReversed();
}
