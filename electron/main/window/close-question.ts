import type { BrowserWindow } from 'electron';
import { shellChannels, type CloseAnswer } from '#shared/contract/bridge.ts';
import { answer } from '#main/security/trusted-sender.ts';

/** A page that has not answered by then never will; it asks its engine for at most five of these seconds. */
const answerMs = 8_000;
const unloadMs = 1_500;

export function parseCloseAnswer(raw: unknown): CloseAnswer | null {
  const said = (raw as { answer?: unknown } | null | undefined)?.answer;
  return said === 'ask' || said === 'close' ? { answer: said } : null;
}

/**
 * Before a window closes, its page may ask the person: a temporary workspace would be wiped, a job stopped. It never
 * keeps a window open by itself: a page that is dead, loading or silent is not waited for, nor one whose engine is
 * gone. Signals and the app's own end do not come here.
 */
export class CloseQuestion {
  readonly #engineAnswers: () => boolean;
  readonly #decided = new WeakSet<BrowserWindow>();
  readonly #waiting = new Map<BrowserWindow, NodeJS.Timeout>();

  constructor(engineAnswers: () => boolean) {
    this.#engineAnswers = engineAnswers;
    answer(shellChannels.closeAnswer, parseCloseAnswer, (said, window) => {
      this.#stopWaiting(window);
      if (said.answer === 'close') this.#close(window);
    });
  }

  /** From here on the window's page is asked. */
  stands(window: BrowserWindow): void {
    const { webContents } = window;
    window.on('close', (event) => {
      const pageAnswers = !webContents.isCrashed() && !webContents.isLoadingMainFrame();
      if (this.#decided.has(window) || !this.#engineAnswers() || !pageAnswers) return;
      event.preventDefault();
      if (this.#waiting.has(window)) return;
      this.#waiting.set(
        window,
        setTimeout(() => this.#close(window), answerMs),
      );
      webContents.send(shellChannels.closeAsked);
    });
    webContents.on('render-process-gone', () => {
      if (this.#waiting.has(window)) this.#close(window);
    });
    window.once('closed', () => this.#stopWaiting(window));
  }

  #stopWaiting(window: BrowserWindow): void {
    clearTimeout(this.#waiting.get(window));
    this.#waiting.delete(window);
  }

  #close(window: BrowserWindow): void {
    this.#stopWaiting(window);
    if (window.isDestroyed()) return;
    this.#decided.add(window);
    window.close();
    // Closing asks the page once more to unload; one that stands still is not waited for.
    setTimeout(() => {
      if (!window.isDestroyed()) window.destroy();
    }, unloadMs);
  }
}
