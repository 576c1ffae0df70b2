import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { consentBatch, type ConsentBatch } from '#shared/domain/consent.ts';
import { readBodies, type StoredBody } from './documents.ts';

/** A row of `consent_event`, without its number. */
export interface NewConsentEvent {
  /** Keyed pseudonym, hexadecimal. */
  person: string;
  purpose: string;
  state: string;
  at: string | null;
  until: string | null;
  doubt: string | null;
}

/** A row of `consent_event`. */
export interface StoredConsentEvent extends NewConsentEvent {
  seq: number;
  batch: string;
}

/** How many events a reading brought, the hash over them and the number of the last. */
export interface HashedEvents {
  events: number;
  sha256: string;
  lastEvent: number;
}

const columns = ['seq', 'batch', 'person', 'purpose', 'state', 'at', 'until', 'doubt'].join(', ');

/**
 * The consent ledger. Events are added and never changed: the hash over those of a reading stands in its batch, and the
 * log has the batch by its hash. Call inside `workspace.transaction`, together with the entry.
 */
export function consentRepository(db: Database) {
  // A register that nobody has opened for writing since is read as it is.
  const there =
    db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'consent_event'`).get() !== undefined;
  return {
    /** Oldest first. */
    batches: (): ConsentBatch[] =>
      there
        ? readBodies(consentBatch, db.prepare<[], StoredBody>('SELECT * FROM consent_batch').all()).toSorted(
            (a, b) => a.lastEvent - b.lastEvent || (a.recordedAt < b.recordedAt ? -1 : 1),
          )
        : [],
    /**
     * Adds the events of a reading that the ledger does not have yet; its batch is added when their hash is known.
     * @returns how many were new
     */
    addNewEvents(batch: string, events: Iterable<NewConsentEvent>): number {
      const known = db.prepare<[string, string, string, string | null, string | null, string | null]>(
        'SELECT 1 FROM consent_event WHERE purpose = ? AND person = ? AND state = ? AND at IS ? AND until IS ? AND doubt IS ?',
      );
      const insert = db.prepare<[string, string, string, string, string | null, string | null, string | null]>(
        'INSERT INTO consent_event (batch, person, purpose, state, at, until, doubt) VALUES (?, ?, ?, ?, ?, ?, ?)',
      );
      let added = 0;
      for (const { person, purpose, state, at, until, doubt } of events) {
        // What has no date is said anew each time; a yes without one adds nothing.
        if ((at !== null || doubt === 'undated') && known.get(purpose, person, state, at, until, doubt) !== undefined)
          continue;
        insert.run(batch, person, purpose, state, at, until, doubt);
        added += 1;
      }
      return added;
    },
    addBatch: (batch: ConsentBatch): void =>
      void db
        .prepare<[string, string]>('INSERT INTO consent_batch (id, body) VALUES (?, ?)')
        .run(batch.id, JSON.stringify(batch)),
    lastEvent: (): number =>
      there ? (db.prepare<[], { n: number | null }>('SELECT max(seq) AS n FROM consent_event').get()?.n ?? 0) : 0,
    /** Of one purpose, a person's together. @param upTo number of the last one that counts */
    ofPurpose: (purpose: string, upTo: number): IterableIterator<StoredConsentEvent> =>
      there
        ? db
            .prepare<[string, number], StoredConsentEvent>(
              `SELECT ${columns} FROM consent_event WHERE purpose = ? AND seq <= ? ORDER BY person, seq`,
            )
            .iterate(purpose, upTo)
        : ([] as StoredConsentEvent[])[Symbol.iterator](),
    /** Of one person, in the order in which they were entered. */
    ofPerson: (person: string): StoredConsentEvent[] =>
      there
        ? db
            .prepare<[string], StoredConsentEvent>(`SELECT ${columns} FROM consent_event WHERE person = ? ORDER BY seq`)
            .all(person)
        : [],
    /** Purposes that the ledger has events of, with how many. */
    purposes: (): { purpose: string; events: number }[] =>
      there
        ? db
            .prepare<[], { purpose: string; events: number }>(
              'SELECT purpose, count(*) AS events FROM consent_event GROUP BY purpose ORDER BY purpose',
            )
            .all()
        : [],
    /** By the id of a reading: the hash over its events. @param only of one reading */
    hashes: (only?: string): Map<string, HashedEvents> => (there ? hashEvents(db, only) : new Map()),
  };
}

/**
 * The one way in which events of the ledger are ever changed: somebody is erased. Call inside `workspace.transaction`,
 * together with the entry that holds what is left.
 */
export const consentErasure = (db: Database) => ({
  /** @returns ids of the readings that lost events */
  erase(people: readonly string[]): string[] {
    const find = db.prepare<[string], { batch: string }>('SELECT DISTINCT batch FROM consent_event WHERE person = ?');
    const remove = db.prepare<[string]>('DELETE FROM consent_event WHERE person = ?');
    const batches = people.flatMap((person) => find.all(person).map(({ batch }) => batch));
    for (const person of people) remove.run(person);
    return [...new Set(batches)];
  },
  /** What a reading says of its events from now on. */
  changeBatch: (batch: ConsentBatch): void =>
    void db
      .prepare<[string, string]>('UPDATE consent_batch SET body = ? WHERE id = ?')
      .run(JSON.stringify(batch), batch.id),
});

/** SHA-256 over the events of each reading as they are stored, a line of JSON for each. */
function hashEvents(db: Database, only: string | undefined): Map<string, HashedEvents> {
  const open = new Map<string, { events: number; hash: ReturnType<typeof createHash>; lastEvent: number }>();
  const rows = db
    .prepare<string[], StoredConsentEvent>(
      `SELECT ${columns} FROM consent_event ${only === undefined ? '' : 'WHERE batch = ? '}ORDER BY seq`,
    )
    .iterate(...(only === undefined ? [] : [only]));
  for (const { seq, batch, person, purpose, state, at, until, doubt } of rows) {
    const into = open.get(batch) ?? { events: 0, hash: createHash('sha256'), lastEvent: 0 };
    open.set(batch, into);
    into.hash.update(`${JSON.stringify([seq, person, purpose, state, at, until, doubt])}\n`);
    into.events += 1;
    into.lastEvent = seq;
  }
  return new Map(
    [...open].map(([batch, { events, hash, lastEvent }]) => [batch, { events, lastEvent, sha256: hash.digest('hex') }]),
  );
}

/** SHA-256 over no events at all. */
export const noEventsSha256 = createHash('sha256').digest('hex');
