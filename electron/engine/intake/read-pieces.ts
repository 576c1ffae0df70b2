import { open } from 'node:fs/promises';

const pieceBytes = 4 * 1024 * 1024;
/** Of whatever says that it is empty, such as a pipe, so much at once. */
const leastBytes = 64 * 1024;

/**
 * The bytes of a file in pieces of at most 4 MiB. All pieces share one buffer: a piece holds until the next one is
 * asked for.
 */
export async function* readPieces(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    // No more than the file fills: what lies outside the heap counts for when garbage is collected.
    const { size } = await file.stat();
    const buffer = Buffer.allocUnsafeSlow(Math.min(pieceBytes, Math.max(leastBytes, size)));
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
