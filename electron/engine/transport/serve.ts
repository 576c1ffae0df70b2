import { RPCHandler } from '@orpc/server/message-port';
import type { Engine } from '#engine/create-engine.ts';
import type { ControlChannel } from './control-channel.ts';

/**
 * One window's port as the RPC handler sees it: messages in, messages out, a close that aborts what the window asked
 * for.
 */
class BridgedPort {
  #listeners: Record<'message' | 'close', ((event?: { data: unknown }) => void)[]> = { message: [], close: [] };
  readonly #send: (payload: unknown) => void;

  constructor(send: (payload: unknown) => void) {
    this.#send = send;
  }
  addEventListener(type: string, listener: (event?: { data: unknown }) => void): void {
    if (type === 'message' || type === 'close') this.#listeners[type].push(listener);
  }
  postMessage(payload: unknown): void {
    this.#send(payload);
  }
  emit(type: 'message' | 'close', data?: unknown): void {
    for (const listener of this.#listeners[type]) listener({ data });
  }
}

/**
 * Serves the contract to every window that main connects, and takes grants from main alone.
 *
 * @returns closes the engine; whoever asks for it, it is done once
 */
export function serve(engine: Engine, channel: ControlChannel): () => Promise<void> {
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= engine.close());
  const handler = new RPCHandler(engine.router);
  const ports = new Map<string, BridgedPort>();
  channel.onMessage((message) => {
    switch (message.control) {
      case 'grant':
        engine.grants.add(message.path, message.use, message.grantId);
        return;
      case 'connect': {
        const port = new BridgedPort((payload) =>
          channel.send({ control: 'data', connectionId: message.connectionId, payload }),
        );
        ports.set(message.connectionId, port);
        handler.upgrade(port as never, { context: {} });
        return;
      }
      case 'data':
        ports.get(message.connectionId)?.emit('message', message.payload);
        return;
      case 'disconnect':
        ports.get(message.connectionId)?.emit('close');
        ports.delete(message.connectionId);
        return;
      case 'stop':
        void close().finally(() => channel.send({ control: 'stopped' }));
        return;
      case 'desktop-answer':
      case 'key-store-answer':
        // Those who asked listen for them on their own.
        return;
    }
  });
  channel.send({ control: 'ready', workPrefix: engine.workPrefix });
  return close;
}
