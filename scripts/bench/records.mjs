// A register of so many processing activities, beside so many entries of other things, as another program measures it:
//   node scripts/bench/records.mjs ACTIVITIES ENTRIES
// Prints one line of JSON, seconds of processor time and of the clock each: `list` by the product, each activity with its
// legal minimum; `parse` the least that could be done: every stored body parsed once.
import SqliteDatabase from 'better-sqlite3';
import { join } from 'node:path';
import { endSittings } from '../../electron/engine/session/end-sittings.ts';
import { listRecordsOf } from '../../electron/engine/use-cases/records/records-of-folder.ts';
import { storeDraft } from '../../electron/engine/use-cases/records/store-draft.ts';
import { createWorkspace } from '../../electron/engine/workspace/open-workspace.ts';
import { passphrase, throwawayPlace } from '../support/throwaway-place.mjs';

const [activities, others] = process.argv.slice(2).map(Number);
const { folder, env } = throwawayPlace('records-bench');
const directory = join(folder, 'Bench.custos');
const at = '2026-11-29T09:00:00.000Z';
const { workspace } = await createWorkspace(
  directory,
  { organisation: 'Bench', operator: 'Ada', policy: 'customer-tracking', passphrase },
  env,
);
const origin = { from: 'person', by: 'Ada', at };
const says = (value) => ({ state: 'stated', value, origin });
const lists = (values) => ({
  state: 'stated',
  items: values.map((value, index) => ({ id: `i${index}`, value, origin })),
});
const store = (kind, body) => storeDraft(workspace, { kind, id: null, body, at }).id;
workspace.transaction(() => {
  const recipients = Array.from({ length: 20 }, (_, n) =>
    store('recipient', { name: says(`Recipient ${n}`), kind: says('processor') }),
  );
  for (let n = 0; n < activities; n += 1)
    store('activity', {
      name: says(`Activity ${n}`),
      role: says('controller'),
      dataSubjects: lists(['customers', 'prospects']),
      dataItems: lists(Array.from({ length: 12 }, (_, item) => ({ category: 'contact', what: `data ${item}` }))),
      recipients: lists(recipients.slice(n % 15, (n % 15) + 5)),
      transfers: { state: 'none', origin },
    });
  endSittings(workspace);
});
workspace.register.appendMany(
  Array.from({ length: others }, (_, to) => ({
    kind: 'setting.changed',
    subjectRef: workspace.id,
    payload: { setting: 'example', from: to, to: to + 1 },
  })),
);
await workspace.close();

const timed = (work) => {
  const [used, began] = [process.cpuUsage(), performance.now()];
  work();
  const { user, system } = process.cpuUsage(used);
  return { cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - began) / 1000 };
};
const db = new SqliteDatabase(join(directory, 'register.sqlite'), { readonly: true });
const bodies = db.prepare('SELECT body FROM record_draft').pluck().all();
db.close();
const parse = timed(() => bodies.forEach((body) => JSON.parse(body)));
const list = timed(() => {
  if (listRecordsOf(directory, 'activity').length !== activities) throw new Error('Activities are missing.');
});
process.stdout.write(`${JSON.stringify({ activities, parse, list })}\n`);
