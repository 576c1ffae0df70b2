// AssemblyScript (TypeScript's syntax, WebAssembly's types); scripts/make-wasm.mjs compiles it into count-fields.wasm.ts
// beside it. Counts the different texts of the columns of a plain delimited text, in two runs over its bytes.
//
// Columns of KEPT texts: each different text has an entry (its length, the rows that hold it, and the text, filled up
// with zeros to whole steps of eight bytes). A column's table has eight bytes for each of its slots, the hash of a text
// and where its entry lies, or nothing; it is made anew, twice as large, when it is half full. All of it is taken from
// one stretch of memory, one piece behind the other.
//
// Columns of APART texts, where nearly every row has its own: the first run measures them and sets a bit for each
// text's hash, and a second one where it was set already. The second run gives an entry to texts with that second bit
// alone; any other is certainly in one row only.

/** What the last run found, read by the host. */
export let next: i32 = 0;
export let rows: i32 = 0;
/** 1: a record that is none of the plain ones begins at `next`. 2: there is no room for another text. */
export let stopped: i32 = 0;
/** Bytes that `writeLines` wrote. */
export let written: i32 = 0;

const LF: u8 = 10;
const CR: u8 = 13;
const SPACE: u8 = 32;
const PRIME: u64 = 0x9e3779b97f4a7c15;
const COLUMN: i32 = 144;
/** Slots of a new table. */
const FEWEST: i32 = 64;

// Kinds of columns; any other is passed over.
const KEPT: i32 = 1;
const APART: i32 = 2;

// What stands where in the 144 bytes of a column.
const kindAt: usize = 0;
const slotAt: usize = 4;
const filledAt: usize = 8;
const shortestAt: usize = 12;
const longestAt: usize = 16;
const oddAt: usize = 20;
const integersAt: usize = 24;
const daysAt: usize = 28;
const momentsAt: usize = 32;
const singlesAt: usize = 36;
const leastAt: usize = 40;
const firstLengthAt: usize = 44;
const lastLengthAt: usize = 48;
const seenAt: usize = 52;
const againAt: usize = 56;
const bitMaskAt: usize = 60;
const lengthsAt: usize = 64;
const lowestAt: usize = 72;
const highestAt: usize = 80;
const textsAt: usize = 88;
const worstAt: usize = 92;
const firstWordAt: usize = 96;
const lastWordAt: usize = 104;
const worstWordAt: usize = 112;
const tableAt: usize = 120;
const slotsAt: usize = 124;
const entriesAt: usize = 128;

/** Bytes of the longest text that is kept whole as one of many. */
const LONGEST: i32 = 65536;
/** Bytes of the longest text that is measured, and how many of the first ones in text order are kept. */
const LONG: i32 = 1024;
const LEAST: i32 = 10;
/** Texts looked at before one is held to be new: a file made so that all collide ends with `stopped`. */
const PROBES: i32 = 2000;

let columnsAt: i32 = 0;
let free: i32 = 0;
let arena: i32 = 0;
let arenaEnd: i32 = 0;
let fieldsAt: i32 = 0;
let atATime: i32 = 0;

/**
 * Where the facts of columns lie, the stretch for tables and entries, and eight bytes for each field of so many records as
 * are looked at together.
 */
export function lay(columns: i32, from: i32, to: i32, fields: i32, records: i32): void {
  fieldsAt = fields;
  atATime = records;
  columnsAt = columns;
  arena = from;
  arenaEnd = to;
  free = from;
}

/** Forgets all entries. @param columns how many there are */
export function clear(columns: i32): void {
  free = arena;
  for (let number = 0; number < columns; number += 1) {
    const column = columnsAt + number * COLUMN;
    store<i32>(column, 0, slotsAt);
    store<i32>(column, 0, entriesAt);
  }
}

/** The first eight bytes at an address, or as many of them as are left. */
// @ts-ignore: decorator
@inline
function word(at: i32, left: i32): u64 {
  const whole = load<u64>(at);
  return left >= 8 ? whole : whole & (((1 as u64) << ((left as u64) << 3)) - 1);
}

function hashOf(at: i32, length: i32): i32 {
  let mixed: u64 = length;
  for (let done = 0; done < length; done += 8) {
    mixed = (mixed ^ word(at + done, length - done)) * PRIME;
    mixed ^= mixed >> 32;
  }
  return ((mixed * PRIME) >> 32) as i32;
}

function isSame(known: i32, at: i32, length: i32): bool {
  for (let done = 0; done < length; done += 8) if (load<u64>(known + done) !== word(at + done, length - done)) return false;
  return true;
}

/** Copies a text, filled up with zeros. */
function keep(to: i32, at: i32, length: i32): void {
  for (let done = 0; done < length; done += 8) store<u64>(to + done, word(at + done, length - done));
}

/** Makes a column's table, or a larger one; false where there is no room for it. */
function grow(column: i32): bool {
  const old = load<i32>(column, tableAt);
  const count = load<i32>(column, slotsAt);
  const fresh = free;
  const slots = count === 0 ? FEWEST : count << 1;
  if (arenaEnd - free < slots << 3) return false;
  free += slots << 3;
  memory.fill(fresh, 0, slots << 3);
  for (let from = 0; from < count; from += 1) {
    const held = load<u64>(old + (from << 3));
    if (held === 0) continue;
    let slot = (held as i32) & (slots - 1);
    while (load<u64>(fresh + (slot << 3)) !== 0) slot = (slot + 1) & (slots - 1);
    store<u64>(fresh + (slot << 3), held);
  }
  store<i32>(column, fresh, tableAt);
  store<i32>(column, slots, slotsAt);
  return true;
}

/** Counts a row for a text; false where there is no room for it. */
function countText(column: i32, at: i32, length: i32, hash: i32): bool {
  const count = load<i32>(column, entriesAt);
  if (count << 1 >= load<i32>(column, slotsAt) && !grow(column)) return false;
  const table = load<i32>(column, tableAt);
  const mask = load<i32>(column, slotsAt) - 1;
  let slot = hash & mask;
  let entry = load<i32>(table + (slot << 3), 4);
  for (let probes = 0; entry !== 0; probes += 1) {
    if (load<i32>(table + (slot << 3)) === hash && load<i32>(entry) === length && isSame(entry + 8, at, length)) {
      store<i32>(entry, load<i32>(entry, 4) + 1, 4);
      return true;
    }
    if (probes === PROBES) return false;
    slot = (slot + 1) & mask;
    entry = load<i32>(table + (slot << 3), 4);
  }
  const size = 8 + ((length + 7) & ~7);
  if (arenaEnd - free < size) return false;
  entry = free;
  free += size;
  store<i32>(entry, length);
  store<i32>(entry, 1, 4);
  keep(entry + 8, at, length);
  store<i32>(table + (slot << 3), hash);
  store<i32>(table + (slot << 3), entry, 4);
  store<i32>(column, count + 1, entriesAt);
  return true;
}

/** Whether a text stands before one that was kept, by their bytes. No text holds a zero. */
function isBefore(at: i32, length: i32, kept: i32, keptLength: i32): bool {
  const both = min(length, keptLength);
  for (let done = 0; done < both; done += 8) {
    const left = bswap(word(at + done, length - done));
    const right = bswap(load<u64>(kept + done));
    if (left !== right) return left < right;
  }
  return length < keptLength;
}

// @ts-ignore: decorator
@inline
function isDigit(byte: u8): bool {
  return byte - 48 < 10;
}

/** The digits of a part of a text as a number; -1 where one is none. */
function numberAt(at: i32, digits: i32): i32 {
  let value = 0;
  for (let place = 0; place < digits; place += 1) {
    const byte = load<u8>(at + place);
    if (!isDigit(byte)) return -1;
    value = value * 10 + (byte - 48);
  }
  return value;
}

/** `YYYY-MM-DD`, a day of the calendar. */
function isDay(at: i32): bool {
  if (load<u8>(at + 4) !== 45 || load<u8>(at + 7) !== 45) return false;
  const year = numberAt(at, 4);
  const month = numberAt(at + 5, 2);
  const day = numberAt(at + 8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
}

/** `YYYY-MM-DD HH:MM:SS`, or with a T between. */
function isMoment(at: i32): bool {
  const between = load<u8>(at + 10);
  if ((between !== SPACE && between !== 84) || load<u8>(at + 13) !== 58 || load<u8>(at + 16) !== 58 || !isDay(at)) return false;
  const hour = numberAt(at + 11, 2);
  const minute = numberAt(at + 14, 2);
  const second = numberAt(at + 17, 2);
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
}

/** Notes a whole number of at most 18 digits as it is usually written: no plus, no leading zeros, no minus zero. */
function noteInteger(column: i32, at: i32, length: i32): void {
  const negative = load<u8>(at) === 45;
  const from = negative ? 1 : 0;
  const digits = length - from;
  if (digits < 1 || digits > 18 || (load<u8>(at + from) === 48 && length > 1)) return;
  let value: i64 = 0;
  for (let place = from; place < length; place += 1) {
    const byte = load<u8>(at + place);
    if (!isDigit(byte)) return;
    value = value * 10 + (byte - 48);
  }
  if (negative) value = -value;
  const known = load<i32>(column, integersAt);
  if (known === 0 || value < load<i64>(column, lowestAt)) store<i64>(column, value, lowestAt);
  if (known === 0 || value > load<i64>(column, highestAt)) store<i64>(column, value, highestAt);
  store<i32>(column, known + 1, integersAt);
}

/** Whether the bytes here are a space or a line end beyond ASCII: U+0085, A0, 1680, 2000 to 200A, 2028 to 202F, 205F, 3000. */
function isWideSpace(at: i32): bool {
  const lead = load<u8>(at);
  const second = load<u8>(at + 1);
  const third = load<u8>(at + 2);
  if (lead === 0xc2) return second === 0xa0 || second === 0x85;
  if (lead === 0xe1) return second === 0x9a && third === 0x80;
  if (lead === 0xe3) return second === 0x80 && third === 0x80;
  if (lead !== 0xe2) return false;
  return second === 0x80 ? third <= 0x8a || (third >= 0xa8 && third <= 0xaf) : second === 0x81 && third === 0x9f;
}

/** Whether trimming may change a text, or it may be a number that was shortened: whoever is exact looks at the column. */
function isOdd(at: i32, length: i32): bool {
  const first = load<u8>(at);
  const last = load<u8>(at + length - 1);
  if (length > LONG || first === SPACE || last === SPACE) return true;
  if (first >= 0x80 && isWideSpace(at)) return true;
  if (last >= 0x80 && ((length > 1 && isWideSpace(at + length - 2)) || (length > 2 && isWideSpace(at + length - 3)))) return true;
  const from = first === 43 || first === 45 ? 1 : 0;
  if (length < from + 4 || !isDigit(load<u8>(at + from))) return false;
  const mark = load<u8>(at + from + 1);
  if (mark !== 46 && mark !== 44 && (mark | 32) !== 101) return false;
  for (let place = from + 2; place < length; place += 1) if (load<u8>(at + place) === 43) return true;
  return false;
}

/** First run over a text of a column of texts that stand apart. */
function measure(column: i32, at: i32, length: i32, hash: i32): void {
  store<i32>(column, load<i32>(column, filledAt) + 1, filledAt);
  if (length === 0 || isOdd(at, length)) {
    store<i32>(column, 1, oddAt);
    return;
  }
  let points = length;
  for (let done = 0; done < length; done += 8) {
    const part = word(at + done, length - done);
    points -= popcnt((part >> 7) & (~part >> 6) & 0x0101010101010101) as i32;
  }
  store<i64>(column, load<i64>(column, lengthsAt) + points, lengthsAt);
  const isFirst = load<i32>(column, longestAt) === 0;
  if (isFirst || points < load<i32>(column, shortestAt)) store<i32>(column, points, shortestAt);
  if (points > load<i32>(column, longestAt)) store<i32>(column, points, longestAt);

  const held = load<i32>(column, textsAt);
  const lead = bswap(word(at, length));
  if (isFirst || (lead <= load<u64>(column, firstWordAt) && isBefore(at, length, held, load<i32>(column, firstLengthAt)))) {
    keep(held, at, length);
    store<i32>(column, length, firstLengthAt);
    store<u64>(column, lead, firstWordAt);
  }
  if (isFirst || (lead >= load<u64>(column, lastWordAt) && !isBefore(at, length, held + LONG, load<i32>(column, lastLengthAt)))) {
    keep(held + LONG, at, length);
    store<i32>(column, length, lastLengthAt);
    store<u64>(column, lead, lastWordAt);
  }

  const byte = load<u8>(at);
  if (isDigit(byte) || byte === 45) {
    if (length === 10 && isDay(at)) store<i32>(column, load<i32>(column, daysAt) + 1, daysAt);
    else if (length === 19 && isMoment(at)) store<i32>(column, load<i32>(column, momentsAt) + 1, momentsAt);
    else noteInteger(column, at, length);
  }

  const bit = hash & load<i32>(column, bitMaskAt);
  const seen = load<i32>(column, seenAt) + (bit >>> 3);
  const mask: u8 = 1 << ((bit & 7) as u8);
  const bits = load<u8>(seen);
  if ((bits & mask) === 0) store<u8>(seen, bits | mask);
  else {
    const again = load<i32>(column, againAt) + (bit >>> 3);
    store<u8>(again, load<u8>(again) | mask);
  }
}

/** Which of the kept first texts comes last. */
function findWorst(column: i32): void {
  const held = load<i32>(column, textsAt) + 2 * LONG;
  const lengths = held + LEAST * LONG;
  let worst = 0;
  for (let at = 1; at < LEAST; at += 1)
    if (isBefore(held + worst * LONG, load<i32>(lengths + (worst << 2)), held + at * LONG, load<i32>(lengths + (at << 2)))) worst = at;
  store<i32>(column, worst, worstAt);
  store<u64>(column, bswap(load<u64>(held + worst * LONG)), worstWordAt);
}

/** Keeps a text that is in one row only, if it is among the first of them. */
function noteSingle(column: i32, at: i32, length: i32): void {
  store<i32>(column, load<i32>(column, singlesAt) + 1, singlesAt);
  const held = load<i32>(column, textsAt) + 2 * LONG;
  const lengths = held + LEAST * LONG;
  let place = load<i32>(column, leastAt);
  if (place === LEAST) {
    if (bswap(word(at, length)) > load<u64>(column, worstWordAt)) return;
    place = load<i32>(column, worstAt);
    if (!isBefore(at, length, held + place * LONG, load<i32>(lengths + (place << 2)))) return;
  } else store<i32>(column, place + 1, leastAt);
  keep(held + place * LONG, at, length);
  store<i32>(lengths + (place << 2), length);
  if (load<i32>(column, leastAt) === LEAST) findWorst(column);
}

/** What the first run takes of a text, or the second; false where there is no room for it. */
function take(column: i32, kind: i32, at: i32, length: i32, second: bool): bool {
  const hash = hashOf(at, length);
  if (kind === KEPT) return length <= LONGEST && countText(column, at, length, hash);
  if (!second) {
    measure(column, at, length, hash);
    return true;
  }
  const bit = hash & load<i32>(column, bitMaskAt);
  if ((load<u8>(load<i32>(column, againAt) + (bit >>> 3)) & ((1 as u8) << ((bit & 7) as u8))) !== 0)
    return countText(column, at, length, hash);
  noteSingle(column, at, length);
  return true;
}

/** Takes the fields that were found, column by column: what is known of one lies close together meanwhile. */
function takeFound(columns: i32, found: i32, second: bool): bool {
  for (let number = 0; number < columns; number += 1) {
    const column = columnsAt + number * COLUMN;
    const kind = load<i32>(column, kindAt);
    if (second ? kind !== APART || load<i32>(column, oddAt) !== 0 : kind !== KEPT && kind !== APART) continue;
    let field = fieldsAt + ((number * atATime) << 3);
    for (const end = field + (found << 3); field < end; field += 8) {
      const at = load<i32>(field);
      if (at !== 0 && !take(column, kind, at, load<i32>(field, 4), second)) return false;
    }
  }
  return true;
}

/**
 * Counts the fields of whole records from address `from` (the start of one) up to `size` (the end of one): of exactly
 * `columns` fields, quoted as a whole or not at all, without quotes and line ends inside, LF or CRLF after them. A record
 * that `size` cuts must not be handed over: its fields would be counted again. Reads 16 bytes at a time, so up to 15
 * beyond `size` must be readable.
 */
export function countFields(from: i32, size: i32, delimiter: u8, quote: u8, columns: i32, second: bool): void {
  const delimiters = i8x16.splat(delimiter);
  const quotes = i8x16.splat(quote);
  const lfs = i8x16.splat(LF);
  const crs = i8x16.splat(CR);
  let field = from;
  let fields = 0;
  let opened = false;
  let closed = -1;
  let carriage = -1;
  let waiting = 0;
  next = from;
  rows = 0;
  stopped = 0;
  for (let base = from; base < size; base += 16) {
    const block = v128.load(base);
    let found = i8x16.bitmask(v128.or(v128.or(i8x16.eq(block, delimiters), i8x16.eq(block, quotes)), v128.or(i8x16.eq(block, lfs), i8x16.eq(block, crs))));
    while (found !== 0) {
      const at = base + ctz(found);
      found &= found - 1;
      if (at >= size) return;
      const byte = load<u8>(at);
      if (opened) {
        if (byte === quote) {
          opened = false;
          closed = at;
        } else if (byte !== delimiter) {
          stopped = 1;
          return;
        }
        continue;
      }
      if (byte === CR) {
        if (at + 1 >= size) return;
        if (load<u8>(at + 1) !== LF) {
          stopped = 1;
          return;
        }
        carriage = at;
        continue;
      }
      if (byte !== delimiter && byte !== LF) {
        // A quote; one behind a closing one would stand for itself.
        if (at !== field || closed >= 0) {
          stopped = 1;
          return;
        }
        opened = true;
        continue;
      }
      const end = byte === LF && carriage === at - 1 ? carriage : at;
      if (fields === columns || (closed >= 0 && closed + 1 !== end)) {
        stopped = 1;
        return;
      }
      const place = fieldsAt + ((fields * atATime + waiting) << 3);
      // Nothing without quotes is no value.
      store<i32>(place, closed >= 0 ? field + 1 : end === field ? 0 : field);
      store<i32>(place, closed >= 0 ? closed - field - 1 : end - field, 4);
      fields += 1;
      field = at + 1;
      closed = -1;
      if (byte !== LF) continue;
      if (fields !== columns) {
        stopped = 1;
        return;
      }
      fields = 0;
      waiting += 1;
      rows += 1;
      next = field;
      if (waiting < atATime && next < size) continue;
      if (!takeFound(columns, waiting, second)) {
        stopped = 2;
        return;
      }
      waiting = 0;
    }
  }
}

function writeNumber(to: i32, value: i32): i32 {
  let digits = 1;
  for (let rest = value / 10; rest > 0; rest /= 10) digits += 1;
  for (let place = digits - 1; place >= 0; place -= 1) {
    store<u8>(to + place, 48 + ((value % 10) as u8));
    value /= 10;
  }
  return to + digits;
}

/**
 * Writes a column's entries from slot `from` on, while there is room, as lines of the column's own number, the rows and
 * the text, quoted where `quote` is not the delimiter. @returns the slot where to go on
 */
export function writeLines(number: i32, from: i32, to: i32, end: i32, delimiter: u8, quote: u8): i32 {
  const column = columnsAt + number * COLUMN;
  const table = load<i32>(column, tableAt);
  const slots = load<i32>(column, slotsAt);
  let at = to;
  let slot = from;
  for (; slot < slots; slot += 1) {
    const entry = load<i32>(table + (slot << 3), 4);
    if (entry === 0) continue;
    const length = load<i32>(entry);
    if (at + length + 40 > end) break;
    at = writeNumber(at, load<i32>(column, slotAt));
    store<u8>(at, delimiter);
    at = writeNumber(at + 1, load<i32>(entry, 4));
    store<u8>(at, delimiter);
    at += 1;
    if (quote !== delimiter) store<u8>(at++, quote);
    memory.copy(at, entry + 8, length);
    at += length;
    if (quote !== delimiter) store<u8>(at++, quote);
    store<u8>(at, LF);
    at += 1;
  }
  written = at - to;
  return slot;
}
