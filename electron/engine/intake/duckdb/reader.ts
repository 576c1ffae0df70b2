import { Failure } from '#shared/contract/failure.ts';
import { endReader, onTask } from '../reader-process.ts';
import { readDatabase } from './read-database.ts';
import type { DuckDbMessage, DuckDbTask } from './task.ts';

/** Entry of the process in which a DuckDB file is read: a damaged one may take it down. */
onTask<DuckDbTask>((task) => {
  const say = (message: DuckDbMessage): void => {
    process.send?.(message);
    setTimeout(endReader, 1000);
  };
  readDatabase(task).then(
    (found) => say({ type: 'done', found }),
    (error: unknown) =>
      say(
        error instanceof Failure
          ? { type: 'failed', code: error.code, message: error.message }
          : { type: 'failed', code: 'INTERNAL', message: '' },
      ),
  );
});
