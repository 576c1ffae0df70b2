import type { EngineProcess, EngineProcessEvents, EngineProcessOptions } from './engine-process.ts';
import { startChildProcess } from './child-host.ts';
import { startUtilityProcess } from './utility-host.ts';

/** better-sqlite3 needs Node-API 10 and crashes below it. */
const neededNodeApi = 10;

/**
 * The one place that decides where the engine runs: in Electron's utility process, or in a Node 24 of its own where
 * Electron's Node is too old.
 */
export const startEngineProcess: (options: EngineProcessOptions, events: EngineProcessEvents) => EngineProcess =
  Number(process.versions.napi) >= neededNodeApi ? startUtilityProcess : startChildProcess;
