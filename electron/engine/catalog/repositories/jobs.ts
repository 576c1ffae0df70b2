import type { Database } from 'better-sqlite3';

export interface JobRecord {
  id: string;
  kind: string;
  /** Id or name of what the job works on; no cell value. */
  subject: string;
  startedAt: string;
  endedAt: string | null;
  state: 'running' | 'succeeded' | 'failed' | 'cancelled' | 'interrupted';
}

const fields = 'id, kind, subject, started_at AS startedAt, ended_at AS endedAt, state';

/** Long work and how it ended. What is found running when a workspace is opened was cut off by a crash. */
export function jobsRepository(db: Database) {
  return {
    start: (job: Pick<JobRecord, 'id' | 'kind' | 'subject' | 'startedAt'>): void =>
      void db
        .prepare(
          `INSERT INTO job (id, kind, subject, started_at, state) VALUES (@id, @kind, @subject, @startedAt, 'running')`,
        )
        .run(job),
    end: (id: string, state: Exclude<JobRecord['state'], 'running'>, endedAt: string): void =>
      void db.prepare('UPDATE job SET state = ?, ended_at = ? WHERE id = ?').run(state, endedAt, id),
    list: (state?: JobRecord['state']): JobRecord[] =>
      db
        .prepare<object, JobRecord>(
          `SELECT ${fields} FROM job WHERE @state IS NULL OR state = @state ORDER BY started_at DESC, id`,
        )
        .all({ state: state ?? null }),
  };
}
