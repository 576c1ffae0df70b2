import { isUtf8 } from 'node:buffer';
import { Failure } from '#shared/contract/failure.ts';
import { mixedEncoding, type TextEncoding } from '#shared/domain/text-encoding.ts';
import { intakeText } from '#shared/text/engine/intake.ts';

/** Bytes of a text, in order, to its characters; what is cut by a piece's end comes with the next. */
export interface TextReader {
  /** @param more whether further pieces follow */
  read(bytes: Uint8Array, more: boolean): string;
  /** Lines that are not in the encoding of the others, and the first of them (1-based); of a mixed text alone. */
  foreign?: { lines: number; first: number | null };
}

/** Names that the runtime's decoder does not know, by what it calls the same bytes. */
const alike: Partial<Record<TextEncoding, string>> = { 'iso-8859-8-i': 'iso-8859-8' };
/** A line that is longer than this without an end is decoded as far as it is there. */
const longestLine = 16 * 1024 * 1024;
const lineFeed = 10;
const carriageReturn = 13;

/** The bytes beyond ASCII stand in the private use area (WHATWG, x-user-defined). */
const userDefined: TextReader = {
  read: (bytes) =>
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\x80-\xff]/g, (sign) => String.fromCharCode(0xf700 + sign.charCodeAt(0))),
};

/**
 * A text whose lines came from two systems: each line that is valid UTF-8 is that, every other one is Windows-1252, in
 * which nearly every byte is a character.
 */
class MixedLines implements TextReader {
  readonly foreign = { lines: 0, first: null as number | null };
  readonly #other = new TextDecoder('windows-1252');
  #carry = Buffer.alloc(0);
  #line = 1;

  read(bytes: Uint8Array, more: boolean): string {
    const all = this.#carry.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.#carry, bytes]);
    const end = Math.max(all.lastIndexOf(lineFeed), all.lastIndexOf(carriageReturn)) + 1;
    const whole = !more || all.length - end > longestLine ? all.length : end;
    this.#carry = Buffer.from(all.subarray(whole));
    return this.#decode(all.subarray(0, whole));
  }

  #decode(bytes: Buffer): string {
    if (isUtf8(bytes)) {
      for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) this.#line += 1;
      return bytes.toString('utf8');
    }
    const parts: string[] = [];
    for (let from = 0; from < bytes.length;) {
      let to = from;
      while (to < bytes.length && bytes[to] !== lineFeed && bytes[to] !== carriageReturn) to += 1;
      to += 1;
      parts.push(this.#decodeLine(bytes.subarray(from, to)));
      if (bytes[to - 1] === lineFeed) this.#line += 1;
      from = to;
    }
    return parts.join('');
  }

  #decodeLine(line: Buffer): string {
    if (isUtf8(line)) return line.toString('utf8');
    this.foreign.lines += 1;
    this.foreign.first ??= this.#line;
    return this.#other.decode(line);
  }
}

/** UTF-16 as the runtime's buffers read it: half a pair of surrogates stays what it is, and is seen. */
class Utf16 implements TextReader {
  readonly #bigEndian: boolean;
  #carry = Buffer.alloc(0);
  #begun = false;

  constructor(bigEndian: boolean) {
    this.#bigEndian = bigEndian;
  }

  read(bytes: Uint8Array, more: boolean): string {
    const given = Buffer.concat([this.#carry, bytes]);
    const mark = !this.#begun && ((given[0] === 0xff && given[1] === 0xfe) || (given[0] === 0xfe && given[1] === 0xff));
    if (given.length >= 2) this.#begun = true;
    const all = mark ? given.subarray(2) : given;
    let usable = all.length & ~1;
    const last = usable < 2 ? 0 : this.#bigEndian ? all.readUInt16BE(usable - 2) : all.readUInt16LE(usable - 2);
    // A pair of surrogates is never cut.
    if (more && last >= 0xd800 && last <= 0xdbff) usable -= 2;
    this.#carry = more ? Buffer.from(all.subarray(usable)) : Buffer.alloc(0);
    const even = Buffer.from(all.subarray(0, usable));
    const text = (this.#bigEndian ? even.swap16() : even).toString('utf16le');
    return !more && usable < all.length ? `${text}\uFFFD` : text;
  }
}

function decoder(encoding: TextEncoding): TextReader {
  try {
    const found = new TextDecoder(alike[encoding] ?? encoding);
    return { read: (bytes, more) => found.decode(bytes, { stream: more }) };
  } catch {
    // The runtime's tables lack it.
    throw new Failure('WRONG_USAGE', intakeText.encodingNotHere(encoding));
  }
}

/** A reader of one text in this encoding. @throws Failure WRONG_USAGE where this runtime does not know it */
export function textReader(encoding: TextEncoding): TextReader {
  if (encoding === mixedEncoding) return new MixedLines();
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new Utf16(encoding === 'utf-16be');
  return encoding === 'x-user-defined' ? userDefined : decoder(encoding);
}
