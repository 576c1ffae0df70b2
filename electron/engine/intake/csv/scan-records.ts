import { isAscii, isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { Failure } from '#shared/contract/failure.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { cleanRecords } from './clean-records.ts';
import { RecordJudge } from './record-judge.ts';
import type { RecordScan, ScanOptions } from './record-scan.ts';
import { RecordWalk } from './record-walk.ts';

const mostBytes = 4 * 1024 * 1024;

const nothingYet = (): RecordScan => ({
  rows: 0,
  bad: 0,
  blankLines: 0,
  trickyQuotes: false,
  rowsInQuotes: 0,
  rowsInQuotesLine: null,
  spacedLines: 0,
  longest: 0,
  lineEnds: { lf: 0, crlf: 0, cr: 0 },
  nulBytes: 0,
  nulLine: null,
  beyondAscii: false,
  validUtf8: 0,
  invalidUtf8: 0,
  invalidLine: null,
  replacementLine: null,
  header: null,
});

/** Passes over ordinary records; null where who wants to see each record is given it, or the dialect is too rich. */
function cleanFor(chunkBytes: number, { dialect, columns, names, isTotal, isFoot, onGood, lastLine }: ScanOptions) {
  const { delimiter, quote, escape } = dialect;
  const mark = Buffer.from(delimiter, 'utf8');
  const escapes = escape !== quote && escape !== '';
  if (mark.length > 1 || escapes || isTotal || isFoot || onGood || lastLine !== undefined) return null;
  return cleanRecords(chunkBytes, {
    delimiter: mark[0]!,
    quote: quote === '' ? -1 : quote.charCodeAt(0),
    columns,
    names: names ?? Buffer.alloc(0),
  });
}

/**
 * Reads a delimited UTF-8 file once and finds where its records begin and end, independently of DuckDB: the control
 * total that every later count is held against. A record is bad when it has another number of fields than `columns`,
 * unsound quotes, more than 8 MiB or bytes that are not UTF-8.
 * @throws Failure FILE_UNREADABLE when the file became shorter meanwhile, JOB_CANCELLED on abort
 */
export async function scanRecords(path: string, bytes: number, options: ScanOptions): Promise<RecordScan> {
  const found = nothingYet();
  // No more than the file fills: what lies outside the heap counts for when garbage is collected.
  const chunkBytes = Math.max(1, Math.min(mostBytes, bytes));
  const clean = cleanFor(chunkBytes, options);
  const buffer = clean?.buffer ?? Buffer.allocUnsafe(chunkBytes);
  const file = await open(path, 'r');
  try {
    const judge = new RecordJudge(file, buffer, options, found);
    const walk = new RecordWalk(options, judge, found, clean);
    let seen = 0;
    while (walk.position < bytes) {
      throwIfCancelled(options.signal);
      const { position } = walk;
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, position);
      if (bytesRead === 0) throw new Failure('FILE_UNREADABLE', intakeText.becameShorter(options.fileName));
      const last = position + bytesRead >= bytes;
      const chunk = buffer.subarray(0, last ? bytesRead : bytesRead - cutSequence(buffer.subarray(0, bytesRead)));
      // After unsound quotes a piece is read again.
      if (position + chunk.length > seen) {
        options.onBytes?.(chunk.subarray(seen - position));
        seen = position + chunk.length;
        options.onProgress?.(seen);
      }
      if (!isAscii(chunk)) {
        suspectBytes(chunk, position, judge, found);
        noteLostCharacter(chunk, walk.line, found);
      }
      noteNulBytes(chunk, walk.line, found);
      walk.read(chunk, last);
      await judge.settle();
    }
    walk.end();
    await judge.settle();
    return found;
  } finally {
    await file.close();
  }
}

/** Bytes at the end of a chunk that begin a multi-byte sequence which the chunk's end cuts. */
function cutSequence(chunk: Buffer): number {
  for (let back = 1; back <= 3 && back < chunk.length; back += 1) {
    const byte = chunk[chunk.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/** Where a piece is not all UTF-8, its records are looked at one by one. */
function suspectBytes(chunk: Buffer, position: number, judge: RecordJudge, found: RecordScan): void {
  if (isUtf8(chunk)) {
    found.beyondAscii = true;
    return;
  }
  judge.suspectFrom = judge.suspectTo >= position && judge.suspectFrom >= 0 ? judge.suspectFrom : position;
  judge.suspectTo = position + chunk.length;
}

/** U+FFFD was written by whoever lost a character before the file came here. @param line of the piece's first byte */
function noteLostCharacter(chunk: Buffer, line: number, found: RecordScan): void {
  const lost = found.replacementLine === null ? chunk.indexOf('\uFFFD') : -1;
  if (lost >= 0) found.replacementLine = line + countLineFeeds(chunk.subarray(0, lost));
}

function noteNulBytes(chunk: Buffer, line: number, found: RecordScan): void {
  for (let nul = chunk.indexOf(0); nul >= 0; nul = chunk.indexOf(0, nul + 1)) {
    found.nulLine ??= line + countLineFeeds(chunk.subarray(0, nul));
    found.nulBytes += 1;
  }
}

function countLineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
