import type { ElectronApplication } from '@playwright/test';
import { isEngine, processesOf } from './process-tree.ts';

/** Process id of the engine below an app; null where none runs. Linux only. */
export const enginePid = (app: ElectronApplication): number | null =>
  processesOf(app.process().pid!).find(isEngine)?.pid ?? null;
