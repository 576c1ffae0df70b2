import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { TextEncoding } from './dialect.ts';

export interface Transcoded {
  bytes: number;
  /**
   * Places that stand for no character in the encoding, replaced by U+FFFD (UTF-16) or kept as control characters
   * (Windows-1252).
   */
  undecodable: number;
  firstLine: number | null;
}

/**
 * Writes `source` as UTF-8 (without byte order mark) to `target`, piece by piece.
 * @param onBytes sees every byte of the source once, in order
 */
export async function transcode(
  source: string,
  target: string,
  encoding: Exclude<TextEncoding, 'utf-8'>,
  hooks: { onBytes: (bytes: Uint8Array) => void; onProgress: (done: number) => void; signal: AbortSignal | undefined },
): Promise<Transcoded> {
  const output = await open(target, 'wx', 0o600);
  const result: Transcoded = { bytes: 0, undecodable: 0, firstLine: null };
  const single = encoding === 'windows-1252' ? new TextDecoder('windows-1252') : null;
  let carry: Buffer = Buffer.alloc(0);
  let done = 0;
  let line = 1;
  const write = async (text: string) => {
    const bytes = Buffer.from(text, 'utf8');
    result.bytes += bytes.length;
    await output.appendFile(bytes);
  };
  const note = (index: number, text: string) => {
    result.undecodable += 1;
    result.firstLine ??= line + countLines(text, index);
  };
  try {
    for await (const piece of createReadStream(source, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
      throwIfCancelled(hooks.signal);
      hooks.onBytes(piece);
      let bytes = piece;
      if (
        done === 0 &&
        single === null &&
        ((piece[0] === 0xff && piece[1] === 0xfe) || (piece[0] === 0xfe && piece[1] === 0xff))
      )
        bytes = piece.subarray(2);
      done += piece.length;
      hooks.onProgress(done);
      let text: string;
      if (single !== null) {
        text = single.decode(bytes, { stream: true });
        for (const match of text.matchAll(/[\u0081\u008D\u008F\u0090\u009D]/g)) note(match.index, text);
      } else {
        bytes = Buffer.concat([carry, bytes]);
        let usable = bytes.length & ~1;
        const lastUnit =
          usable >= 2 ? (encoding === 'utf-16be' ? bytes.readUInt16BE(usable - 2) : bytes.readUInt16LE(usable - 2)) : 0;
        // A pair of surrogates is never cut.
        if (lastUnit >= 0xd800 && lastUnit <= 0xdbff) usable -= 2;
        carry = Buffer.from(bytes.subarray(usable));
        const even = Buffer.from(bytes.subarray(0, usable));
        text = (encoding === 'utf-16be' ? even.swap16() : even).toString('utf16le');
        for (const match of text.matchAll(/\p{Surrogate}/gu)) note(match.index, text);
      }
      await write(text);
      line += countLines(text, text.length);
    }
    if (carry.length > 0) {
      note(0, '');
      await write('\uFFFD');
    }
    return result;
  } finally {
    await output.close();
  }
}

function countLines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
