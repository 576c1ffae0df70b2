// Opens the workspace given and appends until it is killed, saying each number after it was acknowledged.
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';

const [directory = '', profileDirectory = '', workRoot = '', passphrase = ''] = process.argv.slice(2);
const workspace = await openWorkspace(
  directory,
  { passphrase },
  { clock: () => new Date(), random: (n) => randomBytes(n), profileDirectory, workRoot, appVersion: '1.2.3' },
);
for (let n = 1; ; n += 1)
  writeSync(
    1,
    `${workspace.register.append({ kind: 'setting.changed', subjectRef: workspace.id, payload: { setting: 'example', from: n - 1, to: n } }).seq}` +
      `\n`,
  );
