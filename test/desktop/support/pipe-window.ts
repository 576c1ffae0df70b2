import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

interface Answer {
  result?: unknown;
  error?: { message: string };
}

/**
 * A window driven over two pipes: Chromium's debugging protocol where there is no port to connect to. The program must
 * be started with `--remote-debugging-pipe` and stdio 3 and 4 as pipes.
 */
export class PipeWindow {
  readonly #out: Writable;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #buffer = '';
  #next = 0;
  #session: string | undefined;

  constructor(child: ChildProcess) {
    this.#out = child.stdio[3] as Writable;
    this.#out.on('error', () => {});
    (child.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
      const parts = (this.#buffer + text).split('\0');
      this.#buffer = parts.pop() ?? '';
      for (const part of parts) {
        const message = JSON.parse(part) as Answer & { id?: number };
        if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
      }
    });
  }

  async #send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = (this.#next += 1);
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }

  /** Whether the app's page is there by now. */
  async attach(): Promise<boolean> {
    const { targetInfos } = await this.#send<{ targetInfos: { targetId: string; url: string; type: string }[] }>(
      'Target.getTargets',
    );
    const page = targetInfos.find(({ type, url }) => type === 'page' && url.startsWith('app://'));
    if (!page) return false;
    this.#session = (
      await this.#send<{ sessionId: string }>('Target.attachToTarget', { targetId: page.targetId, flatten: true })
    ).sessionId;
    return true;
  }

  /** The value of an expression in the page. */
  async evaluate<T>(expression: string): Promise<T> {
    return (await this.#send<{ result: { value: T } }>('Runtime.evaluate', { expression }, this.#session)).result.value;
  }

  /** Closes the app as its last window does. */
  close(): void {
    this.#out.write(`${JSON.stringify({ id: (this.#next += 1), method: 'Browser.close', params: {} })}\0`);
  }
}
