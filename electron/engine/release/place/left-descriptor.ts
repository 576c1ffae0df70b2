import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { descriptorKeys } from '#shared/evidence/data-package.ts';
import { certificateOf, descriptorOf } from './release-files.ts';

/** A descriptor of 5,000 columns is smaller. */
const largest = 4_000_000;

/** What a descriptor of a release says of its places. */
const ownDescriptor = z.object({
  'custos:release': z.object({ certificate: z.object({ path: z.string() }) }),
  resources: z.tuple([z.object({ path: z.string() })]),
});

/** The whole of a regular file that is no larger than a descriptor; null for any other. */
async function wholeText(path: string): Promise<string | null> {
  try {
    const found = await stat(path);
    return found.isFile() && found.size <= largest ? await readFile(path, 'utf8') : null;
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Whether what lies under the name of a descriptor was written by a release of that very output, and by nobody since:
 * whoever threw away a release and left its descriptor lying loses nothing by the next one. It says nothing that the
 * release did not, has the form that a release gives it, and names this output and its certificate.
 * @param former where the same file lies under another name while it is replaced
 */
export async function isLeftDescriptor(path: string, outputPath: string, former: string = path): Promise<boolean> {
  if (path !== descriptorOf(outputPath)) return false;
  const text = await wholeText(former);
  if (text === null) return false;
  const read = parsed(text);
  const known = ownDescriptor.safeParse(read);
  if (!known.success) return false;
  const { 'custos:release': release, resources } = known.data;
  return (
    text === `${JSON.stringify(read, null, 2)}\n` &&
    Object.keys(read as object).every((key) => descriptorKeys.includes(key)) &&
    resources[0].path === basename(outputPath) &&
    release.certificate.path === basename(certificateOf(outputPath))
  );
}
