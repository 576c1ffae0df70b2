import type { Database } from 'better-sqlite3';
import { purpose, type Purpose } from '#shared/domain/purpose.ts';
import { readBodies } from './documents.ts';

/** The workspace's own purposes, and presets that it has changed. */
export function purposesRepository(db: Database) {
  return {
    save: (value: Purpose): void => void db.prepare<[string, string]>('INSERT INTO purpose (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body').run(value.id, JSON.stringify(value)),
    list: (): Purpose[] => readBodies(purpose, db.prepare<[], { body: string }>('SELECT body FROM purpose ORDER BY id').all()),
  };
}
