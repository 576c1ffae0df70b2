import {
  lengthOf,
  lengthPerTurn,
  longestMessage,
  longestQueue,
  messagesPerTurn,
  turnMs,
} from '#shared/contract/port-bounds.ts';

/** An end of a line, as much of it as is needed here. */
export interface LineEnd {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  start(): void;
}

/**
 * Joins the page's line to the engine's, in the page's own process: what is too long never leaves it, and a flood is
 * handed on in turns, so that main and engine have time for everything else.
 */
export function paceLine(page: LineEnd, engine: LineEnd): void {
  const waiting: unknown[] = [];
  let held = 0;
  let sent = 0;
  let length = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const handOn = (): void => {
    while (waiting.length > 0 && sent < messagesPerTurn && length < lengthPerTurn) {
      const message = waiting.shift();
      const own = lengthOf(message);
      held -= own;
      sent += 1;
      length += own;
      engine.postMessage(message);
    }
    timer ??= setTimeout(nextTurn, turnMs);
  };
  const nextTurn = (): void => {
    timer = null;
    sent = 0;
    // A message longer than a turn's share is paid for by the turns after it.
    length = Math.max(0, length - lengthPerTurn);
    if (waiting.length > 0 || length > 0) handOn();
  };

  page.addEventListener('message', ({ data }) => {
    const own = lengthOf(data);
    if (own > longestMessage || held + own > longestQueue) return;
    waiting.push(data);
    held += own;
    handOn();
  });
  engine.addEventListener('message', ({ data }) => page.postMessage(data));
  page.start();
  engine.start();
}
