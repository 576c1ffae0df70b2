import type { SqliteTask } from './task.ts';
import { watchReader } from './watch-reader.ts';

/** Entry of the process in which a SQLite file is read. It ends with whoever started it, however that one ended. */
const end = (): void => void process.kill(process.pid, 'SIGKILL');

process.on('disconnect', end);
// Of a terminal's signals its starter decides.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.once('message', (task) => {
  watchReader(task as SqliteTask, (message) => {
    process.send?.(message);
    // Whoever hears the last word ends the process; it is not waited for long.
    if (message.type !== 'progress') setTimeout(end, 1000);
  });
});
