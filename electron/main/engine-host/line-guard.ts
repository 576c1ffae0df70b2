import { lengthOf, lengthPerTurn, longestMessage, messagesPerTurn, turnMs } from '#shared/contract/port-bounds.ts';

const turnsPerSecond = 1000 / turnMs;
// Twice what the preload lets through in a second: a page that says more has got round it.
const messagesPerSecond = 2 * messagesPerTurn * turnsPerSecond;
const lengthPerSecond = 2 * lengthPerTurn * turnsPerSecond + 2 * longestMessage;

/**
 * Judges what arrives on one line: false for a message that is too long or one too many, after which the line is to
 * be cut.
 */
export function lineGuard(now: () => number): (message: unknown) => boolean {
  let since = now();
  let messages = 0;
  let length = 0;
  return (message) => {
    if (now() - since >= 1000) [since, messages, length] = [now(), 0, 0];
    messages += 1;
    length += lengthOf(message);
    return lengthOf(message) <= longestMessage && messages <= messagesPerSecond && length <= lengthPerSecond;
  };
}
