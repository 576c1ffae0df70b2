import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { openSource } from '#engine/intake/open-source.ts';
import type { OpenSource } from '#engine/intake/context.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '../session/engine-session.ts';

/**
 * Opens a granted file in a working directory of its own for the length of `work`, and leaves nothing behind; what
 * `work` keeps it must move out. A file that changed meanwhile is refused: work that cannot be taken back asks
 * `source.unchanged()` itself, before that (`asksItself`). `fingerprint` false: the source's SHA-256 is not needed.
 * DuckDB's count is not held against the independent one yet: `work` reads every row anyway and does so with its own
 * count (`refuseOtherCount`). `stored`: all of its rows will be stored. `lean`: with little
 * memory; `sparing`: with less than usual.
 */
export async function withSource<T>(
  state: EngineSession,
  input: {
    grantId: string;
    options?: Partial<IntakeOptions> | undefined;
    fingerprint?: boolean;
    asksItself?: boolean;
    lean?: boolean;
    sparing?: boolean;
    stored?: boolean;
  },
  job: JobContext,
  work: (source: OpenSource, directory: string) => Promise<T>,
): Promise<T> {
  const path = state.grants.readPath(input.grantId, 'source');
  const directory = await mkdtemp(join(state.workspace?.workDirectory ?? (await state.privateDirectory()), 'source-'));
  try {
    const source = await openSource(path, {
      directory,
      quick: true,
      fingerprint: input.fingerprint ?? true,
      lean: input.lean ?? false,
      sparing: input.sparing ?? false,
      stored: input.stored ?? false,
      ...(input.options ? { options: input.options } : {}),
      signal: job.signal,
      onProgress: (report) => job.progress(report),
    });
    try {
      const result = await work(source, directory);
      if (!input.asksItself) await source.unchanged();
      return result;
    } catch (error) {
      // Counts that differ, or a place that cannot be read any more, may come from a change.
      if (error instanceof Failure && (error.code === 'FILE_DAMAGED' || error.code === 'INTERNAL'))
        await source.unchanged();
      throw error;
    } finally {
      await source.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
