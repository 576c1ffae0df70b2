import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineEnvironment } from '#engine/engine-environment.ts';
import { listRecent } from '#engine/workspace/recent-workspaces.ts';

/** The workspaces opened lately, whether each still lies where it lay, and whether its passphrase is remembered. */
export async function listRecentWorkspaces({ keyStore, profileDirectory }: EngineEnvironment) {
  const remembered = new Set(await keyStore.list());
  return listRecent(profileDirectory).map(({ id, name, organisation, directory, openedAt }) => ({
    id,
    name,
    organisation,
    openedAt,
    missing: !existsSync(join(directory, 'register.sqlite')),
    rememberedKey: remembered.has(id),
  }));
}
