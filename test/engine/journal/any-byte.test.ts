import SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { Failure } from '#shared/contract/failure.ts';
import { logColumns } from '#shared/journal/log-entry.ts';
import { appendSome, makeWorkspace } from '../workspace/support.ts';

const textColumns = logColumns.filter((column) => column !== 'seq');
/** An entry's clock lies in a table of its own. */
const tableOf = (column: string): string => (column === 'clock' ? 'log_clock' : 'log');

async function closedWorkspace() {
  const { workspace, ...place } = await makeWorkspace();
  appendSome(workspace, 2);
  // Texts with every length of UTF-8, and with the character that stands for broken UTF-8.
  workspace.setOperator('Zoë Ωmega 日本 😀 \ufffd "quoted"\\');
  appendSome(workspace, 2);
  await workspace.close();
  return { ...place, file: join(place.directory, 'register.sqlite') };
}

/** Every stored byte of the log and its checkpoint, as SQLite reads them. */
function contents(file: string): string {
  const db = new SqliteDatabase(file, { readonly: true });
  try {
    const bytes = textColumns.map((column) =>
      db
        .prepare(`SELECT seq, typeof(${column}), hex(${column}) FROM ${tableOf(column)} ORDER BY seq`)
        .raw()
        .all(),
    );
    return JSON.stringify([bytes, db.prepare('SELECT id, hex(note) FROM checkpoint').raw().all()]);
  } finally {
    db.close();
  }
}

it('any change of any stored byte of an entry is reported at that entry', async () => {
  const { directory, env, file } = await closedWorkspace();
  const untouched = `${file}.untouched`;
  copyFileSync(file, untouched);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom(...textColumns),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (seq, column, position, flip) => {
        copyFileSync(untouched, file);
        const db = new SqliteDatabase(file);
        db.exec('DROP TRIGGER log_no_update');
        const bytes = db
          .prepare<[number], { value: Buffer }>(
            `SELECT CAST(${column} AS BLOB) AS value FROM ${tableOf(column)} WHERE seq = ?`,
          )
          .get(seq)?.value as Buffer;
        const at = position % bytes.length;
        bytes[at] = (bytes[at] as number) ^ flip;
        db.prepare(`UPDATE ${tableOf(column)} SET ${column} = CAST(? AS TEXT) WHERE seq = ?`).run(bytes, seq);
        db.close();
        const found = verifyRegister(directory, env);
        expect(found.ok).toBe(false);
        expect(found.problems.map((problem) => `${problem.seq} ${problem.kind}`)).toContain(`${seq} changed`);
      },
    ),
    { numRuns: 300 },
  );
});

it('bytes that are no UTF-8, put in place of the character that stands for such, are reported', async () => {
  const { directory, env, file } = await closedWorkspace();
  const db = new SqliteDatabase(file);
  db.exec(
    `DROP TRIGGER log_no_update; UPDATE log SET actor = CAST(replace(hex(actor), 'EFBFBD', 'FF') AS TEXT) WHERE seq = 6`,
  );
  const hex = db.prepare<[], { actor: string }>('SELECT actor FROM log WHERE seq = 6').get()?.actor as string;
  expect(hex).toContain('FF');
  db.prepare('UPDATE log SET actor = CAST(? AS TEXT) WHERE seq = 6').run(Buffer.from(hex, 'hex'));
  expect(db.prepare('SELECT actor FROM log WHERE seq = 6').pluck().get()).toContain('\ufffd');
  db.close();
  expect(verifyRegister(directory, env).problems.map(({ seq, kind }) => `${seq} ${kind}`)).toContain('6 changed');
});

it('a flipped bit anywhere in register.sqlite is reported, or has left every entry and the checkpoint as they were', async () => {
  const { directory, env, file } = await closedWorkspace();
  const untouched = readFileSync(file);
  const before = contents(file);
  let reported = 0;
  fc.assert(
    fc.property(fc.nat({ max: untouched.length - 1 }), fc.integer({ min: 0, max: 7 }), (position, bit) => {
      const bytes = Buffer.from(untouched);
      bytes[position] = (bytes[position] as number) ^ (1 << bit);
      writeFileSync(file, bytes);
      try {
        if (verifyRegister(directory, env).ok) expect(contents(file)).toBe(before);
        else reported += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
        expect((error as Failure).code).toBe('WORKSPACE_FROM_FUTURE');
      }
    }),
    { numRuns: 500 },
  );
  expect(reported).toBeGreaterThan(0);
});
