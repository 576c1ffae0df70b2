import { isAscii, isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { Failure } from '#shared/contract/failure.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { cleanRecords } from './clean-records.ts';
import { emptyLines } from './dialect.ts';
import { RecordJudge, withoutMark } from './record-judge.ts';
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
function cleanFor(chunkBytes: number, { dialect, columns, isTotal, isFoot, onGood, lastLine }: ScanOptions) {
  const { delimiter, quote, escape } = dialect;
  const mark = Buffer.from(delimiter, 'utf8');
  const escapes = escape !== quote && escape !== '';
  if (mark.length > 1 || escapes || isTotal || isFoot || onGood || lastLine !== undefined) return null;
  return cleanRecords(chunkBytes, mark[0]!, quote === '' ? -1 : quote.charCodeAt(0), columns);
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
    const mayBeEmpty = emptyIn(options);
    const mayRepeat = namesAgainIn(options);
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
      // Both are asked: one of them remembers what it has seen.
      const [empty, again] = [mayBeEmpty(chunk), mayRepeat(chunk)];
      walk.read(chunk, last, empty || again);
      await judge.settle();
    }
    walk.end();
    await judge.settle();
    return found;
  } finally {
    await file.close();
  }
}

/**
 * Whether a piece of the file may hold a line of nothing but delimiters: where it holds none, ordinary records need not
 * be looked at one by one.
 */
function emptyIn({ dialect, columns }: ScanOptions): (chunk: Buffer) => boolean {
  if (columns < 2) return () => false;
  const lines = ['\n', '\r'].flatMap((before) =>
    ['\n', '\r'].flatMap((end) => emptyLines(dialect, columns).map((line) => Buffer.from(`${before}${line}${end}`))),
  );
  return (chunk) => {
    const begins = withoutMark(chunk);
    return lines.some((line) => chunk.includes(line) || begins.subarray(0, line.length - 1).equals(line.subarray(1)));
  };
}

/** The same for a line like that of the names. Behind lines that are skipped the first such line is the names. */
function namesAgainIn({ names, dialect }: ScanOptions): (chunk: Buffer) => boolean {
  if (names === undefined) return () => false;
  const whole = ['\n \n', '\n \r', '\r \r', '\n\ufeff \n', '\n\ufeff \r'].map((ends) => {
    const [before, after] = ends.split(' ');
    return Buffer.concat([Buffer.from(before!), names, Buffer.from(after!)]);
  });
  const atEnd = Buffer.concat([Buffer.from('\n'), names]);
  let isFirst = dialect.skipLines > 0;
  return (chunk) => {
    const found = whole.map((line) => chunk.indexOf(line)).filter((at) => at >= 0);
    const ends = chunk.subarray(-atEnd.length).equals(atEnd);
    if (found.length === 0 || !isFirst) return found.length > 0 || ends;
    isFirst = false;
    const next = Math.min(...found) + 1;
    return ends || whole.some((line) => chunk.indexOf(line, next) >= 0);
  };
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
