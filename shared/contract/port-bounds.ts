/**
 * How much a page may say to the engine. One message is text or bytes of at most `longestMessage`; of all messages so
 * many and so much may pass in one turn, and the rest waits where it was said. A recipe with a hundred thousand
 * replaced values is a few million characters.
 */
export const longestMessage = 8 * 1024 * 1024;
export const turnMs = 100;
export const messagesPerTurn = 400;
export const lengthPerTurn = 2 * 1024 * 1024;
/** What may wait at most; a page that says more is not heard. */
export const longestQueue = 64 * 1024 * 1024;

/** Characters or bytes of a message; infinite for what is no message at all. */
export function lengthOf(message: unknown): number {
  if (typeof message === 'string') return message.length;
  return message instanceof ArrayBuffer || ArrayBuffer.isView(message) ? message.byteLength : Number.POSITIVE_INFINITY;
}
