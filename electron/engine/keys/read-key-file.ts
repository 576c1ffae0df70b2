import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { keysText } from '#shared/text/engine/keys.ts';
import { readBounded, UnreadableFile } from '#engine/machine/read-bounded.ts';

/** Key material of a megabyte is more than any generator gives. */
const largest = 1_048_576;

/** The bytes of a key file. @throws Failure KEY_MISSING with the reason in a sentence */
export async function readKeyFile(path: string): Promise<Buffer> {
  try {
    return await readBounded(path, largest);
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new Failure('KEY_MISSING', keysText.keyFile[error.why](basename(path)), { cause: error });
    throw error;
  }
}
