import type { FromEngine, ToEngine } from '#shared/contract/control.ts';

/**
 * The pipe to the main process: `process.parentPort` in a utility process, the IPC channel in a child process, a
 * function in tests. Listeners add up.
 */
export interface ControlChannel {
  send(message: FromEngine): void;
  onMessage(listener: (message: ToEngine) => void): void;
  onClose(listener: () => void): void;
}
