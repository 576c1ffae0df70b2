import { app } from 'electron';
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FromEngine } from '#shared/contract/control.ts';
import { shellText } from '#shared/text/main/shell.ts';
import type { EngineProcess, EngineProcessEvents, EngineProcessOptions } from './engine-process.ts';

/** The npm-provided Node 24: beside the packaged app, or in the checkout's dependencies. */
function nodeExecutable(): string | null {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const places = [
    join(process.resourcesPath, 'node', name),
    join(app.getAppPath(), 'node_modules', `node-${platform}-${process.arch}`, 'bin', name),
  ];
  return places.find((place) => existsSync(place)) ?? null;
}

/** The engine in a Node 24 of its own, for an Electron whose Node is too old for it. */
export function startChildProcess(
  { entry, args, env }: EngineProcessOptions,
  events: EngineProcessEvents,
): EngineProcess {
  const execPath = nodeExecutable();
  if (!execPath) {
    queueMicrotask(() => events.onExit(shellText.why.noNode));
    return { pid: undefined, send: () => {}, kill: () => {} };
  }
  let ended = false;
  const end = (reason: string): void => {
    if (!ended) events.onExit(reason);
    ended = true;
  };
  // In a group of its own: Ctrl-C in a terminal reaches the shell alone, which lets the engine close and wipe. The
  // engine ends by itself when the shell is gone without a word.
  const detached = process.platform !== 'win32';
  const child = fork(entry, args, {
    execPath,
    execArgv: ['--no-warnings'],
    serialization: 'advanced',
    env,
    detached,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', (message) => events.onMessage(message as FromEngine));
  child.once('error', (error) => end(error.message));
  child.once('exit', (code, signal) => end(signal ? shellText.why.stoppedBy(signal) : shellText.why.endedWith(code)));
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => {
      // A message to an engine that has just died is lost with it; its exit is reported on its own.
      if (child.connected) child.send(message, () => {});
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
