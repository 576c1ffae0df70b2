import SqliteDatabase from 'better-sqlite3';

export interface FileLock {
  release(): void;
}

/**
 * Takes a lock that the operating system frees when its process dies, however it dies: an exclusive SQLite transaction
 * on a file of its own (POSIX record locks, LockFileEx on Windows). The file stays empty and is never deleted: that
 * would be a race.
 * @returns null when another process, or another part of this one, holds it
 * @throws SQLite's error where the file cannot be made (a read-only folder)
 */
export function takeFileLock(file: string): FileLock | null {
  const db = new SqliteDatabase(file, { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return { release: () => void db.close() };
}
