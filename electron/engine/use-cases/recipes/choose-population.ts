import { quietJob } from '#engine/jobs/quiet-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withFile } from '#engine/tables/from-file.ts';

/**
 * Reads a granted table of everybody that a dataset was drawn from, and keeps for this session where it is: recipes name
 * it by its SHA-256 and hold no path.
 * @throws Failure as `withFile`
 */
export const choosePopulation = (
  state: EngineSession,
  { grantId }: { grantId: string },
  signal: AbortSignal | undefined,
): Promise<{ fileName: string; rows: number; sha256: string }> =>
  withFile(
    state,
    { grantId },
    quietJob(signal),
    async ({ fileName, rows, sha256, unchanged }) => {
      await unchanged?.();
      state.populations.set(sha256, grantId);
      state.populations.set('population', grantId);
      return { fileName, rows, sha256 };
    },
    { forRelease: true },
  );
