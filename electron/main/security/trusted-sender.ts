import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { shellText } from '#shared/text/main/shell.ts';
import { isOwnPage } from './page-manifest.ts';

export interface Sender {
  /** URL of the frame that sent it, null where the frame is gone. */
  readonly frameUrl: string | null;
  readonly isMainFrame: boolean;
  /** Whether it comes from a window this app made. */
  readonly ownWindow: boolean;
}

/** A message counts only when it comes from the document of one of our own windows (security guide item 17). */
export function isTrustedSender({ frameUrl, isMainFrame, ownWindow }: Sender): boolean {
  return frameUrl !== null && isMainFrame && ownWindow && isOwnPage(frameUrl);
}

const ownWindows = new WeakSet<BrowserWindow>();
export const rememberWindow = (window: BrowserWindow): void => void ownWindows.add(window);

/** What a page gets back: a value, or a sentence for people. */
export type Reply<T> = { ok: true; value: T } | { ok: false; sentence: string };

/** Raised by a handler for what a person should read. Anything else that goes wrong is told without its details. */
export class ShellError extends Error {}

/**
 * Answers one channel, for trusted senders and valid arguments only.
 *
 * @param parse turns what arrived into the handler's input, or null where it is not what it must be
 */
export function answer<Input, Output>(
  channel: string,
  parse: (raw: unknown) => Input | null,
  handler: (input: Input, window: BrowserWindow) => Promise<Output> | Output,
): void {
  ipcMain.handle(channel, async (event: IpcMainInvokeEvent, raw: unknown): Promise<Reply<Output>> => {
    const window = BrowserWindow.fromWebContents(event.sender);
    const frame = event.senderFrame;
    const sender = {
      frameUrl: frame?.url ?? null,
      isMainFrame: frame !== null && frame.parent === null,
      ownWindow: window !== null && ownWindows.has(window),
    };
    if (!window || !isTrustedSender(sender)) return { ok: false, sentence: shellText.pageMayNotAsk };
    const input = parse(raw);
    if (input === null) return { ok: false, sentence: shellText.unknownWish };
    try {
      return { ok: true, value: await handler(input, window) };
    } catch (error) {
      return { ok: false, sentence: error instanceof ShellError ? error.message : shellText.couldNot };
    }
  });
}
