// Opens the workspace given as Ada, an approver, and countersigns its newest head until it is killed, saying after each
// what was acknowledged: `countersigned 17 /folder/kept-3.head` (its entry, and the head that was put outside). The last
// argument is that folder.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { child, openedEngine } from './child-environment.ts';

const { engine, client } = await openedEngine('Ada');
const { operators } = await client.register.cosigners({});
for (const { name, key } of operators)
  if (name === 'Ada') await client.register.addCosigner({ key, reason: 'signs heads' });
for (;;) {
  const path = join(child.folder, `kept-${randomUUID()}.head`);
  const { entry } = await client.register.countersignHead({ grantId: engine.grants.add(path, 'write').grantId });
  writeSync(1, `countersigned ${entry} ${path}\n`);
}
