import { Failure } from '#shared/contract/failure.ts';
import { duckDbText } from '#shared/text/engine/duckdb.ts';
import type { CheckedFile } from '../check-file.ts';

/** The mark of DuckDB's files, behind the checksum of the first block. */
const mark = { at: 8, text: 'DUCK' };

/**
 * What stands behind the mark (storage/storage_info.hpp of DuckDB): the storage version, four words of flags, and which
 * release wrote the file.
 */
const places = { version: 12, flags: 20, writer: 52, end: 84 };
const encrypted = 1n;

/** Storage versions that the data engine at hand reads: of DuckDB 0.9 to 1.5. */
const known = { from: 64n, to: 68n };

export const looksLikeDuckDb = (head: Buffer): boolean =>
  head.toString('latin1', mark.at, mark.at + mark.text.length) === mark.text;

/** @throws Failure FORMAT_UNKNOWN where the file is encrypted, or of a storage version that is not read here */
export function checkStorage({ head, fileName }: CheckedFile): void {
  if (!looksLikeDuckDb(head) || head.length < places.end)
    throw new Failure('FILE_DAMAGED', duckDbText.unreadable(fileName));
  if ((head.readBigUInt64LE(places.flags) & encrypted) !== 0n)
    throw new Failure('FORMAT_UNKNOWN', duckDbText.encrypted(fileName));
  const version = head.readBigUInt64LE(places.version);
  const writer = /^v\d[\w.-]*/.exec(head.toString('latin1', places.writer, places.end))?.[0] ?? null;
  if (version > known.to) throw new Failure('FORMAT_UNKNOWN', duckDbText.newer(fileName, version, known.to, writer));
  if (version < known.from) throw new Failure('FORMAT_UNKNOWN', duckDbText.older(fileName, version, known.from));
}
