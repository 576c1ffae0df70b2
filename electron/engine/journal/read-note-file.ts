import { basename } from 'node:path';
import { readBounded, UnreadableFile } from '#engine/machine/read-bounded.ts';
import { Failure } from '#shared/contract/failure.ts';
import { headsText } from '#shared/text/engine/heads.ts';

/** A proof of an entry that holds a long recipe is far shorter. */
const most = 16_777_216;

/**
 * A file that was handed out or brought in: a signed head, a proof, a cosignature. UTF-8 text or, for a time stamp,
 * bytes. @throws Failure FILE_UNREADABLE with the reason in a sentence
 */
export async function readNoteFile(path: string): Promise<Buffer> {
  try {
    return await readBounded(path, most);
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new Failure('FILE_UNREADABLE', headsText.file[error.why](basename(path)), { cause: error });
    throw error;
  }
}
