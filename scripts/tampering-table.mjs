// Prints, as a Markdown table, every way to tamper with a register that the tests know, and where it is found: by
// `custos register verify`, and by the stand-alone verifier in what the register exports afterwards.
//   node_modules/.bin/node scripts/tampering-table.mjs
// Ends with status 1 where one way goes unseen.
import SqliteDatabase from 'better-sqlite3';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { exportHead, exportLog } from '../electron/engine/journal/heads.ts';
import { verifyRegister } from '../electron/engine/journal/read-journal.ts';
import { createWorkspace, openWorkspace } from '../electron/engine/workspace/open-workspace.ts';
import { verifyFiles } from '../resources/verifier/verify.mjs';
import { signatureWays } from '../test/engine/journal/signature-ways.ts';
import { edit, rowsOf, tamperings } from '../test/engine/journal/tamper-ways.ts';
import { passphrase, throwawayPlace } from './support/throwaway-place.mjs';

let ticks = Date.UTC(2026, 0, 5, 9);
const { folder, env } = throwawayPlace('table', () => new Date((ticks += 1000)));
const directory = join(folder, 'Table.custos');
const { workspace } = await createWorkspace(
  directory,
  { organisation: 'Acme', operator: 'Ada', policy: 'customer-tracking', passphrase },
  env,
);
for (let to = 1; to <= 6; to += 1)
  workspace.register.append({
    kind: 'setting.changed',
    subjectRef: workspace.id,
    payload: { setting: 'example', from: to - 1, to },
  });
await workspace.close();
const sound = join(folder, 'sound');
cpSync(directory, sound, { recursive: true });
const head = exportHead(directory);
const bytes = (text) => Buffer.from(text, 'utf8');

const told = (problems) =>
  [...new Set(problems.map(({ seq, kind }) => `${seq === null ? '' : `entry ${seq} `}${kind}`))]
    .filter((one) => !['trigger-missing', 'key-not-given'].includes(one))
    .join(', ');

/** What is left of the log in a file that no longer reads as a register. */
function rows(file) {
  const db = new SqliteDatabase(file, { readonly: true });
  try {
    return rowsOf(db)
      .map((row) => `${JSON.stringify(row)}\n`)
      .join('');
  } catch {
    return null;
  } finally {
    db.close();
  }
}

let unseen = 0;
const lines = [];
for (const [way, work] of tamperings) {
  rmSync(directory, { recursive: true });
  cpSync(sound, directory, { recursive: true });
  edit(join(directory, 'register.sqlite'), work);
  const own = verifyRegister(directory, env);
  if (own.ok) unseen += 1;
  const log = rows(join(directory, 'register.sqlite'));
  const judged =
    log === null
      ? null
      : await verifyFiles(
          new Map([
            ['audit.jsonl', bytes(log)],
            ['checkpoint.txt', bytes(head.note)],
          ]),
          head.keys[0],
        );
  const alone = judged === null ? 'nothing to export' : told(judged.problems) || 'the entries are as they were';
  lines.push(`| ${way} | ${told(own.problems)} | ${alone} |`);
}
// What lies around a register that is itself sound.
for (const { way, name, text } of [
  { way: 'a head that was kept, of entries that are gone', name: 'kept.head', text: head.note },
  { way: 'a head with another size', name: 'checkpoint.txt', text: head.note.replace('\n8\n', '\n7\n') },
]) {
  rmSync(directory, { recursive: true });
  cpSync(sound, directory, { recursive: true });
  const cut = exportLog(directory).split('\n').slice(0, 6).join('\n');
  const { problems } = await verifyFiles(
    new Map([
      ['audit.jsonl', bytes(`${cut}\n`)],
      [name, bytes(text)],
    ]),
    head.keys[0],
  );
  lines.push(`| ${way} | (in an exported log) | ${told(problems)} |`);
}

/** The ways to tamper with operators' signatures, in a workspace of two: its ninth entry is by the second. */
async function signed() {
  const place = throwawayPlace('signed', () => new Date((ticks += 1000)));
  const shared = join(place.folder, 'Signed.custos');
  const ada = { organisation: 'Acme', operator: 'Ada', policy: 'customer-tracking', passphrase };
  const { workspace: first } = await createWorkspace(shared, ada, place.env);
  const append = (open, to) =>
    open.register.append({
      kind: 'setting.changed',
      subjectRef: open.id,
      payload: { setting: 'example', from: to - 1, to },
    });
  for (const to of [1, 2]) append(first, to);
  const second = { name: 'Bo', role: 'approver', passphrase: 'four other unrelated words', own: passphrase };
  await first.operators.add(second);
  for (const to of [3, 4]) append(first, to);
  await first.close();
  const bo = await openWorkspace(shared, { passphrase: second.passphrase, operator: second.name }, place.env);
  append(bo, 5);
  await bo.close();
  const kept = join(place.folder, 'kept');
  cpSync(shared, kept, { recursive: true });
  const newest = exportHead(shared);
  for (const [way, work] of signatureWays) {
    rmSync(shared, { recursive: true });
    cpSync(kept, shared, { recursive: true });
    edit(join(shared, 'register.sqlite'), work, true);
    const own = verifyRegister(shared, place.env);
    if (own.ok) unseen += 1;
    const files = new Map([
      ['audit.jsonl', bytes(exportLog(shared))],
      ['checkpoint.txt', bytes(newest.note)],
    ]);
    const alone = await verifyFiles(files, newest.keys[0]);
    if (alone.ok) unseen += 1;
    lines.push(`| operators' signatures: ${way} | ${told(own.problems)} | ${told(alone.problems)} |`);
  }
}
await signed();
const ways = tamperings.length + signatureWays.length;
process.stdout.write(
  `| what somebody does | custos register verify | stand-alone verifier |\n|---|---|---|\n${lines.join('\n')}\n\n` +
    `${ways - unseen} of ${ways} found by the register's own check.\n`,
);
process.exitCode = unseen === 0 ? 0 : 1;
