import { utilityProcess } from 'electron';
import type { FromEngine } from '#shared/contract/control.ts';
import { shellText } from '#shared/text/main/shell.ts';
import type { EngineProcess, EngineProcessEvents, EngineProcessOptions } from './engine-process.ts';

/** The engine in Electron's utility process. Only after the app is ready. */
export function startUtilityProcess(
  { entry, args, env }: EngineProcessOptions,
  events: EngineProcessEvents,
): EngineProcess {
  const child = utilityProcess.fork(entry, args, { serviceName: 'Custos engine', stdio: 'inherit', env: env });
  child.on('message', (message) => events.onMessage(message as FromEngine));
  child.once('exit', (code) => events.onExit(shellText.why.endedWith(code)));
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => child.postMessage(message),
    kill: () => void child.kill(),
  };
}
