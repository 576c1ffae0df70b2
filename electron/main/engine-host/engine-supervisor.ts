import type { EngineStateChange } from '#shared/contract/bridge.ts';
import type {
  DesktopAnswer,
  DesktopRequest,
  FromEngine,
  KeyStoreAnswer,
  KeyStoreRequest,
  ToEngine,
} from '#shared/contract/control.ts';
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
  /** Removes what a dead engine left in the clear. */
  wipe(workPrefix: string): Promise<void>;
}

/** How long an engine may take to close, and how long a killed one may take to be gone. */
const stopMs = 5_000;
const deathMs = 3_000;

/**
 * Keeps one engine running: starts it, starts another when it dies, gives up when that does not help, stops it in an
 * orderly way.
 */
export class EngineSupervisor {
  readonly #options: SupervisorOptions;
  #process: EngineProcess | null = null;
  #state: EngineStateChange = { state: 'starting', deaths: 0, detail: '' };
  #deaths: number[] = [];
  #timer: NodeJS.Timeout | undefined;
  #stopping: (() => void) | null = null;
  #gone: Promise<void> = Promise.resolve();
  #workPrefix: string | null = null;

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
    let exited = (): void => {};
    this.#gone = new Promise((resolve) => (exited = resolve));
    const child: EngineProcess = this.#options.start({
      onMessage: (message) => {
        if (this.#process === child) this.#receive(message, child);
      },
      onExit: (reason) => {
        exited();
        if (this.#process === child) this.#died(reason);
      },
    });
    this.#process = child;
  }

  /** Delivered only while an engine is ready; what a window sent to a dead one is lost, and the window is told so. */
  send(message: ToEngine): void {
    if (this.#state.state === 'ready') this.#process?.send(message);
  }

  /**
   * Lets the engine close and wipe what it holds, for at most five seconds; then it is ended, and what it left is
   * removed.
   */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    const child = this.#process;
    if (!child || this.#state.state === 'gave-up') return this.#wipe();
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
    // Removed only once nobody writes there any more.
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([this.#gone, new Promise((resolve) => (timer = setTimeout(resolve, deathMs)))]);
    clearTimeout(timer);
    await this.#wipe();
  }

  async #wipe(): Promise<void> {
    if (this.#workPrefix !== null) await this.#options.wipe(this.#workPrefix);
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
      this.#workPrefix = message.workPrefix;
      for (const earlier of this.#options.replay()) this.#process?.send(earlier);
      this.#become('ready', '');
    }
  }

  #died(reason: string): void {
    this.#process = null;
    if (this.#stopping) return this.#stopping();
    void this.#wipe();
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
