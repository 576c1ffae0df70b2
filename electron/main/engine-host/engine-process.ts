import type { FromEngine, ToEngine } from '#shared/contract/control.ts';

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
