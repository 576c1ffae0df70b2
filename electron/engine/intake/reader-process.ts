import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Who hears what a reader says, and that it is gone before its last word. */
export interface ReaderListener<Message> {
  message: (message: Message) => void;
  gone: (error: Error | null) => void;
}

/** A packaged Electron is forbidden to be Node for anybody: there a file is read in the engine's own process. */
export const readsInProcess = process.versions.electron === undefined;

/**
 * Starts a reader's script as a process of its own and sends it its task: it can be ended in the midst of a statement, and
 * its crash is no crash of the engine's.
 * @returns ends it; it is gone when that resolves
 */
export function startReaderProcess<Message>(
  script: URL,
  task: object,
  listener: ReaderListener<Message>,
): () => Promise<unknown> {
  const { NODE_OPTIONS: _switches, ...env } = process.env;
  const child = fork(fileURLToPath(script), [], {
    execArgv: ['--no-warnings'],
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve(listener.gone(null)));
    child.once('error', (error) => resolve(listener.gone(error)));
  });
  child.on('message', listener.message);
  child.send(task, () => {});
  return () => {
    child.kill('SIGKILL');
    return gone;
  };
}

/** What a reader's process does besides: it ends with whoever started it, however that one ended. */
export const endReader = (): void => void process.kill(process.pid, 'SIGKILL');

/** Of a terminal's signals the starter decides. @param begin is given the task */
export function onTask<Task>(begin: (task: Task) => void): void {
  process.on('disconnect', endReader);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  process.once('message', (task) => begin(task as Task));
}
