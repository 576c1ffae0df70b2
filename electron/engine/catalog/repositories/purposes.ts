import type { Database } from 'better-sqlite3';
import { purpose, type Purpose } from '#shared/domain/purpose.ts';
import { readBodies, refuseUnreadable, type StoredBody } from './documents.ts';

/** The workspace's own purposes, and presets that it has changed. */
export function purposesRepository(db: Database) {
  return {
    /** @throws Failure WORKSPACE_FROM_FUTURE */
    save(value: Purpose): void {
      refuseUnreadable(
        purpose,
        db.prepare<[string], StoredBody>('SELECT * FROM purpose WHERE id = ?').get(value.id),
        value.title,
      );
      db.prepare<[string, string]>(
        'INSERT INTO purpose (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
      ).run(value.id, JSON.stringify(value));
    },
    list: (): Purpose[] => readBodies(purpose, db.prepare<[], StoredBody>('SELECT * FROM purpose ORDER BY id').all()),
  };
}
