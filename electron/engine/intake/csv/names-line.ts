import { open } from 'node:fs/promises';
import type { Dialect } from './dialect.ts';

const looked = 256 * 1024;

/** The bytes of the line of names of a UTF-8 text; undefined where there is none, or it has line ends inside. */
export async function namesLine(path: string, { header, skipLines, quote }: Dialect): Promise<Buffer | undefined> {
  if (!header) return undefined;
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(looked), 0, looked, 0);
    const text = buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
    const lines = text.split(/\r\n|\n|\r/).slice(0, -1);
    const line = lines.slice(skipLines).find((one) => one.trim() !== '');
    return line === undefined || (quote !== '' && line.split(quote).length % 2 === 0) ? undefined : Buffer.from(line);
  } finally {
    await file.close();
  }
}
