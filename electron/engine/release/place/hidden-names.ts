import { basename, dirname, join } from 'node:path';

/**
 * What one release puts beside its target under a name that nobody sees: the file being made, and the one it replaces.
 */
export type HiddenKind = 'part' | 'former';

const longestName = 120;

/** As much of a name as leaves room for the rest within a file system's 255 bytes; never half a character. */
function shortened(name: string): string {
  let bytes = 0;
  let kept = '';
  for (const sign of name) {
    bytes += Buffer.byteLength(sign);
    if (bytes > longestName) break;
    kept += sign;
  }
  return kept;
}

/** A long name may be cut before the ending that tells the files of one release apart. */
const companions = [
  ['.certificate.json', '.certificate'],
  ['.certificate.json.tlog-proof', '.proof'],
  ['.datapackage.json', '.datapackage'],
] as const;

/** The same for the same target and release, so that what a dead process left can be found by name. */
export function hiddenName(target: string, releaseId: string, kind: HiddenKind): string {
  const name = basename(target);
  const companion = companions.find(([ending]) => name.endsWith(ending))?.[1] ?? '';
  return join(dirname(target), `.${shortened(name)}.${releaseId}${companion}.${kind}`);
}

const marked =
  /^\..+\.custos\.(\d{1,10}\.[0-9a-z-]{1,80})\.[0-9a-f]{16}(?:\.certificate|\.proof|\.datapackage)?\.(?:part|former)$/;

/** What stands for the release in the hidden name of a file that is none: who makes it, and which of its files it is. */
export const mark = (owner: string, random: Uint8Array): string =>
  `custos.${owner}.${Buffer.from(random).toString('hex')}`;

/** Who made a hidden file that is no release's; null where its name is not of that form. */
export const ownerOf = (name: string): string | null => marked.exec(name)?.[1] ?? null;
