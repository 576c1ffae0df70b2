import type { GrantUse } from '#shared/contract/bridge.ts';

/** What main tells the engine: which files it may use, and what the windows' ports carry. */
export type ToEngine =
  | { control: 'grant'; grantId: string; path: string; use: GrantUse }
  | { control: 'connect'; connectionId: string }
  | { control: 'data'; connectionId: string; payload: unknown }
  | { control: 'disconnect'; connectionId: string }
  | { control: 'stop' };

/** What the engine tells main. `stopped`: everything is closed and wiped, the process may end. */
export type FromEngine = { control: 'ready' } | { control: 'data'; connectionId: string; payload: unknown } | { control: 'stopped' };

/** The engine's process, wherever it runs. Messages arrive in the order in which they were sent. */
export interface EngineProcess {
  readonly pid: number | undefined;
  send(message: ToEngine): void;
  kill(): void;
}

export interface EngineProcessEvents {
  onMessage(message: FromEngine): void;
  /** Once; `reason` in words for people. */
  onExit(reason: string): void;
}

export interface EngineProcessOptions {
  entry: string;
  args: string[];
  env: NodeJS.ProcessEnv;
}
