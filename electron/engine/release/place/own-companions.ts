import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { targetExists } from './file-border.ts';
import { releaseFiles } from './release-files.ts';

/** What a file beside a release holds where a release wrote it. */
const marks = ['"custos-certificate"', '"custos:release"', 'c2sp.org/tlog-proof@v1'];
/** A mark stands within so many bytes: a certificate has its lists of columns before it. */
const looked = 4_000_000;

/** The beginning of a file; null where there is none. @throws whatever the file system says otherwise */
async function beginning(path: string): Promise<string | null> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (file === null) return null;
  try {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(looked), position: 0 });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * A save dialog asks about the output alone. What lies under the names of its certificate, proof and descriptor may be
 * replaced where a release wrote it, too, and nothing else.
 * @throws Failure TARGET_EXISTS naming the file that somebody else wrote
 */
export async function requireOwnCompanions(outputPath: string): Promise<void> {
  for (const path of releaseFiles(outputPath, { registered: true }).filter((one) => one !== outputPath)) {
    const text = await beginning(path).catch(() => '');
    if (text !== null && !marks.some((mark) => text.includes(mark))) throw targetExists(basename(path));
  }
}
