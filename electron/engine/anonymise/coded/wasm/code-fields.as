// AssemblyScript (TypeScript's syntax, WebAssembly's types); scripts/make-wasm.mjs compiles it into code-fields.wasm.ts
// beside it. Every different text of a column has a number from 1 on, 0 stands for no value. Numbers are given over all
// columns together: of each, 16 bytes at `entries` say its hash, where its text lies, its length and its column; `slots`
// is an open-addressing table of numbers. Texts lie one behind the other, each in whole steps of eight bytes.

/** What the last run found, read by the host. */
export let next: i32 = 0;
export let rows: i32 = 0;
export let numbers: i32 = 0;
/** 1: a record that is none of the plain ones begins at `next`. 2: there is no room for another text. */
export let stopped: i32 = 0;

const LF: u8 = 10;
const CR: u8 = 13;
const PRIME: u64 = 0x9e3779b97f4a7c15;

let slots: i32 = 0;
let slotMask: i32 = 0;
let entries: i32 = 0;
let mostNumbers: i32 = 0;
let texts: i32 = 0;
let textsEnd: i32 = 0;

/** Where the memory's parts lie; `slotCount` is a power of two, and twice `most` at least. */
export function lay(at: i32, slotCount: i32, entriesAt: i32, most: i32, textsAt: i32, textsTo: i32): void {
  slots = at;
  slotMask = slotCount - 1;
  entries = entriesAt;
  mostNumbers = most;
  texts = textsAt;
  textsEnd = textsTo;
  numbers = 0;
}

/** The first eight bytes at an address, or as many of them as are left. */
// @ts-ignore: decorator
@inline
function word(at: i32, left: i32): u64 {
  const whole = load<u64>(at);
  return left >= 8 ? whole : whole & (((1 as u64) << ((left as u64) << 3)) - 1);
}

function isSame(entry: i32, at: i32, length: i32): bool {
  const known = load<i32>(entry, 4);
  for (let done = 0; done < length; done += 8) if (load<u64>(known + done) !== word(at + done, length - done)) return false;
  return true;
}

/** The number of a text; 0 where there is no room for it. */
function numberOf(at: i32, length: i32, column: i32): i32 {
  let mixed: u64 = ((length as u64) << 32) | (column as u64);
  for (let done = 0; done < length; done += 8) {
    mixed = (mixed ^ word(at + done, length - done)) * PRIME;
    mixed ^= mixed >> 32;
  }
  const hash = ((mixed * PRIME) >> 32) as i32;
  let slot = hash & slotMask;
  let number = load<i32>(slots + (slot << 2));
  while (number !== 0) {
    const entry = entries + ((number - 1) << 4);
    if (load<i32>(entry) === hash && load<i32>(entry, 8) === length && load<i32>(entry, 12) === column && isSame(entry, at, length))
      return number;
    slot = (slot + 1) & slotMask;
    number = load<i32>(slots + (slot << 2));
  }
  if (numbers === mostNumbers || texts + length + 8 > textsEnd) return 0;
  const entry = entries + (numbers << 4);
  store<i32>(entry, hash);
  store<i32>(entry, texts, 4);
  store<i32>(entry, length, 8);
  store<i32>(entry, column, 12);
  for (let done = 0; done < length; done += 8) store<u64>(texts + done, word(at + done, length - done));
  texts += (length + 7) & ~7;
  numbers += 1;
  store<i32>(slots + (slot << 2), numbers);
  return numbers;
}

/**
 * Numbers the fields of whole records from address `from` (the start of one) up to `size`, `room` records at most: of
 * exactly `columns` fields, quoted as a whole or not at all, without quotes and line ends inside, LF or CRLF after them.
 * At `places` stands for each column which one it is among those that are wanted, or -1; at `out` those columns' numbers
 * are written, `room` of each. Reads 16 bytes at a time, so up to 15 beyond `size` must be readable.
 */
export function codeFields(from: i32, size: i32, delimiter: u8, quote: u8, columns: i32, places: i32, out: i32, room: i32): void {
  const delimiters = i8x16.splat(delimiter);
  const quotes = i8x16.splat(quote);
  const lfs = i8x16.splat(LF);
  const crs = i8x16.splat(CR);
  let field = from;
  let fields = 0;
  let opened = false;
  let closed = -1;
  let carriage = -1;
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
      const place = load<i32>(places + (fields << 2));
      if (place >= 0) {
        let number = 0;
        if (closed >= 0) number = numberOf(field + 1, closed - field - 1, fields);
        else if (end > field) number = numberOf(field, end - field, fields);
        if (number === 0 && (closed >= 0 || end > field)) {
          stopped = 2;
          return;
        }
        store<i32>(out + ((place * room + rows) << 2), number);
      }
      fields += 1;
      field = at + 1;
      closed = -1;
      if (byte !== LF) continue;
      if (fields !== columns) {
        stopped = 1;
        return;
      }
      fields = 0;
      rows += 1;
      next = field;
      if (rows === room) return;
    }
  }
}
