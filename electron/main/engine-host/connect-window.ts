import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import { randomUUID } from 'node:crypto';
import { shellChannels } from '#shared/contract/bridge.ts';
import type { ToEngine } from '#shared/contract/control.ts';
import { lineGuard } from './line-guard.ts';

/** The windows' lines to the engine: one message port each, of whose messages only the length is looked at. */
export class WindowLines {
  readonly #send: (message: ToEngine) => void;
  readonly #wanted = new Set<WebContents>();
  readonly #ports = new Map<string, { port: MessagePortMain; contents: WebContents }>();

  constructor(send: (message: ToEngine) => void) {
    this.#send = send;
  }

  /** The window wants a line, now and after every restart. */
  want(contents: WebContents): void {
    if (this.#wanted.has(contents)) return;
    this.#wanted.add(contents);
    contents.once('destroyed', () => {
      this.#wanted.delete(contents);
      this.#hangUp((line) => line.contents === contents);
    });
  }

  /** Opens a line for one window; an earlier one of the same window is closed. */
  open(contents: WebContents): void {
    if (contents.isDestroyed()) return;
    this.#hangUp((line) => line.contents === contents);
    const connectionId = randomUUID();
    const { port1, port2 } = new MessageChannelMain();
    this.#ports.set(connectionId, { port: port1, contents });
    this.#send({ control: 'connect', connectionId });
    const admits = lineGuard(Date.now);
    port1.on('message', ({ data }) => {
      if (admits(data)) this.#send({ control: 'data', connectionId, payload: data });
      else this.#hangUp((line) => line.port === port1);
    });
    port1.on('close', () => {
      if (this.#ports.delete(connectionId)) this.#send({ control: 'disconnect', connectionId });
    });
    port1.start();
    contents.postMessage(shellChannels.port, null, [port2]);
  }

  /** A new engine is there: every window that wanted a line gets one. */
  openAll(): void {
    for (const contents of this.#wanted) this.open(contents);
  }

  /** The engine is gone, and every line with it. */
  closeAll(): void {
    this.#hangUp(() => true);
  }

  deliver(connectionId: string, payload: unknown): void {
    this.#ports.get(connectionId)?.port.postMessage(payload);
  }

  #hangUp(which: (line: { port: MessagePortMain; contents: WebContents }) => boolean): void {
    for (const [connectionId, line] of this.#ports) {
      if (!which(line)) continue;
      this.#ports.delete(connectionId);
      line.port.close();
      this.#send({ control: 'disconnect', connectionId });
    }
  }
}
