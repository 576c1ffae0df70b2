import type { ToEngine } from '#shared/contract/control.ts';
import type { ControlChannel } from './control-channel.ts';

interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

/**
 * The control channel of this process: Electron's utility process where there is one, else Node's child-process IPC.
 */
export function processChannel(): ControlChannel {
  const { parentPort } = process as unknown as { parentPort?: ParentPort };
  if (parentPort) {
    return {
      send: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', (event) => listener(event.data as ToEngine)),
      onClose: () => {},
    };
  }
  if (!process.send) throw new Error('The engine process needs a parent that speaks to it.');
  return {
    // What cannot be delivered any more is for a parent that has gone: the disconnect that follows closes the engine.
    // Without a callback the failed write would end this process at once, before it has wiped what it works on.
    send: (message) => void process.send?.(message, undefined, undefined, () => {}),
    onMessage: (listener) => void process.on('message', (message) => listener(message as ToEngine)),
    onClose: (listener) => void process.on('disconnect', listener),
  };
}
