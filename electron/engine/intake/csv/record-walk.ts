import type { CleanRecords } from './clean-records.ts';
import { longestRecord } from './dialect.ts';
import type { RecordJudge } from './record-judge.ts';
import type { RecordScan, ScanOptions } from './record-scan.ts';

const State = { start: 0, space: 1, plain: 2, quoted: 3, escaped: 4, quoteSeen: 5, after: 6, skip: 7 } as const;

const LF = 10;
const CR = 13;
const SPACE = 32;

/** Told instead of a place to read on from: these quotes cannot be what they seem. */
const unsoundQuotes = -1;

/** What the bytes of a dialect mean; -1 where it has none. */
function bytesOf({ delimiter, quote, escape }: ScanOptions['dialect']) {
  const mark = Buffer.from(delimiter, 'utf8');
  return {
    mark,
    delimiter: mark[0]!,
    quote: quote === '' ? -1 : quote.charCodeAt(0),
    escape: escape !== quote && escape !== '' ? escape.charCodeAt(0) : -1,
  };
}

/**
 * Follows records and fields over the bytes of a file, piece by piece. After unsound quotes reading goes on at the next
 * physical line, so that one stray quote costs one line and not the rest of the file; that stays linear, since between
 * an opening quote and the place where it turned out to be unsound there is no other quote that could open a field.
 */
export class RecordWalk {
  /** Offset in the file of the next byte to read. */
  position = 0;
  line = 1;
  readonly #mark: Buffer;
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #escape: number;
  /** Spaces beside a field do not count, unless they are what parts fields. */
  readonly #spaces: boolean;
  /** Bytes that end a plain run. */
  readonly #ends = new Uint8Array(256);
  readonly #columns: number;
  readonly #lastLine: number;
  readonly #judge: RecordJudge;
  readonly #found: RecordScan;
  readonly #clean: CleanRecords | null;
  #state: number;
  #fields = 0;
  #record = 0;
  #recordLine = 1;
  #lastByte = 0;
  #toSkip: number;
  #unsound = false;

  /** @param clean passes over ordinary records; null where each of them is to be seen */
  constructor(options: ScanOptions, judge: RecordJudge, found: RecordScan, clean: CleanRecords | null) {
    const { mark, delimiter, quote, escape } = bytesOf(options.dialect);
    this.#mark = mark;
    this.#delimiter = delimiter;
    this.#quote = quote;
    this.#escape = escape;
    this.#spaces = delimiter !== SPACE;
    for (const byte of [LF, CR, delimiter, quote]) if (byte >= 0) this.#ends[byte] = 1;
    this.#columns = options.columns;
    this.#lastLine = options.lastLine ?? Number.POSITIVE_INFINITY;
    this.#judge = judge;
    this.#found = found;
    this.#clean = clean;
    this.#toSkip = options.dialect.skipLines;
    this.#state = this.#toSkip > 0 ? State.skip : State.start;
  }

  /**
   * Reads the piece of the file that begins at `position`.
   * @param last the file ends with it
   */
  read(chunk: Buffer, last: boolean): void {
    const begin = this.position === 0 && hasByteOrderMark(chunk) ? 3 : 0;
    if (begin > 0) this.#record = begin;
    const sound = this.#walk(chunk, begin);
    if (sound && !(last && (this.#state === State.quoted || this.#state === State.escaped))) {
      this.#lastByte = chunk[chunk.length - 1]!;
      this.position += chunk.length;
      return;
    }
    this.position = this.#record;
    this.line = this.#recordLine;
    this.#fields = 0;
    this.#unsound = true;
    this.#state = State.skip;
    this.#lastByte = 0;
  }

  /** The file is over; its last line may have no end. */
  end(): void {
    if (this.position > this.#record) this.#finish(this.position);
  }

  /** @returns false where it came upon unsound quotes */
  #walk(chunk: Buffer, from: number): boolean {
    const size = chunk.length;
    const ordinary = this.#judge.suspectTo <= this.position ? this.#clean : null;
    for (let i = from; i < size;) {
      if (ordinary !== null && this.#state === State.start && this.position + i === this.#record) {
        i = this.#passOrdinary(ordinary, i, size);
        if (i >= size) break;
      }
      i =
        this.#state === State.quoted || this.#state === State.escaped
          ? this.#insideQuotes(chunk, i)
          : this.#outsideQuotes(chunk, i);
      if (i === unsoundQuotes) return false;
    }
    return true;
  }

  #passOrdinary(ordinary: CleanRecords, from: number, size: number): number {
    if (this.#judge.headersLeft > 0) return from;
    const { next, rows, crlf, longest } = ordinary.pass(from, size);
    const found = this.#found;
    this.#record = this.position + next;
    this.line += rows;
    this.#recordLine = this.line;
    found.rows += rows;
    found.longest = Math.max(found.longest, longest);
    found.lineEnds.lf += rows - crlf;
    found.lineEnds.crlf += crlf;
    return next;
  }

  /** A line within quotes that ends at `end`, where it lies in this piece of the file as a whole. */
  #lookAtLine(chunk: Buffer, end: number): void {
    const begin = Math.max(chunk.lastIndexOf(LF, end - 1), chunk.lastIndexOf(CR, end - 1)) + 1;
    if (this.position + begin <= this.#record || begin >= end || this.#columns < 2) return;
    let delimiters = 0;
    for (let at = begin; at < end; at += 1)
      if (chunk[at] === this.#delimiter && this.#isDelimiter(chunk, at)) delimiters += 1;
    if (delimiters !== this.#columns - 1) return;
    this.#found.rowsInQuotes += 1;
    this.#found.rowsInQuotesLine ??= this.line;
  }

  /** From `i` to the byte after the one that changes something; each returns where to read on. */
  #insideQuotes(chunk: Buffer, from: number): number {
    const size = chunk.length;
    const quote = this.#quote;
    const escape = this.#escape;
    let i = from;
    let byte = chunk[i]!;
    if (this.#state === State.escaped) {
      this.#state = State.quoted;
      return byte === quote || byte === escape ? i + 1 : i;
    }
    while (byte !== quote && byte !== LF && byte !== CR && byte !== escape && ++i < size) byte = chunk[i]!;
    if (this.position + i - this.#record > longestRecord) return unsoundQuotes;
    if (i >= size) return i;
    if (byte === quote) this.#state = State.quoteSeen;
    else if (byte === escape) this.#state = State.escaped;
    else {
      this.#found.trickyQuotes = true;
      this.#lookAtLine(chunk, i);
      if (byte === CR || (i > 0 ? chunk[i - 1] : this.#lastByte) !== CR) this.line += 1;
    }
    return i + 1;
  }

  #outsideQuotes(chunk: Buffer, from: number): number {
    const size = chunk.length;
    let i = from;
    let byte = chunk[i]!;
    const state = this.#state;
    if (state === State.plain) while (this.#ends[byte] === 0 && ++i < size) byte = chunk[i]!;
    else if (state === State.skip) while (byte !== LF && byte !== CR && ++i < size) byte = chunk[i]!;
    if (i >= size) return i;
    if (byte === LF || byte === CR) return this.#lineEnd(chunk, i, byte);
    if (byte === this.#quote && state === State.quoteSeen && this.#escape === -1) {
      this.#state = State.quoted;
      return i + 1;
    }
    if (byte === this.#delimiter && this.#isDelimiter(chunk, i)) {
      this.#fields += 1;
      this.#state = State.start;
      return i + this.#mark.length;
    }
    const next = this.#stateAfter(byte);
    if (next === unsoundQuotes) return unsoundQuotes;
    this.#state = next;
    return i + 1;
  }

  #isDelimiter(chunk: Buffer, at: number): boolean {
    const mark = this.#mark;
    return mark.length === 1 || mark.compare(chunk, at, at + mark.length) === 0;
  }

  /** What a byte within a field makes of it. */
  #stateAfter(byte: number): number {
    const state = this.#state;
    const fresh = state === State.start || state === State.space;
    if (byte === this.#quote) {
      if (fresh) return State.quoted;
      if (state === State.plain) {
        this.#found.trickyQuotes = true;
        return State.plain;
      }
    }
    const isSpace = byte === SPACE && this.#spaces;
    if (fresh) return isSpace ? State.space : State.plain;
    // Behind a closing quote there is nothing but spaces.
    if (state === State.quoteSeen || state === State.after) return isSpace ? State.after : unsoundQuotes;
    return State.plain;
  }

  #lineEnd(chunk: Buffer, at: number, byte: number): number {
    const { lineEnds } = this.#found;
    const end = this.position + at;
    const before = at > 0 ? chunk[at - 1] : this.#lastByte;
    if (byte === LF && this.#record > 0 && end === this.#record && before === CR) {
      // The second half of CRLF: the record ended at CR.
      lineEnds.cr -= 1;
      lineEnds.crlf += 1;
      this.#record += 1;
      return at + 1;
    }
    if (byte === LF) lineEnds.lf += 1;
    else lineEnds.cr += 1;
    this.#finish(end);
    this.line += 1;
    this.#record = end + 1;
    this.#recordLine = this.line;
    this.#fields = 0;
    this.#state = this.#toSkip > 0 ? State.skip : State.start;
    return at + 1;
  }

  #finish(end: number): void {
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else if (this.#recordLine <= this.#lastLine)
      this.#judge.take(
        { start: this.#record, end, line: this.#recordLine, fields: this.#fields + 1 },
        { unsound: this.#unsound, spaced: this.#state === State.space && this.#fields === 0 },
        this.position,
      );
    this.#unsound = false;
  }
}

const hasByteOrderMark = (chunk: Buffer): boolean =>
  chunk.length >= 3 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
