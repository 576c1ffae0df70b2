// Opens the workspace given and releases a file of invented people until it is killed, saying after each what was
// acknowledged, one line each: `released 17 /folder/out-3.csv` (its entry, and the file beside which certificate and
// proof lie). The last argument is a folder with `people.csv` and `recipe.json`, into which it is released.
import { randomUUID } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { follow, type Client } from '#test/support/make-engine.ts';
import { child, openedEngine } from './child-environment.ts';

const { folder } = child;
const { engine, client } = await openedEngine();
const grant = (path: string, use: 'read' | 'write'): string => engine.grants.add(path, use).grantId;
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
