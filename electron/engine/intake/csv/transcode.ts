import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { TextEncoding } from '#shared/domain/text-encoding.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { type TextReader, textReader } from '../encoding/text-reader.ts';

export interface Transcoded {
  bytes: number;
  /**
   * Places that stand for no character in the encoding: U+FFFD, a control character beyond ASCII, or half a pair of
   * surrogates in their stead.
   */
  undecodable: number;
  firstLine: number | null;
  /** Lines of a mixed text that are not UTF-8, and the first of them. */
  foreign: NonNullable<TextReader['foreign']> | null;
}

const noCharacter = /[\u0080-\u009F\uFFFD]|\p{Surrogate}/gu;

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
  const reader = textReader(encoding);
  const output = await open(target, 'wx', 0o600);
  const result: Transcoded = { bytes: 0, undecodable: 0, firstLine: null, foreign: null };
  let done = 0;
  let line = 1;
  const write = async (text: string) => {
    for (const match of text.matchAll(noCharacter)) {
      result.undecodable += 1;
      result.firstLine ??= line + countLines(text, match.index);
    }
    line += countLines(text, text.length);
    const bytes = Buffer.from(text, 'utf8');
    result.bytes += bytes.length;
    await output.appendFile(bytes);
  };
  try {
    for await (const piece of createReadStream(source, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
      throwIfCancelled(hooks.signal);
      hooks.onBytes(piece);
      done += piece.length;
      hooks.onProgress(done);
      await write(reader.read(piece, true));
    }
    await write(reader.read(new Uint8Array(), false));
    return { ...result, foreign: reader.foreign ?? null };
  } finally {
    await output.close();
  }
}

function countLines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
