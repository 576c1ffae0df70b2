import zlib from 'node:zlib';

/** How a file is packed: one stream of bytes, or an archive with files in it. */
export type PackedKind = 'gzip' | 'zstd' | 'zip';

const begins = (head: Buffer, mark: string): boolean => head.subarray(0, mark.length).toString('latin1') === mark;

/** Parts that stand at the beginning of an office document, which is a ZIP package and no archive of tables. */
const documentParts = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|word\/|ppt\/|customXml\/|mimetype$)/;

/** Name of the first file of a ZIP package, as its local header says (APPNOTE 4.3.7). */
const firstPart = (head: Buffer): string =>
  head.length < 30 ? '' : head.subarray(30, 30 + head.readUInt16LE(26)).toString('latin1');

function isDocument(head: Buffer, ending: string): boolean {
  if (ending === '.xlsx' || ending === '.xlsm') return true;
  const first = firstPart(head);
  return documentParts.test(first) || (ending !== '.zip' && head.includes('[Content_Types].xml'));
}

/** How a file is packed, by its first bytes; null where it is read as it lies. @param ending with its dot, lower case */
export function packedKind(head: Buffer, ending: string): PackedKind | null {
  if (begins(head, '\x1f\x8b')) return 'gzip';
  // A runtime older than Node 22.15 has no Zstandard; the file is refused there by name.
  if (begins(head, '\x28\xb5\x2f\xfd')) return 'createZstdDecompress' in zlib ? 'zstd' : null;
  if (begins(head, 'PK\x03\x04') || begins(head, 'PK\x05\x06')) return isDocument(head, ending) ? null : 'zip';
  return null;
}
