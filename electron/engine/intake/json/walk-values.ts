import { Failure } from '#shared/contract/failure.ts';
import { jsonText } from '#shared/text/engine/json.ts';
import type { PieceCutter } from './piece-cutter.ts';
import type { SplitOptions } from './split-values.ts';

const [LF, CR, SPACE, TAB, QUOTE, COMMA, COLON, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
  10, 13, 32, 9, 34, 44, 58, 92, 91, 93, 123, 125,
];
/** Before each value of a JSON text sequence (RFC 7464). */
const SEPARATOR = 30;

/** A line ends at LF or at CR alone; the CR of a chunk's end is taken for half of CRLF. */
const endsLine = (chunk: Buffer, at: number, size: number, byte: number): boolean =>
  byte === LF || (byte === CR && (at + 1 < size ? chunk[at + 1] : LF) !== LF);

/** Finds the records of a text chunk by chunk. */
export interface ValueWalk {
  /** Reads a chunk's bytes from `from` up to `size`. */
  read(chunk: Buffer, from: number, size: number): void;
  /** The text is over. @throws Failure FILE_DAMAGED where it ends inside a value */
  end(): void;
}

/** One record a line. */
export class LineWalk implements ValueWalk {
  readonly #cutter: PieceCutter;

  constructor(cutter: PieceCutter) {
    this.#cutter = cutter;
  }

  read(chunk: Buffer, from: number, size: number): void {
    const cutter = this.#cutter;
    for (let i = from; i < size; i += 1) {
      const byte = chunk[i]!;
      if (endsLine(chunk, i, size, byte)) {
        if (cutter.start >= 0) cutter.take(i);
        cutter.line += 1;
      } else if (cutter.start < 0 && byte !== CR) cutter.begin(i);
    }
  }

  end(): void {
    if (this.#cutter.start >= 0) this.#cutter.take(0);
  }
}

/** Records that follow one another, or lie in an array: strings and brackets are followed, and nothing else. */
export class NestedWalk implements ValueWalk {
  readonly #cutter: PieceCutter;
  readonly #options: SplitOptions;
  /** Depth of brackets at which records lie. */
  readonly #level: number;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #inTarget: boolean;
  #keyStart = -1;
  #keyBytes: Buffer | null = null;
  /** Commas since the last element, and whether the value that holds the records has ended. */
  #commas = 1;
  #ended = false;

  constructor(cutter: PieceCutter, options: SplitOptions) {
    const { kind } = options.layout;
    this.#cutter = cutter;
    this.#options = options;
    this.#level = kind === 'array' ? 1 : kind === 'member' ? 2 : 0;
    this.#inTarget = this.#level < 2;
  }

  read(chunk: Buffer, from: number, size: number): void {
    for (let i = from; i < size; i += 1) {
      const byte = chunk[i]!;
      if (endsLine(chunk, i, size, byte)) this.#cutter.line += 1;
      if (!this.#inString) this.#structure(byte, i);
      else if (this.#escaped) this.#escaped = false;
      else if (byte === BACKSLASH) this.#escaped = true;
      else if (byte === QUOTE) this.#endString(chunk, i);
    }
  }

  end(): void {
    const cutter = this.#cutter;
    if (this.#depth > 0 || this.#inString)
      throw new Failure('FILE_DAMAGED', jsonText.cutOff(this.#options.fileName, cutter.line));
    if (cutter.start >= 0) cutter.take(0);
  }

  #endString(chunk: Buffer, at: number): void {
    const cutter = this.#cutter;
    this.#inString = false;
    if (this.#keyStart >= 0) {
      const { position } = cutter;
      this.#keyBytes =
        this.#keyStart >= position ? Buffer.from(chunk.subarray(this.#keyStart - position, at + 1)) : null;
      this.#keyStart = -1;
    }
    if (cutter.start >= 0 && this.#depth === this.#level) cutter.take(at + 1);
  }

  /** A byte outside strings. */
  #structure(byte: number, at: number): void {
    if (this.#ended && byte > SPACE && byte !== COMMA) this.#goOnAfterEnd(byte);
    if (byte === QUOTE) {
      this.#inString = true;
      this.#beginElement(at);
      if (this.#level === 2 && this.#depth === 1) this.#keyStart = this.#cutter.position + at;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.#open(byte, at);
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) this.#close(at);
    else if (
      byte === COMMA ||
      byte === SPACE ||
      byte === TAB ||
      byte === LF ||
      byte === CR ||
      byte === COLON ||
      byte === SEPARATOR
    ) {
      if (this.#cutter.start >= 0 && this.#depth === this.#level) this.#cutter.take(at);
      if (byte === COMMA && this.#depth === this.#level) this.#commas += 1;
    } else this.#beginElement(at);
  }

  #beginElement(at: number): void {
    if (!this.#inTarget || this.#depth !== this.#level || this.#cutter.start >= 0) return;
    if (this.#level > 0 && this.#commas !== 1) this.#options.onOddity?.('commas');
    this.#commas = 0;
    this.#cutter.begin(at);
  }

  #open(byte: number, at: number): void {
    this.#beginElement(at);
    if (this.#level === 2 && this.#depth === 1 && byte === OPEN_LIST) {
      const { layout } = this.#options;
      const name = memberName(this.#keyBytes);
      this.#options.onArrayMember?.(name);
      this.#inTarget = layout.kind === 'member' && name === layout.member;
    }
    this.#depth += 1;
    if (this.#depth === this.#level && this.#inTarget) this.#commas = 1;
  }

  #close(at: number): void {
    const cutter = this.#cutter;
    const level = this.#level;
    if (cutter.start >= 0 && this.#depth === level) cutter.take(at);
    this.#depth = Math.max(0, this.#depth - 1);
    if (cutter.start >= 0 && this.#depth === level && this.#inTarget) cutter.take(at + 1);
    if (level === 2 && this.#depth <= 1) this.#inTarget = false;
    this.#ended = level > 0 && this.#depth === 0;
  }

  /** Something follows the value that holds the records: another array of them, or what makes the text no JSON. */
  #goOnAfterEnd(byte: number): void {
    const { layout, fileName, onOddity } = this.#options;
    if (byte !== OPEN_LIST || layout.kind !== 'array')
      throw new Failure('FILE_DAMAGED', jsonText.moreAfter(fileName, this.#cutter.line));
    onOddity?.('after');
    this.#ended = false;
  }
}

function memberName(bytes: Buffer | null): string {
  try {
    return bytes === null ? '' : String(JSON.parse(bytes.toString('utf8')));
  } catch {
    return '';
  }
}
