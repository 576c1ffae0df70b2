import { isAscii, isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { Failure } from '#shared/contract/failure.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { cleanRecords } from './clean-records.ts';
import { longestRecord } from './dialect.ts';
import type { BadRecord, RecordScan, ScanOptions } from './record-scan.ts';

const chunkBytes = 4 * 1024 * 1024;

const State = { start: 0, space: 1, plain: 2, quoted: 3, escaped: 4, quoteSeen: 5, after: 6, skip: 7 } as const;
type Item = { start: number; end: number; line: number; fields: number };

/**
 * Reads a delimited UTF-8 file once and finds where its records begin and end, independently of DuckDB: the control
 * total that every later count is held against. A record is bad when it has another number of fields than `columns`,
 * unsound quotes, more than 8 MiB or bytes that are not UTF-8. After unsound quotes reading goes on at the next
 * physical line, so that one stray quote costs one line and not the rest of the file; that stays linear, since between
 * an opening quote and the place where it turned out to be unsound there is no other quote that could open a field.
 * @throws Failure FILE_UNREADABLE when the file became shorter meanwhile, JOB_CANCELLED on abort
 */
export async function scanRecords(path: string, bytes: number, options: ScanOptions): Promise<RecordScan> {
  const { dialect, columns, signal } = options;
  const mark = Buffer.from(dialect.delimiter, 'utf8');
  const delimiter = mark[0]!;
  const quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0);
  const escape = dialect.escape !== dialect.quote && dialect.escape !== '' ? dialect.escape.charCodeAt(0) : -1;
  const lastLine = options.lastLine ?? Number.POSITIVE_INFINITY;
  const spaces = delimiter !== 32;
  const ends = new Uint8Array(256);
  for (const byte of [10, 13, delimiter, quote]) if (byte >= 0) ends[byte] = 1;
  const found: RecordScan = {
    rows: 0,
    bad: 0,
    blankLines: 0,
    trickyQuotes: false,
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
  };
  const file = await open(path, 'r');
  let position = 0;
  let state: number = State.start;
  let fields = 0;
  let record = 0;
  let line = 1;
  let recordLine = 1;
  let lastByte = 0;
  let toSkip = dialect.skipLines;
  let unsound = false;
  let hashed = 0;
  let suspectFrom = -1;
  let suspectTo = -1;
  let headersLeft = dialect.header ? (options.headerRows ?? 1) : 0;
  let bad: BadRecord[] = [];
  let good: number[] = [];
  let pending: Item[] = [];
  if (toSkip > 0) state = State.skip;
  // Who wants to see each record is given it by the loop below.
  const clean =
    mark.length === 1 && escape === -1 && !options.isTotal && !options.onGood && options.lastLine === undefined
      ? cleanRecords(chunkBytes, delimiter, quote, columns)
      : null;
  const buffer = clean?.buffer ?? Buffer.allocUnsafe(chunkBytes);

  const reject = (item: Item, kind: BadRecord['kind']) => {
    found.bad += 1;
    bad.push({ ...item, kind });
  };
  const accept = (item: Item) => {
    if (headersLeft === 0 && item.fields !== columns && !(options.fillShort && item.fields < columns))
      return reject(item, item.fields < columns ? 'MISSING COLUMNS' : 'TOO MANY COLUMNS');
    found.longest = Math.max(found.longest, item.end - item.start);
    if (headersLeft > 0) {
      headersLeft -= 1;
      if (found.header !== null) return;
      found.header = item;
      if (options.dropHeader) return;
    } else found.rows += 1;
    if (options.onGood) good.push(item.start, item.end);
  };
  const judgeBytes = (item: Item, bytesOf: Buffer) => {
    if (isUtf8(bytesOf)) {
      if (!isAscii(bytesOf)) found.validUtf8 += 1;
      if (headersLeft === 0 && options.isTotal?.(bytesOf)) reject(item, 'TOTAL');
      else accept(item);
      return;
    }
    found.invalidUtf8 += 1;
    found.invalidLine = Math.min(found.invalidLine ?? item.line, item.line);
    reject(item, 'INVALID ENCODING');
  };
  const finish = (end: number) => {
    const item = { start: record, end, line: recordLine, fields: fields + 1 };
    if (toSkip > 0) toSkip -= 1;
    else if (recordLine > lastLine) return void (unsound = false);
    else if (end - record > longestRecord) reject(item, 'LINE TOO LONG');
    else if (unsound) reject(item, 'QUOTES');
    else if (end === record && (columns > 1 || headersLeft > 0)) found.blankLines += 1;
    else if (state === State.space && fields === 0 && columns > 1) {
      found.blankLines += 1;
      found.spacedLines += 1;
    } else if ((suspectTo <= record || suspectFrom >= end) && !options.isTotal) accept(item);
    else if (record < position) pending.push(item);
    else judgeBytes(item, buffer.subarray(record - position, end - position));
    unsound = false;
  };
  const settle = async () => {
    const outOfOrder = pending.length > 0;
    for (const item of pending) {
      const slice = Buffer.allocUnsafe(item.end - item.start);
      await file.read(slice, 0, slice.length, item.start);
      judgeBytes(item, slice);
    }
    pending = [];
    if (bad.length > 0) await options.onBad?.(bad.sort((a, b) => a.start - b.start));
    bad = [];
    if (good.length > 0) await options.onGood?.(outOfOrder ? sortPairs(good) : good);
    good = [];
  };

  try {
    while (position < bytes) {
      throwIfCancelled(signal);
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, position);
      if (bytesRead === 0) throw new Failure('FILE_UNREADABLE', intakeText.becameShorter(options.fileName));
      const last = position + bytesRead >= bytes;
      const chunk = buffer.subarray(0, last ? bytesRead : bytesRead - cutSequence(buffer.subarray(0, bytesRead)));
      const size = chunk.length;
      if (position + size > hashed) {
        options.onBytes?.(chunk.subarray(hashed - position));
        hashed = position + size;
        options.onProgress?.(hashed);
      }
      if (!isAscii(chunk)) {
        if (isUtf8(chunk)) found.beyondAscii = true;
        else {
          suspectFrom = suspectTo >= position && suspectFrom >= 0 ? suspectFrom : position;
          suspectTo = position + size;
        }
        const lost = found.replacementLine === null ? chunk.indexOf('\uFFFD') : -1;
        if (lost >= 0) found.replacementLine = line + countLineFeeds(chunk.subarray(0, lost));
      }
      for (let nul = chunk.indexOf(0); nul >= 0; nul = chunk.indexOf(0, nul + 1)) {
        found.nulLine ??= line + countLineFeeds(chunk.subarray(0, nul));
        found.nulBytes += 1;
      }
      let i = 0;
      if (position === 0 && size >= 3 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
        i = 3;
        record = 3;
      }
      let damaged = false;
      const ordinary = suspectTo <= position ? clean : null;
      while (i < size) {
        if (ordinary !== null && state === State.start && headersLeft === 0 && position + i === record) {
          const run = ordinary.pass(i, size);
          i = run.next;
          record = position + i;
          line += run.rows;
          recordLine = line;
          found.rows += run.rows;
          found.longest = Math.max(found.longest, run.longest);
          found.lineEnds.lf += run.rows - run.crlf;
          found.lineEnds.crlf += run.crlf;
          if (i >= size) break;
        }
        let byte = chunk[i]!;
        if (state === State.plain) {
          while (ends[byte] === 0 && ++i < size) byte = chunk[i]!;
        } else if (state === State.skip) {
          while (byte !== 10 && byte !== 13 && ++i < size) byte = chunk[i]!;
        } else if (state === State.quoted) {
          while (byte !== quote && byte !== 10 && byte !== 13 && byte !== escape && ++i < size) byte = chunk[i]!;
          if (position + i - record > longestRecord) {
            damaged = true;
            break;
          }
          if (i >= size) break;
          if (byte === quote) state = State.quoteSeen;
          else if (byte === escape) state = State.escaped;
          else {
            found.trickyQuotes = true;
            if (byte === 13 || (i > 0 ? chunk[i - 1] : lastByte) !== 13) line += 1;
          }
          i += 1;
          continue;
        } else if (state === State.escaped) {
          state = State.quoted;
          if (byte === quote || byte === escape) i += 1;
          continue;
        } else if (state === State.quoteSeen && byte === quote && escape === -1) {
          state = State.quoted;
          i += 1;
          continue;
        }
        if (i >= size) break;
        if (byte === 10 || byte === 13) {
          if (byte === 10 && record > 0 && position + i === record && (i > 0 ? chunk[i - 1] : lastByte) === 13) {
            // The second half of CRLF: the record ended at CR.
            found.lineEnds.cr -= 1;
            found.lineEnds.crlf += 1;
            record += 1;
            i += 1;
            continue;
          }
          if (byte === 10) found.lineEnds.lf += 1;
          else found.lineEnds.cr += 1;
          finish(position + i);
          i += 1;
          line += 1;
          record = position + i;
          recordLine = line;
          fields = 0;
          state = toSkip > 0 ? State.skip : State.start;
        } else if (byte === delimiter && (mark.length === 1 || mark.compare(chunk, i, i + mark.length) === 0)) {
          fields += 1;
          state = State.start;
          i += mark.length;
        } else if (byte === quote && state === State.plain) {
          found.trickyQuotes = true;
          i += 1;
        } else if (byte === quote && (state === State.start || state === State.space)) {
          state = State.quoted;
          i += 1;
        } else if (byte === 32 && spaces && (state === State.start || state === State.space)) {
          state = State.space;
          i += 1;
        } else if (state === State.quoteSeen || state === State.after) {
          if (byte !== 32 || !spaces) {
            damaged = true;
            break;
          }
          state = State.after;
          i += 1;
        } else {
          state = State.plain;
          i += 1;
        }
      }
      if (damaged || (last && (state === State.quoted || state === State.escaped))) {
        position = record;
        line = recordLine;
        fields = 0;
        unsound = true;
        state = State.skip;
        lastByte = 0;
      } else {
        lastByte = chunk[size - 1]!;
        position += size;
      }
      await settle();
    }
    if (position > record) finish(position);
    await settle();
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

function countLineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

function sortPairs(ranges: number[]): number[] {
  const pairs: [number, number][] = [];
  for (let index = 0; index < ranges.length; index += 2) pairs.push([ranges[index]!, ranges[index + 1]!]);
  return pairs.sort((a, b) => a[0] - b[0]).flat();
}
