// Opens the workspace given and takes one record through drafts, review and approval until it is killed, saying what
// was acknowledged, one line each: `saved 7` (the number that the draft holds) or `approved 3` (the version).
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openedEngine } from './child-environment.ts';

const { records } = (await openedEngine()).client;
const origin = { from: 'person', by: 'x', at: '2026-01-05T09:00:00.000Z' } as const;
const kind = 'system';
const known = (await records.list({ kind }))[0];
let id = known?.id ?? null;
for (let n = Number(known === undefined ? 0 : randomBytes(4).readUInt32BE()); ; n += 1) {
  const name = { state: 'stated' as const, value: String(n), origin };
  id = (await records.saveDraft({ kind, id, body: { name } })).id;
  writeSync(1, `saved ${n}\n`);
  if (n % 3 === 0) await records.endSitting({ kind, id });
  const waiting = (await records.get({ kind, id })).versions.find(({ state }) => state === 'in-review');
  if (waiting === undefined) {
    if (n % 2 === 0) continue;
    const { version, sha256: recordSha256 } = await records.send({ kind, id, reason: `number ${n}` });
    await records.approve({ kind, id, version, recordSha256 });
    writeSync(1, `approved ${version}\n`);
  } else await records.sendBack({ kind, id, reason: 'cut off' });
}
