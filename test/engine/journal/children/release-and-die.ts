// Opens the workspace given and releases a file over a former one, until the call to the operator's folder of that
// number kills it.
import { createRouterClient } from '@orpc/server';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '#engine/create-engine.ts';
import { noDesktop } from '#engine/desktop/desktop.ts';
import { noKeyStore } from '#engine/key-store/key-store.ts';
import { fileBorder } from '#engine/release/place/file-border.ts';
import type { Client } from '#test/support/make-engine.ts';

const [directory = '', passphrase = '', last = '0'] = process.argv.slice(2);
let calls = 0;
for (const [name, work] of Object.entries(fileBorder) as [string, (...given: unknown[]) => Promise<unknown>][]) {
  Object.assign(fileBorder, {
    [name]: async (...given: unknown[]) => {
      calls += 1;
      if (calls > Number(last)) process.kill(process.pid, 'SIGKILL');
      return work(...given);
    },
  });
}
const engine = createEngine({
  clock: () => new Date(),
  random: (n) => randomBytes(n),
  profileDirectory: join(directory, 'profile'),
  workRoot: join(directory, 'work'),
  resourcesDirectory: 'resources',
  appVersion: '0.0.0-test',
  keyStore: noKeyStore,
  desktop: noDesktop,
});
const client = createRouterClient(engine.router, { context: {} });
const grant = (name: string, use: 'read' | 'write' | 'workspace-open'): string =>
  engine.grants.add(join(directory, name), use).grantId;
await client.workspaces.open({ grantId: grant('Acme.custos', 'workspace-open'), passphrase });
const recipe = JSON.parse(readFileSync(join(directory, 'recipe.json'), 'utf8')) as Parameters<
  Client['files']['apply']
>[0]['recipe'];
for await (const event of await client.files.apply({
  grantId: grant('people.csv', 'read'),
  recipe,
  outputGrantId: grant('out/out.csv', 'write'),
  keepOrder: false,
  force: true,
}))
  void event;
await engine.close();
process.stdout.write(`${calls}\n`);
