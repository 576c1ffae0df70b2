import { longestRecord } from '../csv/dialect.ts';
import type { JsonPiece } from './split-values.ts';

/**
 * Takes records out of a file that is read chunk by chunk: what of a record lies in earlier chunks is carried along,
 * unless it is longer than any record may be.
 */
export class PieceCutter {
  /** Offset in the file of the chunk's first byte. */
  position = 0;
  line = 1;
  /** Offset in the file where the open record begins; -1 where none is open. */
  start = -1;
  readonly #chunk: Buffer;
  #startLine = 1;
  #carry: Buffer[] = [];
  #carried = 0;
  #pieces: JsonPiece[] = [];

  /** @param chunk what was read last */
  constructor(chunk: Buffer) {
    this.#chunk = chunk;
  }

  begin(at: number): void {
    this.start = this.position + at;
    this.#startLine = this.line;
  }

  /** The open record ends before this place in the chunk. */
  take(end: number): void {
    const { start } = this;
    const bytes = this.position + end - start;
    const body = this.#chunk.subarray(Math.max(0, start - this.position), end);
    const text = bytes > longestRecord ? null : Buffer.concat([...this.#carry, body]).toString('utf8');
    if (text === null || text.trim() !== '') this.#pieces.push({ text, line: this.#startLine, offset: start, bytes });
    this.start = -1;
    this.#carry = [];
    this.#carried = 0;
  }

  /** The chunk is read: keeps what it holds of the open record. */
  next(size: number): void {
    if (this.start >= 0 && this.#carried <= longestRecord) {
      const part = Buffer.from(this.#chunk.subarray(Math.max(0, this.start - this.position), size));
      this.#carried += part.length;
      this.#carry = this.#carried > longestRecord ? [] : [...this.#carry, part];
    }
    this.position += size;
  }

  /** The records taken since the last time. */
  handOver(): JsonPiece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }
}
