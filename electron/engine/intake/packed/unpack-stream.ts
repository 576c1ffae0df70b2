import { pipeline, Readable } from 'node:stream';
// Not by name: a runtime without Zstandard could not load this file.
import zlib from 'node:zlib';
import { zstdSegments } from './zstd-frames.ts';

/** More frames in a file are no export: each costs a decoder of its own. */
const mostFrames = 100_000;

/** A transform's output; it fails with what its source fails with. */
const through = (source: AsyncIterable<Buffer>, decoder: NodeJS.ReadWriteStream): AsyncIterable<Buffer> => {
  pipeline(Readable.from(source), decoder, () => undefined);
  return decoder as unknown as AsyncIterable<Buffer>;
};

/**
 * Unpacked bytes of a gzip file (RFC 1952, several members one behind the other too). `beyond` is called where bytes stand
 * behind the last member that are none.
 */
export async function* unpackGzip(
  source: AsyncIterable<Buffer>,
  bytes: number,
  beyond: () => void,
): AsyncGenerator<Buffer> {
  const decoder = zlib.createGunzip();
  yield* through(source, decoder);
  if (decoder.bytesWritten < bytes) beyond();
}

/** Unpacked bytes of a Zstandard file: each of its frames is unpacked by a decoder of its own. */
export async function* unpackZstd(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const segments = zstdSegments(source);
  let next = await segments.next();
  async function* oneFrame(): AsyncGenerator<Buffer> {
    while (!next.done) {
      const { bytes, end } = next.value;
      yield bytes;
      next = await segments.next();
      if (end) return;
    }
  }
  for (let frames = 0; !next.done; frames += 1) {
    if (frames === mostFrames) throw new Error('too many frames');
    yield* through(oneFrame(), zlib.createZstdDecompress());
  }
}
