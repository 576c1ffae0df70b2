// Opens the workspace given as Ada, an approver, and lets people come, change their role and leave until it is killed,
// saying what was acknowledged, one line each: `added NAME`, `reviewer NAME` or `left NAME`.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import { child } from './child-environment.ts';

const { directory, passphrase, environment } = child;
const { operators } = await openWorkspace(
  directory,
  { passphrase, operator: 'Ada' },
  { ...environment, passphraseCost: 4 },
);
for (;;) {
  const name = `P-${randomUUID()}`;
  await operators.add({ name, role: 'author', passphrase: 'another one' });
  writeSync(1, `added ${name}\n`);
  operators.setRole(name, 'reviewer', 'looks over it');
  writeSync(1, `reviewer ${name}\n`);
  operators.leave(name, 'went elsewhere');
  writeSync(1, `left ${name}\n`);
}
