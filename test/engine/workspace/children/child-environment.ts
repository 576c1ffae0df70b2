// What a program in this folder is given: a workspace, its surroundings, and what it is opened with.
import { randomBytes } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { createRouterClient } from '@orpc/server';
import { createEngine, type Engine } from '#engine/create-engine.ts';
import { noDesktop } from '#engine/desktop/desktop.ts';
import { noKeyStore } from '#engine/key-store/key-store.ts';
import type { Client } from '#test/support/make-engine.ts';

const [directory = '', profileDirectory = '', workRoot = '', passphrase = '', folder = ''] = process.argv.slice(2);
const environment = {
  clock: () => new Date(),
  random: (n: number) => randomBytes(n),
  profileDirectory,
  workRoot,
  appVersion: '1.2.3',
};

/** `folder`: into which it releases and exports. */
export const child = { directory, passphrase, folder, environment };

/** An engine that has the workspace open. @param operator who opens it, where several work there */
export async function openedEngine(operator?: string): Promise<{ engine: Engine; client: Client }> {
  const engine = createEngine({
    ...environment,
    resourcesDirectory: new URL('../../../../resources', import.meta.url).pathname,
    keyStore: noKeyStore,
    desktop: noDesktop,
  });
  const client = createRouterClient(engine.router, { context: {} });
  const { grantId } = engine.grants.add(directory, 'workspace-open');
  await client.workspaces.open({ grantId, passphrase, operator });
  // Whoever is killed never gets to keep what was compiled for the next one.
  flushCompileCache();
  return { engine, client };
}
