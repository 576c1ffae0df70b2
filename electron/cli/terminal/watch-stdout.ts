import { isDiskFull } from '#engine/machine/disk-full.ts';
import { programText } from '#shared/text/cli/program.ts';

interface WatchedStdout {
  flushed(): Promise<void>;
  failure(): string | null;
}

let watched: WatchedStdout | undefined;

/**
 * Watches standard output, once for the process: what is closed stays closed. A reader that has seen enough
 * (`custos … | head`) is normal use: the work goes on to its end, with its clean-up, and its status stands. Anything
 * else that cannot be written is a failure.
 */
export const watchStdout = (): WatchedStdout => (watched ??= watch());

function watch(): WatchedStdout {
  let closed = false;
  let failure: string | null = null;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') closed = true;
    else failure ??= isDiskFull(error) ? programText.stdoutFull : programText.stdoutFailed;
  });
  return {
    flushed: () =>
      new Promise((done) => {
        if (closed || failure !== null || process.stdout.destroyed) setImmediate(done);
        else process.stdout.write('', () => setImmediate(done));
      }),
    failure: () => failure,
  };
}
