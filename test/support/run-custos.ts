import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
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

interface RunOptions {
  env?: Record<string, string | undefined>;
  /** Standard input. What reads it is a process of its own. */
  input?: string;
  /** Interrupts it; a process of its own, too. */
  signalAfterMs?: number;
  /** Runs the committed `bin/custos.mjs`, as a person's terminal would. */
  asProcess?: boolean;
}

interface Program {
  runProgram(words: readonly string[]): Promise<number>;
}

let program: Promise<Program> | undefined;

/** The built program as it is shipped, built where it is out of date, and loaded once. */
async function loadProgram(): Promise<Program> {
  const { ensureSetUp } = (await import(new URL('../../scripts/set-up.mjs', import.meta.url).href)) as {
    ensureSetUp(options: { only: string[]; quiet: boolean }): Promise<void>;
  };
  await ensureSetUp({ only: ['cli'], quiet: true });
  return createRequire(import.meta.url)('../../dist/cli/program.mjs') as Program;
}

/** What a stream of this process is sent, until it is given back. */
function keepWhatIsWritten(stream: NodeJS.WriteStream) {
  const pieces: Buffer[] = [];
  const write = stream.write;
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    pieces.push(Buffer.from(chunk));
    const done = rest.at(-1);
    if (typeof done === 'function') process.nextTick(done);
    return true;
  };
  return {
    text: () => Buffer.concat(pieces).toString(),
    giveBack: () => {
      stream.write = write;
    },
  };
}

function setVariables(variables: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (variables[name] === undefined) delete process.env[name];
  for (const [name, value] of Object.entries(variables)) if (value !== undefined) process.env[name] = value;
}

/** What runs here changes folder, variables and streams of the process: one command after the other. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * The same command line without a process of its own, which takes half a second to start: the built program in this
 * one, with folder and variables in the place of ours while it runs. `as-process.test.ts` holds the two side by side.
 */
async function runHere(args: string[], directory: string, env: NodeJS.ProcessEnv): Promise<Ran> {
  const { runProgram } = await (program ??= loadProgram());
  const before = { folder: process.cwd(), env: { ...process.env } };
  const stdout = keepWhatIsWritten(process.stdout);
  const stderr = keepWhatIsWritten(process.stderr);
  process.chdir(directory);
  setVariables(env);
  try {
    const status = await runProgram(args);
    return { status, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    setVariables(before.env);
    process.chdir(before.folder);
    stdout.giveBack();
    stderr.giveBack();
  }
}

function runProcess(
  args: string[],
  directory: string,
  env: NodeJS.ProcessEnv,
  { input, signalAfterMs }: RunOptions,
): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd: directory,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', fail);
    child.on('close', (status) => done({ status, stdout, stderr }));
    if (signalAfterMs !== undefined) setTimeout(() => child.kill('SIGINT'), signalAfterMs);
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}

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
    async workspace(name: string, organisation = '', operator = accountName()): Promise<void> {
      const { workspace } = await createWorkspace(
        join(directory, name),
        { organisation, operator, policy: 'customer-tracking', passphrase: env.CUSTOS_PASSPHRASE },
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
    /** Runs a command line in the folder, as a person would type it after `custos`; one after the other. */
    custos(args: string[], options: RunOptions = {}): Promise<Ran> {
      const own = options.asProcess === true || options.input !== undefined || options.signalAfterMs !== undefined;
      const variables = { ...env, ...options.env };
      return own ? runProcess(args, directory, variables, options) : inTurn(() => runHere(args, directory, variables));
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
export type Desk = ReturnType<typeof makeDesk>;
