import { open } from 'node:fs/promises';
import { Failure } from '#shared/contract/failure.ts';
import { parquetText } from '#shared/text/engine/parquet.ts';
import type { CheckedFile } from '../check-file.ts';

/**
 * Makes sure that a Parquet file has its end: marks at both ends and a footer that fits.
 * @throws Failure FILE_DAMAGED where it was cut off, FORMAT_UNKNOWN where it is encrypted
 */
export async function checkParquet(file: CheckedFile): Promise<void> {
  const cut = () => new Failure('FILE_DAMAGED', parquetText.cutOff(file.fileName));
  if (file.bytes < 12) throw cut();
  const handle = await open(file.path, 'r');
  try {
    const tail = Buffer.alloc(8);
    await handle.read(tail, 0, 8, file.bytes - 8);
    const mark = tail.toString('latin1', 4);
    if (mark === 'PARE') throw new Failure('FORMAT_UNKNOWN', parquetText.encrypted(file.fileName));
    if (mark !== 'PAR1' || tail.readUInt32LE(0) > file.bytes - 12) throw cut();
  } finally {
    await handle.close();
  }
}
