import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** The keys of a workspace as they were in force at a moment (ISO 8601): whatever was written then comes out again. */
export function keysAsOf({ catalog, keys }: Workspace, at: string): ReleaseKeys {
  const rotated = catalog.entriesOf('key.rotated').filter(({ ts }) => ts <= at);
  return {
    orderKey: () => keys.orderKey(),
    pseudonymKey: (name) => keys.pseudonymKey(name, rotated.filter(({ payload }) => payload.key === name).length),
  };
}
