import { open } from 'node:fs/promises';

const pieceBytes = 4 * 1024 * 1024;

/**
 * The bytes of a file in pieces of at most 4 MiB. All pieces share one buffer: a piece holds until the next one is
 * asked for.
 */
export async function* readPieces(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(pieceBytes);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, pieceBytes, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
