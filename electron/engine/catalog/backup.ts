import type { Database } from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export const backupFile = (directory: string, name: string): string => join(directory, 'backups', name);

/** Copies the register as it is to `backups/register-v<schema>-<time>.sqlite`; returns the file's name. */
export function backUp(db: Database, directory: string, version: number, now: Date): string {
  const name = `register-v${version}-${now.toISOString().replace(/[:.]/g, '-')}.sqlite`;
  mkdirSync(join(directory, 'backups'), { recursive: true, mode: 0o700 });
  db.prepare('VACUUM INTO ?').run(backupFile(directory, name));
  return name;
}
