import SqliteDatabase, { type Database } from 'better-sqlite3';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { leafText, type StoredEntry } from '#shared/journal/log-entry.ts';

/** What any SQLite client may do: drop the guards, then anything. */
export function edit(file: string, work: (db: Database) => void, keepTriggers = false): void {
  const db = new SqliteDatabase(file);
  db.unsafeMode(true);
  if (!keepTriggers)
    for (const trigger of ['log_no_update', 'log_no_delete', 'log_insert_guard']) db.exec(`DROP TRIGGER ${trigger}`);
  work(db);
  db.close();
}

const rehashed = (entry: StoredEntry): StoredEntry => ({
  ...entry,
  leaf_hash: registerCrypto.leafHash(leafText(entry)),
});
export const rowsOf = (db: Database): StoredEntry[] =>
  db.prepare<[], StoredEntry>('SELECT log.*, clock FROM log LEFT JOIN log_clock USING (seq) ORDER BY seq').all();
const replaceAll = (db: Database, rows: StoredEntry[]): void => {
  db.exec('DELETE FROM log; DELETE FROM log_clock');
  for (const row of rows) {
    db.prepare(
      'INSERT INTO log (seq, leaf_hash, prev_hash, ts, kind, actor, subject_ref, payload) VALUES (@seq, ' +
        '@leaf_hash, @prev_hash, @ts, @kind, @actor, @subject_ref, @payload)',
    ).run(row);
    db.prepare('INSERT INTO log_clock (seq, clock) VALUES (@seq, @clock)').run(row);
  }
};
/** A self-consistent chain over the rows, as someone without the key can make it. */
const rechained = (rows: StoredEntry[]): StoredEntry[] => {
  let previous = '0'.repeat(64);
  return rows.map((row, index) => {
    const next = rehashed({ ...row, seq: index + 1, prev_hash: previous });
    previous = next.leaf_hash;
    return next;
  });
};

/**
 * Ways to tamper with a closed register of eight entries, the fourth a changed setting, by any SQLite client, and where
 * each is found (`<entry or -> <kind>`).
 */
export const tamperings: [way: string, work: (db: Database) => void, found: string[]][] = [
  [
    'one character of a payload',
    (db) => db.exec(`UPDATE log SET payload = replace(payload, 'example', 'exampel') WHERE seq = 4`),
    ['4 changed'],
  ],
  [
    'the payload with its fields in another order',
    (db) => db.exec(`UPDATE log SET payload = '{"to":2,"setting":"example","from":1}' WHERE seq = 4`),
    ['4 changed'],
  ],
  ['a space in a payload', (db) => db.exec(`UPDATE log SET payload = payload || ' ' WHERE seq = 4`), ['4 changed']],
  ['a time', (db) => db.exec(`UPDATE log SET ts = '2025-12-31T23:59:59.000Z' WHERE seq = 5`), ['5 changed']],
  ['an actor', (db) => db.exec(`UPDATE log SET actor = 'Bob' WHERE seq = 1`), ['1 changed']],
  ['a kind', (db) => db.exec(`UPDATE log SET kind = 'policy.changed' WHERE seq = 8`), ['8 changed']],
  ['a subject', (db) => db.exec(`UPDATE log SET subject_ref = 'x' WHERE seq = 2`), ['2 changed']],
  ['a previous-hash', (db) => db.exec(`UPDATE log SET prev_hash = '${'f'.repeat(64)}' WHERE seq = 3`), ['3 changed']],
  ['a leaf hash', (db) => db.exec(`UPDATE log SET leaf_hash = '${'f'.repeat(64)}' WHERE seq = 3`), ['3 changed']],
  ['an upper-case hash', (db) => db.exec(`UPDATE log SET leaf_hash = upper(leaf_hash) WHERE seq = 3`), ['3 changed']],
  ['a middle entry removed', (db) => db.exec('DELETE FROM log WHERE seq = 4'), ['4 missing']],
  ['the first entry removed', (db) => db.exec('DELETE FROM log WHERE seq = 1'), ['1 missing']],
  ['two entries removed apart', (db) => db.exec('DELETE FROM log WHERE seq IN (3, 6)'), ['3 missing', '6 missing']],
  [
    'the newest entry removed',
    (db) => db.exec('DELETE FROM log WHERE seq = 8'),
    ['8 removed', '8 removed', '8 removed'],
  ],
  ['the last three removed', (db) => db.exec('DELETE FROM log WHERE seq > 5'), ['6 removed', '6 removed', '6 removed']],
  ['all entries removed', (db) => db.exec('DELETE FROM log'), ['1 missing', '1 removed', '1 removed', '1 removed']],
  [
    'an entry put at the end',
    (db) =>
      db.exec(
        `INSERT INTO log SELECT 9, leaf_hash, prev_hash, ts, kind, actor, subject_ref, payload FROM log WHERE seq = 8`,
      ),
    ['9 changed', '9 unsigned'],
  ],
  [
    'a well-chained entry put at the end',
    (db) => {
      const last = rowsOf(db).at(-1) as StoredEntry;
      replaceAll(db, [...rowsOf(db), rehashed({ ...last, seq: 9, prev_hash: last.leaf_hash })]);
    },
    ['9 unsigned'],
  ],
  [
    'an entry put before the first',
    (db) =>
      db.exec(
        `INSERT INTO log SELECT 0, leaf_hash, prev_hash, ts, kind, actor, subject_ref, payload FROM log WHERE seq = 8`,
      ),
    ['0 inserted'],
  ],
  [
    'an entry far beyond the end',
    (db) =>
      db.exec(
        'INSERT INTO log SELECT 100, leaf_hash, prev_hash, ts, kind, actor, subject_ref, payload FROM log WHERE ' +
          'seq = 8',
      ),
    ['9 missing', '9 unsigned', '100 changed'],
  ],
  [
    'the contents of two entries swapped',
    (db) => {
      const rows = rowsOf(db);
      replaceAll(
        db,
        rows.map((row) =>
          row.seq === 3
            ? { ...(rows[4] as StoredEntry), seq: 3 }
            : row.seq === 5
              ? { ...(rows[2] as StoredEntry), seq: 5 }
              : row,
        ),
      );
    },
    ['3 changed', '5 changed'],
  ],
  [
    'an entry replaced together with its own hash',
    (db) =>
      replaceAll(
        db,
        rowsOf(db).map((row) => (row.seq === 4 ? rehashed({ ...row, payload: '{}' }) : row)),
      ),
    ['4 replaced'],
  ],
  [
    'an entry replaced together with both its hashes',
    (db) =>
      replaceAll(
        db,
        rowsOf(db).map((row) => (row.seq === 4 ? rehashed({ ...row, prev_hash: '0'.repeat(64) }) : row)),
      ),
    ['4 replaced'],
  ],
  [
    'the first entry replaced together with its own hash',
    (db) =>
      replaceAll(
        db,
        rowsOf(db).map((row) => (row.seq === 1 ? rehashed({ ...row, actor: 'Bob' }) : row)),
      ),
    ['1 replaced'],
  ],
  [
    'a middle entry removed and everything chained anew',
    (db) => replaceAll(db, rechained(rowsOf(db).filter(({ seq }) => seq !== 4))),
    ['8 removed', '8 removed', '8 removed'],
  ],
  [
    'an entry slipped in and everything chained anew',
    (db) => {
      const rows = rowsOf(db);
      replaceAll(db, rechained([...rows.slice(0, 4), rows[3] as StoredEntry, ...rows.slice(4)]));
    },
    ['9 unsigned', '- rewritten', '- rewritten', '- rewritten'],
  ],
  [
    'one entry changed and everything chained anew',
    (db) => replaceAll(db, rechained(rowsOf(db).map((row) => (row.seq === 4 ? { ...row, actor: 'Bob' } : row)))),
    ['- rewritten', '- rewritten', '- rewritten'],
  ],
  [
    'INSERT OR REPLACE',
    (db) =>
      db.exec(
        `INSERT OR REPLACE INTO log SELECT seq, leaf_hash, prev_hash, ts, kind, 'Bob', subject_ref, payload FROM ` +
          'log WHERE seq = 4',
      ),
    ['4 changed'],
  ],
  [
    'an upsert',
    (db) => db.exec(`INSERT INTO log SELECT * FROM log WHERE seq = 4 ON CONFLICT (seq) DO UPDATE SET actor = 'Bob'`),
    ['4 changed'],
  ],
  [
    'text that became bytes',
    (db) => {
      db.pragma('writable_schema = ON');
      db.exec(`UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'log'`);
      db.pragma('writable_schema = RESET');
      db.exec('UPDATE log SET payload = CAST(payload AS BLOB) WHERE seq = 4');
    },
    ['4 changed', '- schema-changed'],
  ],
  [
    'the clock of an entry',
    (db) => db.exec(`UPDATE log_clock SET clock = '2036-01-01T00:00:00.000Z' WHERE seq = 5`),
    ['5 changed'],
  ],
  ['the clock of an entry taken away', (db) => db.exec('DELETE FROM log_clock WHERE seq = 5'), ['5 changed']],
  ['all clocks taken away', (db) => db.exec('DROP TABLE log_clock'), ['- file-damaged']],
  ['a further column', (db) => db.exec(`ALTER TABLE log ADD COLUMN note TEXT`), ['- schema-changed']],
  ['a renamed column', (db) => db.exec('ALTER TABLE log RENAME COLUMN actor TO who'), ['- file-damaged']],
  [
    'a trigger of their own',
    (db) => db.exec(`CREATE TRIGGER mine AFTER INSERT ON log BEGIN SELECT 1; END`),
    ['- schema-changed'],
  ],
  ['the table dropped', (db) => db.exec('DROP TABLE log'), ['- file-damaged']],
  [
    'a view in place of the table',
    (db) => db.exec('ALTER TABLE log RENAME TO log2; CREATE VIEW log AS SELECT * FROM log2'),
    ['- schema-changed'],
  ],
  ['the signed checkpoint removed', (db) => db.exec('DELETE FROM checkpoint'), ['- head-missing']],
  [
    'the signed checkpoint edited',
    (db) =>
      db.exec(`UPDATE checkpoint SET note = replace(note, char(10) || '8' || char(10), char(10) || '7' || char(10))`),
    ['- head-invalid'],
  ],
  [
    'a text in another Unicode form',
    (db) => db.exec(`UPDATE log SET actor = 'Zoe' || char(776) WHERE seq = 5`),
    ['5 changed'],
  ],
  [
    'a whole number written as a fraction',
    (db) => db.exec(`UPDATE log SET payload = replace(payload, '"from":1', '"from":1.0') WHERE seq = 4`),
    ['4 changed'],
  ],
  [
    'one number given to two entries',
    (db) => {
      db.exec(`UPDATE log SET seq = 40 WHERE seq = 4; UPDATE log SET seq = 4 WHERE seq = 5`);
    },
    ['4 changed', '5 missing', '9 missing', '9 unsigned', '40 changed'],
  ],
];
