import { isAscii, isUtf8 } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';
import { emptyLines, longestRecord } from './dialect.ts';
import type { BadRecord, RecordScan, ScanOptions } from './record-scan.ts';

/** Files that were put together keep theirs in the middle. */
const byteOrderMark = Buffer.from('\ufeff');
const withoutMark = (bytes: Buffer): Buffer =>
  bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? bytes.subarray(byteOrderMark.length) : bytes;

/** Where a record lies: bytes [start, end) without the line end, its first physical line, and its fields. */
export interface FoundRecord {
  start: number;
  end: number;
  line: number;
  fields: number;
}

/** What is odd about how a record reads; most are not. */
export interface Oddness {
  /** Its quotes cannot be what they seem. */
  unsound: boolean;
  /** Nothing but spaces. */
  spaced: boolean;
}

/** Says of each record whether it is a row, counts it, and hands it on in file order. */
export class RecordJudge {
  /** Records that still are names and no rows. */
  headersLeft: number;
  /** Where, in what was read so far, bytes may not be UTF-8: they are looked at record by record. */
  suspectFrom = -1;
  suspectTo = -1;
  /** Bytes of a record that is nothing but delimiters. */
  readonly #empty: number;
  /** Records whose cells are all an empty pair of quotes, or one space. */
  readonly #blank: Buffer[];
  readonly #file: FileHandle;
  readonly #buffer: Buffer;
  readonly #options: ScanOptions;
  readonly #found: RecordScan;
  #bad: BadRecord[] = [];
  #good: number[] = [];
  #pending: FoundRecord[] = [];

  /** @param buffer what was read last of `file` */
  constructor(file: FileHandle, buffer: Buffer, options: ScanOptions, found: RecordScan) {
    this.#file = file;
    this.#buffer = buffer;
    this.#options = options;
    this.#found = found;
    this.#empty = (options.columns - 1) * Buffer.byteLength(options.dialect.delimiter);
    this.#blank = emptyLines(options.dialect, options.columns)
      .slice(1)
      .map((line) => Buffer.from(line));
    this.headersLeft = options.dialect.header ? (options.headerRows ?? 1) : 0;
  }

  /** @param position offset in the file of the buffer's first byte */
  take(item: FoundRecord, { unsound, spaced }: Oddness, position: number): void {
    const { start, end } = item;
    const { columns, isTotal, isFoot } = this.#options;
    if (end - start > longestRecord) this.#reject(item, 'LINE TOO LONG');
    else if (unsound && this.headersLeft > 0) this.#nameDespiteQuote(item);
    else if (unsound) this.#reject(item, 'QUOTES');
    else if (start === end && (columns > 1 || this.headersLeft > 0)) this.#found.blankLines += 1;
    else if (spaced && columns > 1) {
      this.#found.blankLines += 1;
      this.#found.spacedLines += 1;
    } else if (columns > 1 && item.fields === columns && end - start === this.#empty) this.#leaveOutEmpty(item);
    else if (!this.#isSuspect(item) && !isTotal && !isFoot && !this.#mayMatch(item)) this.#accept(item);
    else if (start < position) this.#pending.push(item);
    else this.#judgeBytes(item, this.#buffer.subarray(start - position, end - position));
  }

  #isSuspect({ start, end }: FoundRecord): boolean {
    return this.suspectTo > start && this.suspectFrom < end;
  }

  #mayMatch(item: FoundRecord): boolean {
    return this.#mayRepeat(item) || this.#mayBeBlank(item);
  }

  /** Whether a record is as long as one whose cells are all blank. */
  #mayBeBlank({ start, end, fields }: FoundRecord): boolean {
    const { columns } = this.#options;
    return (
      this.headersLeft === 0 &&
      columns > 1 &&
      fields === columns &&
      this.#blank.some((line) => line.length === end - start)
    );
  }

  /** Whether a record is as long as the line of names. */
  #mayRepeat({ start, end }: FoundRecord): boolean {
    const names = this.#options.names?.length;
    const size = end - start;
    return this.headersLeft === 0 && names !== undefined && (size === names || size === names + byteOrderMark.length);
  }

  /** Reads what began before the buffer, then hands on what was found since the last time. */
  async settle(): Promise<void> {
    const outOfOrder = this.#pending.length > 0;
    for (const item of this.#pending) {
      const slice = Buffer.allocUnsafe(item.end - item.start);
      await this.#file.read(slice, 0, slice.length, item.start);
      this.#judgeBytes(item, slice);
    }
    this.#pending = [];
    if (this.#bad.length > 0) await this.#options.onBad?.(this.#bad.sort((a, b) => a.start - b.start));
    this.#bad = [];
    if (this.#good.length > 0) await this.#options.onGood?.(outOfOrder ? sortPairs(this.#good) : this.#good);
    this.#good = [];
  }

  /** A line of names with a stray quote: who found the names has read it otherwise, and no row is lost with it. */
  #nameDespiteQuote(item: FoundRecord): void {
    this.headersLeft -= 1;
    this.#found.header ??= { ...item, fields: -1 };
  }

  #reject(item: FoundRecord, kind: BadRecord['kind']): void {
    this.#found.bad += 1;
    this.#bad.push({ ...item, kind });
  }

  /** Spreadsheets write rows of delimiters below their table: nobody's. As a line of names it counts as blank. */
  #leaveOutEmpty(item: FoundRecord): void {
    if (this.headersLeft > 0) this.#found.blankLines += 1;
    else this.#reject(item, 'EMPTY');
  }

  #accept(item: FoundRecord): void {
    const { columns, fillShort, dropHeader, onGood } = this.#options;
    const found = this.#found;
    if (this.headersLeft === 0 && item.fields !== columns && !(fillShort && item.fields < columns))
      return this.#reject(item, item.fields < columns ? 'MISSING COLUMNS' : 'TOO MANY COLUMNS');
    found.longest = Math.max(found.longest, item.end - item.start);
    if (this.headersLeft > 0) {
      this.headersLeft -= 1;
      if (found.header !== null) return;
      found.header = item;
      if (dropHeader) return;
    } else found.rows += 1;
    if (onGood) this.#good.push(item.start, item.end);
  }

  #judgeBytes(item: FoundRecord, bytes: Buffer): void {
    const found = this.#found;
    if (!isUtf8(bytes)) {
      found.invalidUtf8 += 1;
      found.invalidLine = Math.min(found.invalidLine ?? item.line, item.line);
      this.#reject(item, 'INVALID ENCODING');
      return;
    }
    // Of what is looked at for another reason nothing is counted: elsewhere such records are not looked at.
    if (this.#isSuspect(item) && !isAscii(bytes)) found.validUtf8 += 1;
    if (this.#mayBeBlank(item) && this.#blank.some((line) => line.equals(bytes))) this.#reject(item, 'EMPTY');
    else if (this.#mayRepeat(item) && this.#options.names!.equals(withoutMark(bytes))) this.#reject(item, 'NAMES');
    else if (this.headersLeft === 0 && this.#options.isFoot?.(bytes)) this.#reject(item, 'NOTE');
    else if (this.headersLeft === 0 && this.#options.isTotal?.(bytes)) this.#reject(item, 'TOTAL');
    else this.#accept(item);
  }
}

function sortPairs(ranges: number[]): number[] {
  const pairs: [number, number][] = [];
  for (let index = 0; index < ranges.length; index += 2) pairs.push([ranges[index]!, ranges[index + 1]!]);
  return pairs.sort((a, b) => a[0] - b[0]).flat();
}
