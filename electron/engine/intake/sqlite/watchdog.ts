import { endReader, onTask } from '../reader-process.ts';
import type { SqliteTask } from './task.ts';
import { watchReader } from './watch-reader.ts';

/** Entry of the process in which a SQLite file is read. */
onTask<SqliteTask>((task) => {
  watchReader(task, (message) => {
    process.send?.(message);
    // Whoever hears the last word ends the process; it is not waited for long.
    if (message.type !== 'progress') setTimeout(endReader, 1000);
  });
});
