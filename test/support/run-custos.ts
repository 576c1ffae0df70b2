import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

const command = resolve(import.meta.dirname, '../../bin/custos.mjs');

/**
 * A folder of its own with its own per-account home, so that tests see neither each other nor the account they run
 * under.
 */
export function makeDesk() {
  const directory = mkdtempSync(join(tmpdir(), 'custos-desk-'));
  const env = {
    ...process.env,
    CUSTOS_HOME: join(directory, 'home'),
    CUSTOS_PASSPHRASE: 'a passphrase of the tests',
    NO_COLOR: '1',
  };
  return {
    directory,
    path: (name: string) => join(directory, name),
    /** Runs the committed `bin/custos.mjs` in the folder, as a person would type it. */
    custos(
      args: string[],
      options: { env?: Record<string, string | undefined>; input?: string; signalAfterMs?: number } = {},
    ): Promise<Ran> {
      return new Promise((done, fail) => {
        const child = spawn(process.execPath, [command, ...args], {
          cwd: directory,
          env: { ...env, ...options.env },
          stdio: ['pipe', 'pipe', 'pipe'],
        });
        let stdout = '';
        let stderr = '';
        child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
        child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
        child.on('error', fail);
        child.on('close', (status) => done({ status, stdout, stderr }));
        if (options.signalAfterMs !== undefined) setTimeout(() => child.kill('SIGINT'), options.signalAfterMs);
        child.stdin.on('error', () => {});
        child.stdin.end(options.input ?? '');
      });
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
export type Desk = ReturnType<typeof makeDesk>;
