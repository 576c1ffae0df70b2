import { contextBridge, ipcRenderer } from 'electron';
import { shellChannels, type CustosBridge, type EngineStateChange, type FileGrant } from '#shared/contract/bridge.ts';
import type { AppCommandId } from '#shared/domain/app-command.ts';
import { pathOfDropped } from './dropped-path.ts';
import { paceLine } from './paced-line.ts';
import { runtimeInfo } from './runtime-info.ts';

/** Longer than any path or name; what is longer does not leave the page's process, and main refuses what is left. */
const longest = 10_000;
const brief = (value: unknown): unknown => (typeof value === 'string' && value.length <= longest ? value : null);

/** Asks main and unpacks its answer; a refusal rejects with main's sentence. */
async function ask<T>(channel: string, input?: Record<string, unknown>): Promise<T> {
  const short = input && Object.fromEntries(Object.entries(input).map(([key, value]) => [key, brief(value)]));
  const reply = (await ipcRenderer.invoke(channel, short)) as { ok: true; value: T } | { ok: false; sentence: string };
  if (!reply.ok) throw new Error(reply.sentence);
  return reply.value;
}

/** Hands on what a channel carries, never the event object; returns the function that stops it. */
function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const onMessage = (_event: unknown, value: T): void => listener(value);
  ipcRenderer.on(channel, onMessage);
  return () => void ipcRenderer.removeListener(channel, onMessage);
}

ipcRenderer.on(shellChannels.port, (event) => {
  const [engine] = event.ports;
  const { port1, port2 } = new MessageChannel();
  if (engine) paceLine(port1, engine);
  window.postMessage({ custos: 'port' }, window.location.origin, [port2]);
});

const bridge: CustosBridge = {
  runtime: runtimeInfo(),
  connect: () => ask<void>(shellChannels.connect),
  requestOpen: ({ kind }) => ask(shellChannels.requestOpen, { kind }),
  requestSave: ({ kind, suggestedName }) => ask(shellChannels.requestSave, { kind, suggestedName }),
  grantDropped: (file) => ask(shellChannels.grantDropped, { path: pathOfDropped(file) }),
  onEngineState: (listener) => {
    // The present state is asked for, and may change while it is: told by both, it counts once.
    let told = '';
    const tell = (change: EngineStateChange): void => {
      const now = `${change.state} ${change.deaths}`;
      if (now !== told) listener(change);
      told = now;
    };
    const stop = listen<EngineStateChange>(shellChannels.engineState, tell);
    void ask<EngineStateChange>(shellChannels.watchEngine).then(tell, () => {});
    return stop;
  },
  onMenuCommand: (listener) => listen<AppCommandId>(shellChannels.menuCommand, listener),
  onCloseAsked: (listener) => listen(shellChannels.closeAsked, () => listener()),
  answerClose: ({ answer }) => ask<void>(shellChannels.closeAnswer, { answer }),
  onFileOpened: (listener) => {
    const stop = listen<FileGrant>(shellChannels.fileOpened, listener);
    void ask(shellChannels.watchFiles).catch(() => {});
    return stop;
  },
};

contextBridge.exposeInMainWorld('custos', Object.freeze(bridge));
