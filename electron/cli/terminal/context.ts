import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { closeSync, createReadStream, createWriteStream, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Contract } from '#shared/contract/index.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { JobEvent } from '#shared/contract/job.ts';
import { programText } from '#shared/text/cli/program.ts';
import { createEngine, type Engine, type GuardedInput, type GuardedOutput } from '#engine/create-engine.ts';
import { engineEnvironment } from '#engine/engine-environment.ts';
import { checkWritable } from '#engine/release/place/write-whole.ts';
import { describeFailure } from './exit-status.ts';
import { createTerminal, type Terminal } from './output.ts';
import { chosenOperator } from './operator.ts';
import { readPassphrase } from './passphrase.ts';

export type Client = ContractRouterClient<Contract>;

/**
 * What every command works with: the same engine and contract as the window, grants for the paths that were typed, a
 * terminal.
 */
export interface CommandContext {
  client: Client;
  engine: Engine;
  terminal: Terminal;
  /** Grants a file to read; `-` reads standard input into the private working directory first. */
  readGrant(path: string, most?: number): Promise<string>;
  /** Standard input as a file in the private working directory; `most` bounds what is small by its nature. */
  stdinFile(most?: number): Promise<string>;
  /**
   * To be called first, before anything is read: refuses outputs that would touch what the command reads or what must
   * stay, then places where no file can be made, then existing ones without `force`. `-` is nobody's file.
   */
  guard(writing: Writing): void;
  /** Grants a file to write that was guarded. */
  writeGrant(path: string): string;
  /** Opens the workspace folder, asking for the passphrase where interface.md says. */
  openWorkspace(directory: string, passphraseFile: string | undefined): Promise<void>;
  /** Follows a job to its result; Ctrl-C cancels it and waits for the clean-up. */
  follow<T>(job: Promise<AsyncIterable<JobEvent<T>>>): Promise<T>;
}

/** What a command was asked to read and write, in the words it was typed in; what was not given is left out. */
export interface Writing {
  outputs: (GuardedOutput | undefined)[];
  inputs: Partial<Record<GuardedInput['as'], string | string[] | undefined>>;
  workspace?: string | undefined;
  /** Where all outputs lie, made where it is not there. */
  folder?: string | undefined;
  force: boolean;
}

/** What ends a command early. */
const signals = ['SIGINT', 'SIGTERM'] as const;

const given = (path: string | undefined): path is string => path !== undefined && path !== '-';

export async function withContext(work: (context: CommandContext) => Promise<number>): Promise<number> {
  const environment = engineEnvironment();
  const engine = createEngine(environment);
  const client = createRouterClient(engine.router, { context: {} });
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
  for (const signal of signals) process.on(signal, onSignal);
  const stdinFile = async (most = Infinity): Promise<string> => {
    stdin ??= mkdtempSync(join(await engine.privateDirectory(), 'stdin-'));
    const file = join(stdin, 'stdin');
    await pipeline(process.stdin, upTo(most), createWriteStream(file, { mode: 0o600 }));
    return file;
  };
  let status: number | null = null;
  try {
    status = await work({
      client,
      engine,
      terminal,
      stdinFile,
      readGrant: async (path, most) => engine.grants.add(path === '-' ? await stdinFile(most) : path, 'read').grantId,
      guard: ({ outputs, inputs, workspace, folder, force }) => {
        const files = outputs.filter((output): output is GuardedOutput => output !== undefined && given(output.path));
        const read = Object.entries(inputs).flatMap(([as, paths]) =>
          [paths]
            .flat()
            .filter(given)
            .map((path) => ({ path, as: as as GuardedInput['as'] })),
        );
        engine.guardOutputs(files, read, workspace);
        for (const { path, companion } of files) {
          // A folder cannot be replaced, whatever is allowed.
          checkWritable(folder === undefined || existsSync(folder) ? path : folder);
          if (!companion && existsSync(path) && !force)
            throw new Failure('TARGET_EXISTS', programText.targetExists(path));
        }
      },
      writeGrant: (path) => engine.grants.add(path, 'write').grantId,
      openWorkspace: async (directory, passphraseFile) => {
        const grantId = engine.grants.add(resolve(directory), 'workspace-open').grantId;
        const opened = await client.workspaces.open({
          grantId,
          passphrase: await readPassphrase({ passphraseFile }),
          operator: chosenOperator(),
        });
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
    await engine.close().catch((error: unknown) => {
      // What was done stands: closing decides nothing, but is told.
      if (status !== null) terminal.say(programText.remark(describeFailure(error).sentence));
    });
    if (stdin !== null) rmSync(stdin, { recursive: true, force: true });
    for (const signal of signals) process.off(signal, onSignal);
  }
  return status;
}

/** Passes on what comes, and ends with a sentence where it is more than it may be. */
function upTo(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(new Failure('WRONG_USAGE', programText.stdinTooLong));
      else done(null, chunk);
    },
  });
}

/** Copies a written file to standard output (for `-o -`). */
export async function sendToStdout(path: string): Promise<void> {
  const descriptor = openSync(path, 'r');
  try {
    await pipeline(createReadStream('', { fd: descriptor, autoClose: false }), process.stdout, { end: false });
  } catch (error) {
    // A reader that has seen enough is no failure.
    if (
      !['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'].includes(
        (error as NodeJS.ErrnoException).code ?? '',
      )
    )
      throw error;
  } finally {
    closeSync(descriptor);
  }
}
