import { spawn } from 'node:child_process';

/**
 * Runs a program that fetches something and watches that bytes keep arriving: a download that is blocked fails soon,
 * one that is slow is never cut off while it still moves.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, bytes: () => number, firstByteSeconds: number, stallSeconds:
 *   number, onProgress: (bytes: number) => void }} options `bytes` measures what has arrived; `firstByteSeconds` is the
 *   wait for the first of them, `stallSeconds` the longest pause afterwards
 * @returns {Promise<{ ok: boolean, output: string, bytes: number }>} `output` is what the program wrote, at most 64 kB
 */
export function runWatched(command, args, options) {
  return new Promise((resolve) => {
    const started = Date.now();
    const before = options.bytes();
    let seen = before;
    let lastGrowth = started;
    let output = '';
    let reason = '';
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    const stop = () => {
      try {
        // The whole process group: npm's own children would go on downloading otherwise.
        if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
        else process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Already gone.
      }
    };
    const interrupted = () => {
      stop();
      process.exit(130);
    };
    process.once('SIGINT', interrupted);
    process.once('SIGTERM', interrupted);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (output = (output + text).slice(-65_536)));
    const parent = process.ppid;
    const timer = setInterval(() => {
      // Whoever waited for this has gone: nobody would use what goes on arriving.
      if (process.ppid !== parent) interrupted();
      const now = options.bytes();
      if (now > seen) {
        lastGrowth = Date.now();
        options.onProgress(now - before);
      }
      seen = Math.max(seen, now);
      const limit = seen > before ? options.stallSeconds : options.firstByteSeconds;
      if (Date.now() - lastGrowth > limit * 1000) {
        reason = `no data arrived for ${limit} seconds`;
        stop();
      }
    }, 1000);
    const finish = (/** @type {boolean} */ ok, /** @type {string} */ text) => {
      clearInterval(timer);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
      resolve({ ok, output: reason || text, bytes: Math.max(seen, options.bytes()) - before });
    };
    child.on('error', (error) => finish(false, error.message));
    child.on('close', (code) => finish(code === 0 && !reason, output));
  });
}
