import { createRouter } from './dispatch/router.ts';
import type { EngineEnvironment } from './engine-environment.ts';
import type { GrantStore } from './grants/grant-store.ts';
import { guardOutputs, type GuardedInput, type GuardedOutput } from './grants/guard-outputs.ts';
import { EngineSession } from './session/engine-session.ts';
import { workPrefix } from './workspace/work-directory.ts';

export type { GuardedInput, GuardedOutput };

export interface Engine {
  /** The contract's implementation, for any transport. */
  router: ReturnType<typeof createRouter>;
  /** Paths that may be touched; only the shell or the command line adds to it, never a window. */
  grants: GrantStore;
  /** The engine's private working directory (0700), wiped on close. */
  privateDirectory(): Promise<string>;
  /** What the paths of all working directories of this process begin with. */
  workPrefix: string;
  /** Id of the open workspace's dataset that a typed word means: a file (by its SHA-256), a name or an id. */
  findDataset(word: string): Promise<string>;
  /**
   * Refuses outputs that would touch an input, a certificate, each other, a workspace or a device. @throws Failure
   * TARGET_PROTECTED
   */
  guardOutputs(outputs: readonly GuardedOutput[], inputs: readonly GuardedInput[], workspace?: string): void;
  /** Cancels what runs, seals and closes the workspace, wipes the working directory. */
  close(): Promise<void>;
}

/**
 * The composition root: paths, clock and randomness are arguments, so that it runs unchanged in Electron, on the
 * command line and in tests.
 */
export function createEngine(environment: EngineEnvironment): Engine {
  const state = new EngineSession(environment);
  return {
    router: createRouter(state),
    grants: state.grants,
    privateDirectory: () => state.privateDirectory(),
    workPrefix: workPrefix(environment.workRoot),
    findDataset: (word) => state.findDataset(word),
    guardOutputs: (outputs, inputs, workspace) =>
      guardOutputs(outputs, inputs, {
        own: [environment.profileDirectory, environment.workRoot],
        workspaces: workspace === undefined ? [] : [workspace],
      }),
    close: () => state.close(),
  };
}
