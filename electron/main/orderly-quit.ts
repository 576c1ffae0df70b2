import type { App, BrowserWindow } from 'electron';

interface Stoppable {
  stop(): Promise<void>;
}

/**
 * The one way the app ends, whoever asks for it: the windows go, the engine closes and wipes what it holds, then the
 * app. A signal, the menu and the last window all come this way, and nothing that fails on it keeps the app alive.
 */
export class OrderlyQuit {
  readonly #app: App;
  readonly #windows: () => BrowserWindow[];
  #engine: Stoppable | null = null;
  #stage: 'open' | 'stopping' | 'stopped' = 'open';
  #status = 0;

  constructor(app: App, windows: () => BrowserWindow[]) {
    this.#app = app;
    this.#windows = windows;
    app.on('window-all-closed', () => app.quit());
    // Electron takes a signal once, and lets a second one end the process on the spot: an engine that is slow to
    // close would be left alone.
    void app.whenReady().then(() => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
    });
    app.on('before-quit', (event) => {
      if (this.#stage === 'stopped' || (this.#stage === 'open' && !this.#engine)) return;
      event.preventDefault();
      if (this.#stage === 'open') void this.#leave();
    });
  }

  /** From here on the app ends by stopping this engine first. */
  holds(engine: Stoppable): void {
    this.#engine = engine;
  }

  /**
   * Ends the app after a fault, which a script sees by its status. `before` is awaited between the engine's end and
   * the app's.
   */
  async fail(before: () => Promise<unknown>): Promise<void> {
    this.#status = 1;
    if (this.#stage === 'open') await this.#leave(before);
  }

  async #leave(before: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    this.#stage = 'stopping';
    for (const window of this.#windows()) window.destroy();
    await this.#engine?.stop().catch(() => {});
    this.#stage = 'stopped';
    await before().catch(() => {});
    if (this.#status === 0) this.#app.quit();
    else this.#app.exit(this.#status);
  }
}
