import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { compileCache } from '#scripts/runtime/project-root.mjs';
import { passphrase, type TestPlace } from '../support.ts';

export interface Child {
  process: ChildProcess;
  /** Whole lines it has said so far. */
  lines(): string[];
  /** Resolves when it has said so many lines; rejects when it ends before. */
  said(lines: number): Promise<string[]>;
  ended: Promise<void>;
}

/** Starts one of the programs in this folder on a workspace, under the Node that runs the test. */
export function startChild(
  program: 'append-forever.ts' | 'hold-open.ts' | 'save-records-forever.ts',
  { directory, env }: TestPlace,
): Child {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL(program, import.meta.url)), directory, env.profileDirectory, env.workRoot, passphrase],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, NODE_COMPILE_CACHE: compileCache } },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  const waiting: (() => void)[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
    for (const look of waiting) look();
  });
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const lines = (): string[] => out.split('\n').slice(0, -1);
  return {
    process: child,
    lines,
    ended,
    said: (count) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (lines().length >= count) resolve(lines());
        };
        waiting.push(look);
        look();
        void ended.then(() => reject(new Error(`${program} ended early: ${err}`)));
      }),
  };
}
