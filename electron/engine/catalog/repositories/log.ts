import type { Database, Statement } from 'better-sqlite3';
import { logColumns, type StoredEntry } from '#shared/journal/log-entry.ts';
import type { RawSignature } from '#shared/journal/operators.ts';
import type { RawRow } from '#shared/journal/verify-log.ts';

/** The columns of table `log` itself. */
const own = logColumns.filter((column) => column !== 'clock');
/** Schema version that brought each entry's clock. */
const clockSince = 5;

export interface LogPage {
  offset?: number;
  limit?: number;
  kind?: string | null;
}

/** The statements on table `log` and its checkpoint. */
export function logRepository(db: Database) {
  // A register that nobody has opened for writing since is read as it is.
  const hasClock = Number(db.pragma('user_version', { simple: true })) >= clockSince;
  const clock = hasClock ? '(SELECT clock FROM log_clock WHERE log_clock.seq = log.seq)' : 'NULL';
  return {
    ...entriesOf(db, clock),
    rows: () => rowsOf(db, hasClock),
    ...searchesOf(db, clock),
    ...signaturesOf(db),
    ...checkpointOf(db),
    ...soundnessOf(db),
  };
}

/** All columns of an entry, the clock by an expression of its own. */
const columnsWith = (clock: string): string =>
  logColumns.map((column) => (column === 'clock' ? `${clock} AS clock` : column)).join(', ');

/** A number beyond JavaScript's, in a damaged file, stays a bigint instead of ending the reading. */
const asNumber = (seq: unknown): unknown =>
  typeof seq === 'bigint' && seq >= Number.MIN_SAFE_INTEGER && seq <= Number.MAX_SAFE_INTEGER ? Number(seq) : seq;

/** Every row as stored, in order of `seq`: joined to its clock, which takes two thirds of looking up each. */
function* rowsOf(db: Database, hasClock: boolean): IterableIterator<RawRow> {
  const columns = [
    ...own.map((column) => `log.${column} AS ${column}`),
    `${hasClock ? 'log_clock.clock' : 'NULL'} AS clock`,
  ];
  const joined = hasClock ? 'log LEFT JOIN log_clock ON log_clock.seq = log.seq' : 'log';
  const rows = db
    .prepare<[], RawRow>(`SELECT ${columns.join(', ')} FROM ${joined} ORDER BY log.seq`)
    .safeIntegers()
    .iterate();
  try {
    for (const row of rows) {
      row.seq = asNumber(row.seq);
      yield row;
    }
  } finally {
    rows.return?.();
  }
}

/** Entries one by one, as stored. */
function entriesOf(db: Database, clock: string) {
  let insertion: Statement<StoredEntry> | undefined;
  let clockInsertion: Statement<StoredEntry> | undefined;
  const bytes = logColumns.map((column) => `CAST(${column === 'clock' ? clock : column} AS BLOB) AS ${column}`);
  const columns = columnsWith(clock);
  return {
    insert(entry: StoredEntry): void {
      insertion ??= db.prepare<StoredEntry>(
        `INSERT INTO log (${own.join(', ')}) VALUES (${own.map((column) => `@${column}`).join(', ')})`,
      );
      insertion.run(entry);
      clockInsertion ??= db.prepare<StoredEntry>('INSERT OR REPLACE INTO log_clock (seq, clock) VALUES (@seq, @clock)');
      if (entry.clock !== null) clockInsertion.run(entry);
    },
    newest: (): StoredEntry | undefined =>
      db.prepare<[], StoredEntry>(`SELECT ${columns} FROM log ORDER BY seq DESC LIMIT 1`).get(),
    get: (seq: number): StoredEntry | undefined =>
      db.prepare<[number], StoredEntry>(`SELECT ${columns} FROM log WHERE seq = ?`).get(seq),
    /** The stored bytes of an entry's texts. */
    bytesOf: (seq: number | bigint): Partial<Record<string, Uint8Array>> =>
      db
        .prepare<[number | bigint], Record<string, Uint8Array>>(`SELECT ${bytes.join(', ')} FROM log WHERE seq = ?`)
        .get(seq) ?? {},
  };
}

/** Entries by what is asked of them. */
function searchesOf(db: Database, clock: string) {
  const columns = columnsWith(clock);
  return {
    /** Entries of these kinds that follow a number, oldest first. */
    ofKinds: (
      kinds: readonly string[],
      after = 0,
    ): IterableIterator<Pick<StoredEntry, 'seq' | 'ts' | 'kind' | 'actor' | 'subject_ref' | 'payload'>> =>
      db
        .prepare<[string, number], Pick<StoredEntry, 'seq' | 'ts' | 'kind' | 'actor' | 'subject_ref' | 'payload'>>(
          'SELECT seq, ts, kind, actor, subject_ref, payload FROM log WHERE kind IN (SELECT value FROM json_each(?)) ' +
            'AND seq > ? ORDER BY seq',
        )
        .iterate(JSON.stringify(kinds), after),
    /** Newest first. */
    find({ offset = 0, limit = 200, kind = null }: LogPage): { total: number; entries: StoredEntry[] } {
      const where = 'WHERE @kind IS NULL OR kind = @kind';
      const { total } = db
        .prepare<object, { total: number }>(`SELECT count(*) AS total FROM log ${where}`)
        .get({ kind }) ?? { total: 0 };
      return {
        total,
        entries: db
          .prepare<object, StoredEntry>(
            `SELECT ${columns} FROM log ${where} ORDER BY seq DESC LIMIT @limit OFFSET @offset`,
          )
          .all({ kind, limit, offset }),
      };
    },
    /** Every entry about one of these ids, oldest first: what the log said of them. */
    about: (ids: readonly string[]): StoredEntry[] =>
      db
        .prepare<[string], StoredEntry>(
          `SELECT ${columns} FROM log WHERE subject_ref IN (SELECT value FROM json_each(?)) ORDER BY seq`,
        )
        .all(JSON.stringify(ids)),
    /** The entries that follow a number, oldest first. */
    after: (seq: number, limit: number): StoredEntry[] =>
      db
        .prepare<[number, number], StoredEntry>(`SELECT ${columns} FROM log WHERE seq > ? ORDER BY seq LIMIT ?`)
        .all(seq, limit),
    /** Entries of these numbers, in the order of the numbers given. */
    these: (seqs: readonly number[]): StoredEntry[] => {
      const one = db.prepare<[number], StoredEntry>(`SELECT ${columns} FROM log WHERE seq = ?`);
      return seqs.flatMap((seq) => one.get(seq) ?? []);
    },
    kinds: (): string[] =>
      db
        .prepare<[], { kind: string }>('SELECT DISTINCT kind FROM log ORDER BY kind')
        .all()
        .map(({ kind }) => kind),
  };
}

/** Signatures that are read at once by whoever goes through all of them. */
const signaturesAtOnce = 1000;

type SignatureRow = NonNullable<RawSignature> & { seq: unknown };

/** Operators' signatures of entries, beside the log: its own columns stay as they are. */
function signaturesOf(db: Database) {
  let insertion: Statement<[number, string, string]> | undefined;
  let selection: Statement<[number, number], SignatureRow> | null | undefined;
  /** As stored, from one on; none where the register is older than operators. */
  const from = (seq: number, most: number): SignatureRow[] => {
    if (selection === undefined)
      selection =
        db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'log_signature'`).get() === undefined
          ? null
          : db
              .prepare<[number, number], SignatureRow>(
                'SELECT seq, public_key, signature FROM log_signature WHERE seq >= ? ORDER BY seq LIMIT ?',
              )
              .safeIntegers();
    return selection?.all(seq, most) ?? [];
  };
  return {
    sign(seq: number, publicKey: string, signature: string): void {
      insertion ??= db.prepare<[number, string, string]>(
        'INSERT OR REPLACE INTO log_signature (seq, public_key, signature) VALUES (?, ?, ?)',
      );
      insertion.run(seq, publicKey, signature);
    },
    /** As stored, for whoever goes from entry to entry while nobody writes; undefined where an entry has none. */
    signaturesAhead(): (seq: number) => RawSignature {
      let read = new Map<unknown, RawSignature>();
      let [first, last] = [Infinity, 0];
      return (seq) => {
        if (seq < first || seq > last) {
          const rows = from(seq, signaturesAtOnce);
          read = new Map(
            rows.map((row) => [asNumber(row.seq), { public_key: row.public_key, signature: row.signature }]),
          );
          first = seq;
          last = rows.length < signaturesAtOnce ? Infinity : Number(rows.at(-1)?.seq);
        }
        return read.get(seq);
      };
    },
  };
}

function checkpointOf(db: Database) {
  return {
    checkpoint: (): string | null => {
      const note = db.prepare<[], { note: unknown }>('SELECT note FROM checkpoint WHERE id = 1').get()?.note;
      return typeof note === 'string' ? note : null;
    },
    setCheckpoint: (note: string): void =>
      void db
        .prepare<[string]>(
          'INSERT INTO checkpoint (id, note) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET note = excluded.note',
        )
        .run(note),
  };
}

/** What tells whether the file itself is sound. */
function soundnessOf(db: Database) {
  return {
    /** Name and text of everything in the schema. */
    schema: (): { type: string; name: string; sql: string | null }[] =>
      db
        .prepare<[], { type: string; name: string; sql: string | null }>('SELECT type, name, sql FROM sqlite_schema')
        .all(),
    /** SQLite's own findings about the file; empty when it is sound. */
    damage: (): string[] =>
      db
        .prepare<[], { quick_check: string }>('PRAGMA quick_check(5)')
        .all()
        .map((row) => row.quick_check)
        .filter((line) => line !== 'ok'),
  };
}
export type LogRepository = ReturnType<typeof logRepository>;
