import { open } from 'node:fs/promises';
import { Failure } from '#shared/contract/failure.ts';
import type { CheckedFile } from '../check-file.ts';

/**
 * Makes sure that a Parquet file has its end: marks at both ends and a footer that fits.
 * @throws Failure FILE_DAMAGED where it was cut off, FORMAT_UNKNOWN where it is encrypted
 */
export async function checkParquet(file: CheckedFile): Promise<void> {
  const cut = () => new Failure('FILE_DAMAGED', `“${file.fileName}” begins like a Parquet file but has no proper end: it was cut off; get it again.`);
  if (file.bytes < 12) throw cut();
  const handle = await open(file.path, 'r');
  try {
    const tail = Buffer.alloc(8);
    await handle.read(tail, 0, 8, file.bytes - 8);
    const mark = tail.toString('latin1', 4);
    if (mark === 'PARE') throw new Failure('FORMAT_UNKNOWN', `“${file.fileName}” is an encrypted Parquet file: export it without encryption.`);
    if (mark !== 'PAR1' || tail.readUInt32LE(0) > file.bytes - 12) throw cut();
  } finally {
    await handle.close();
  }
}
