import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { closeSync, createReadStream, createWriteStream, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Contract } from '#shared/contract/index.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { JobEvent } from '#shared/contract/job.ts';
import { programText } from '#shared/text/cli/program.ts';
import { createEngine, type Engine } from '#engine/create-engine.ts';
import { engineEnvironment } from '#engine/engine-environment.ts';
import { createTerminal, type Terminal } from './terminal/output.ts';
import { readPassphrase } from './terminal/passphrase.ts';
import { checkFolder } from './terminal/write-whole.ts';

export type Client = ContractRouterClient<Contract>;

/** What every command works with: the same engine and contract as the window, grants for the paths that were typed, a terminal. */
export interface CommandContext {
  client: Client;
  engine: Engine;
  terminal: Terminal;
  /** Grants a file to read; `-` reads standard input into the private working directory first. */
  readGrant(path: string): Promise<string>;
  /** Grants a file to write; refuses an existing one without `force`. */
  writeGrant(path: string, force: boolean): string;
  /** Opens the workspace folder, asking for the passphrase where interface.md says. */
  openWorkspace(directory: string, passphraseFile: string | undefined): Promise<void>;
  /** Follows a job to its result; Ctrl-C cancels it and waits for the clean-up. */
  follow<T>(job: Promise<AsyncIterable<JobEvent<T>>>): Promise<T>;
}

export async function withContext(work: (context: CommandContext) => Promise<number>): Promise<number> {
  const environment = engineEnvironment();
  const engine = createEngine(environment);
  const client = createRouterClient(engine.router, { context: {} }) as unknown as Client;
  const terminal = createTerminal();
  let stdin: string | null = null;
  let runningJob: string | null = null;
  let interrupted = false;
  const onSignal = () => {
    if (interrupted) process.exit(130);
    interrupted = true;
    if (runningJob === null) void engine.close().finally(() => process.exit(130));
    else void client.jobs.cancel({ jobId: runningJob });
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    return await work({
      client,
      engine,
      terminal,
      readGrant: async (path) => {
        if (path !== '-') return engine.grants.add(path, 'read').grantId;
        stdin = mkdtempSync(join(await engine.privateDirectory(), 'stdin-'));
        const file = join(stdin, 'stdin');
        await pipeline(process.stdin, createWriteStream(file, { mode: 0o600 }));
        return engine.grants.add(file, 'read').grantId;
      },
      writeGrant: (path, force) => {
        if (existsSync(path) && !force) throw new Failure('TARGET_EXISTS', programText.targetExists(path));
        checkFolder(path);
        return engine.grants.add(path, 'write').grantId;
      },
      openWorkspace: async (directory, passphraseFile) => {
        const grantId = engine.grants.add(resolve(directory), 'workspace-open').grantId;
        const opened = await client.workspaces.open({ grantId, passphrase: await readPassphrase({ passphraseFile }) });
        for (const notice of opened.notices) terminal.say(notice);
      },
      follow: async (job) => {
        for await (const event of await job) {
          if (event.type === 'started') runningJob = event.jobId;
          else if (event.type === 'progress') terminal.progress(event);
          else if (event.type !== 'early') {
            runningJob = null;
            terminal.progressDone();
            if (event.type === 'cancelled') throw new Failure('JOB_CANCELLED', programText.interrupted);
            return event.value;
          }
        }
        throw new Failure('INTERNAL', programText.noResult);
      },
    });
  } finally {
    terminal.progressDone();
    await engine.close();
    if (stdin !== null) rmSync(stdin, { recursive: true, force: true });
  }
}

/** Copies a written file to standard output (for `-o -`). */
export async function sendToStdout(path: string): Promise<void> {
  const descriptor = openSync(path, 'r');
  try {
    await pipeline(createReadStream('', { fd: descriptor, autoClose: false }), process.stdout, { end: false });
  } finally {
    closeSync(descriptor);
  }
}
