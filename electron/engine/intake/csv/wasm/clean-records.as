// AssemblyScript (TypeScript's syntax, WebAssembly's types); scripts/make-wasm.mjs compiles it into clean-records.wasm.ts beside it.

/** What the last run found; addresses and counts, read by the host. */
export let next: i32 = 0;
export let rows: i32 = 0;
export let crlf: i32 = 0;
export let longest: i32 = 0;

const LF: u8 = 10;
const CR: u8 = 13;
const SPACE: u8 = 32;
const byteOrderMark: i32 = 3;

/** The line of names, which somebody may have left among the records; none where `namesSize` is 0. */
let names: i32 = 0;
let namesSize: i32 = 0;

export function tellNames(at: i32, size: i32): void {
  names = at;
  namesSize = size;
}

function areEqual(one: i32, other: i32, size: i32): bool {
  for (let at = 0; at < size; at += 1) if (load<u8>(one + at) !== load<u8>(other + at)) return false;
  return true;
}

function areNames(start: i32, size: i32): bool {
  if (namesSize === 0) return false;
  const from = size === namesSize ? start : size === namesSize + byteOrderMark ? start + byteOrderMark : -1;
  return from >= 0 && areEqual(from, names, namesSize);
}

/** A record of nothing but delimiters, or that may have in every cell two quotes or a space. */
function mayBeEmpty(start: i32, size: i32, quote: u8, columns: i32): bool {
  if (columns < 2) return false;
  if (size === columns - 1) return true;
  const sign = size === 3 * columns - 1 ? quote : size === 2 * columns - 1 ? SPACE : 0;
  return sign !== 0 && load<u8>(start) === sign && load<u8>(start + size - 1) === sign;
}

/**
 * Passes over ordinary records from address `from` (the start of a record) up to `to`: exactly `columns` fields, sound quotes, no line end inside them, LF or CRLF
 * after them, neither the names again nor maybe empty. Stops before the first other one, or one that `to` cuts: there is `next`. Reads 16 bytes at a time, so up to 15 beyond `to` must be readable.
 */
export function passClean(from: i32, to: i32, delimiter: u8, quote: u8, columns: i32): void {
  const delimiters = i8x16.splat(delimiter);
  const quotes = i8x16.splat(quote);
  const lfs = i8x16.splat(LF);
  const crs = i8x16.splat(CR);
  let start = from;
  let field = from;
  let fields = 1;
  let quoted = false;
  let closed = -1;
  next = from;
  rows = 0;
  crlf = 0;
  longest = 0;
  for (let base = from; base < to; base += 16) {
    const block = v128.load(base);
    let found = i8x16.bitmask(v128.or(v128.or(i8x16.eq(block, delimiters), i8x16.eq(block, quotes)), v128.or(i8x16.eq(block, lfs), i8x16.eq(block, crs))));
    while (found !== 0) {
      const at = base + ctz(found);
      found &= found - 1;
      if (at >= to) return;
      const byte = load<u8>(at);
      if (quoted) {
        if (byte === quote) {
          quoted = false;
          closed = at;
        } else if (byte !== delimiter) return;
        continue;
      }
      if (closed >= 0) {
        // After a closing quote comes a second one, which the two stand for, or the field's end.
        if (at !== closed + 1) return;
        closed = -1;
        if (byte === quote) {
          quoted = true;
          continue;
        }
      }
      if (byte === delimiter) {
        fields += 1;
        field = at + 1;
      } else if (byte === quote) {
        if (at !== field) return;
        quoted = true;
      } else if (byte === CR) {
        if (at + 1 >= to || load<u8>(at + 1) !== LF) return;
      } else {
        const end = at > start && load<u8>(at - 1) === CR ? at - 1 : at;
        const size = end - start;
        if (fields !== columns || size === 0 || mayBeEmpty(start, size, quote, columns) || areNames(start, size)) return;
        if (end !== at) crlf += 1;
        if (size > longest) longest = size;
        rows += 1;
        start = at + 1;
        next = start;
        field = start;
        fields = 1;
      }
    }
  }
}
