import type { GrantUse } from '#engine/grants/grant-store.ts';

/** Between the Electron main process and the engine, outside every window's reach: grants, and bytes of the windows' ports. */
export type ToEngine =
  | { control: 'grant'; grantId: string; path: string; use: GrantUse }
  | { control: 'connect'; connectionId: string }
  | { control: 'data'; connectionId: string; payload: unknown }
  | { control: 'disconnect'; connectionId: string }
  | { control: 'stop' };

export type FromEngine = { control: 'ready' } | { control: 'data'; connectionId: string; payload: unknown } | { control: 'stopped' };

/** The pipe to the main process: `process.parentPort` in a utility process, the IPC channel in a child process, a function in tests. */
export interface ControlChannel {
  send(message: FromEngine): void;
  onMessage(listener: (message: ToEngine) => void): void;
  onClose(listener: () => void): void;
}
