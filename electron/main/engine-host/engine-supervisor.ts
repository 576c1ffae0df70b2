import type { EngineStateChange } from '#shared/contract/bridge.ts';
import type { DesktopAnswer, DesktopRequest, FromEngine, KeyStoreAnswer, KeyStoreRequest, ToEngine } from '#shared/contract/control.ts';
import { shellText } from '#shared/text/main/shell.ts';
import type { EngineProcess, EngineProcessEvents } from './engine-process.ts';
import { restartDelay } from './restart-delay.ts';

export interface SupervisorOptions {
  start(events: EngineProcessEvents): EngineProcess;
  now(): number;
  /** Messages each new engine gets first: what it must know from before, such as the grants. */
  replay(): ToEngine[];
  onState(change: EngineStateChange): void;
  onData(connectionId: string, payload: unknown): void;
  /** What the engine asks of the system's key store. */
  onKeyStore(request: KeyStoreRequest): Promise<KeyStoreAnswer>;
  /** What it asks of the desktop. */
  onDesktop(request: DesktopRequest): Promise<DesktopAnswer>;
}

const stopMs = 5_000;

/** Keeps one engine running: starts it, starts another when it dies, gives up when that does not help, stops it in an orderly way. */
export class EngineSupervisor {
  readonly #options: SupervisorOptions;
  #process: EngineProcess | null = null;
  #state: EngineStateChange = { state: 'starting', deaths: 0, detail: '' };
  #deaths: number[] = [];
  #timer: NodeJS.Timeout | undefined;
  #stopping: (() => void) | null = null;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  get state(): EngineStateChange {
    return this.#state;
  }

  /** Process id of the engine that runs now. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  start(): void {
    const child: EngineProcess = this.#options.start({
      onMessage: (message) => {
        if (this.#process === child) this.#receive(message, child);
      },
      onExit: (reason) => {
        if (this.#process === child) this.#died(reason);
      },
    });
    this.#process = child;
  }

  /** Delivered only while an engine is ready; what a window sent to a dead one is lost, and the window is told so. */
  send(message: ToEngine): void {
    if (this.#state.state === 'ready') this.#process?.send(message);
  }

  /** Lets the engine close and wipe what it holds, for at most five seconds; then it is ended. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    const child = this.#process;
    if (!child || this.#state.state === 'gave-up') return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, stopMs);
      this.#stopping = () => {
        clearTimeout(timer);
        resolve();
      };
      child.send({ control: 'stop' });
    });
    this.#process = null;
    child.kill();
  }

  #receive(message: FromEngine, from: EngineProcess): void {
    if (message.control === 'data') this.#options.onData(message.connectionId, message.payload);
    // Told to the engine that asked and to no other, should it be gone by then.
    if (message.control === 'key-store')
      void this.#options.onKeyStore(message.request).then((answer) => {
        if (this.#process === from) from.send({ control: 'key-store-answer', requestId: message.requestId, answer });
      });
    if (message.control === 'desktop')
      void this.#options.onDesktop(message.request).then((answer) => {
        if (this.#process === from) from.send({ control: 'desktop-answer', requestId: message.requestId, answer });
      });
    if (message.control === 'stopped') this.#stopping?.();
    if (message.control === 'ready') {
      for (const earlier of this.#options.replay()) this.#process?.send(earlier);
      this.#become('ready', '');
    }
  }

  #died(reason: string): void {
    this.#process = null;
    if (this.#stopping) {
      this.#stopping();
      return;
    }
    const now = this.#options.now();
    this.#deaths.push(now);
    const delay = restartDelay(this.#deaths, now);
    if (delay === null) {
      this.#become('gave-up', shellText.engineGaveUp(this.#deaths.length, reason));
      return;
    }
    this.#become('died', shellText.engineStoppedOnce(reason));
    this.#timer = setTimeout(() => this.start(), delay);
  }

  #become(state: EngineStateChange['state'], detail: string): void {
    this.#state = { state, deaths: this.#deaths.length, detail };
    this.#options.onState(this.#state);
  }
}
