import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileCache } from '../runtime/project-root.mjs';

const preload = pathToFileURL(fileURLToPath(new URL('report-usage.mjs', import.meta.url))).href;

/**
 * Runs `node script ...args` and says what it took.
 * @param statuses exit statuses that are no failure
 * @returns {Promise<{ wallSeconds: number, cpuSeconds: number, peakMb: number, readBytes: number | null, stdout: string }>}
 * @throws with the last line of what the process said, when it fails
 */
export async function measure(node, folder, script, args, statuses = [0]) {
  const usage = join(folder, `usage-${process.hrtime.bigint()}.json`);
  const started = process.hrtime.bigint();
  const child = spawn(node, ['--no-warnings', '--import', preload, script, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: compileCache,
      CUSTOS_BENCH_USAGE: usage,
      CUSTOS_HOME: join(folder, 'account'),
      NO_COLOR: '1',
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const stop = () => child.kill();
  process.once('exit', stop);
  const status = await new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  process.off('exit', stop);
  const wallSeconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (!statuses.includes(status))
    throw new Error(`exit ${status}: ${stderr.trim().split('\n').slice(-3).join(' ').slice(0, 300)}`);
  const used = JSON.parse(readFileSync(usage, 'utf8'));
  rmSync(usage);
  return { wallSeconds, ...used, stdout };
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
