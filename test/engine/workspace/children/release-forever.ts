// Opens the workspace given and releases a file of invented people until it is killed, saying after each what was
// acknowledged, one line each: `released 17 /folder/out-3.csv` (its entry, and the file beside which certificate and
// proof lie). The last argument is a folder with `people.csv` and `recipe.json`, into which it is released.
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createEngine } from '#engine/create-engine.ts';
import { noDesktop } from '#engine/desktop/desktop.ts';
import { noKeyStore } from '#engine/key-store/key-store.ts';
import { follow, type Client } from '#test/support/make-engine.ts';

const [directory = '', profileDirectory = '', workRoot = '', passphrase = '', folder = ''] = process.argv.slice(2);
const engine = createEngine({
  clock: () => new Date(),
  random: (n) => randomBytes(n),
  profileDirectory,
  workRoot,
  resourcesDirectory: new URL('../../../../resources', import.meta.url).pathname,
  appVersion: '1.2.3',
  keyStore: noKeyStore,
  desktop: noDesktop,
});
const client = createRouterClient(engine.router, { context: {} });
const grant = (path: string, use: 'read' | 'write' | 'workspace-open'): string => engine.grants.add(path, use).grantId;
await client.workspaces.open({ grantId: grant(directory, 'workspace-open'), passphrase });
const recipe = JSON.parse(readFileSync(join(folder, 'recipe.json'), 'utf8')) as Parameters<
  Client['files']['apply']
>[0]['recipe'];
for (;;) {
  const output = join(folder, `out-${randomUUID()}.csv`);
  const { registerEntry } = await follow(
    client.files.apply({
      grantId: grant(join(folder, 'people.csv'), 'read'),
      recipe,
      outputGrantId: grant(output, 'write'),
      keepOrder: false,
    }),
  );
  writeSync(1, `released ${registerEntry} ${output}\n`);
}
