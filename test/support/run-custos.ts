import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { accountName } from '#engine/machine/account-name.ts';
import { createWorkspace } from '#engine/workspace/open-workspace.ts';

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
    /**
     * A workspace in the folder, as `custos init` makes it, but for its passphrase, which becomes a key at once: in earnest
     * that takes half a second of every command.
     */
    async workspace(name: string, organisation = ''): Promise<void> {
      const { workspace } = await createWorkspace(
        join(directory, name),
        { organisation, operator: accountName(), policy: 'customer-tracking', passphrase: env.CUSTOS_PASSPHRASE },
        {
          clock: () => new Date(),
          random: (bytes) => randomBytes(bytes),
          profileDirectory: join(env.CUSTOS_HOME, 'profile'),
          workRoot: join(env.CUSTOS_HOME, 'work'),
          appVersion: '0.0.0-test',
          passphraseCost: 4,
        },
      );
      await workspace.close();
    },
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
