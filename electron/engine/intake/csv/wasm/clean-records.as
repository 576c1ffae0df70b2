// AssemblyScript (TypeScript's syntax, WebAssembly's types); scripts/make-wasm.mjs compiles it into clean-records.wasm.ts beside it.

/** What the last run found; addresses and counts, read by the host. */
export let next: i32 = 0;
export let rows: i32 = 0;
export let crlf: i32 = 0;
export let longest: i32 = 0;

const LF: u8 = 10;
const CR: u8 = 13;

/**
 * Passes over ordinary records from address `from` (the start of a record) up to `size`: exactly `columns` fields, sound quotes, no line end inside them, LF or CRLF
 * after them. Stops before the first other one, or one that `size` cuts: there is `next`. Reads 16 bytes at a time, so up to 15 beyond `size` must be readable.
 */
export function passClean(from: i32, size: i32, delimiter: u8, quote: u8, columns: i32): void {
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
  for (let base = from; base < size; base += 16) {
    const block = v128.load(base);
    let found = i8x16.bitmask(v128.or(v128.or(i8x16.eq(block, delimiters), i8x16.eq(block, quotes)), v128.or(i8x16.eq(block, lfs), i8x16.eq(block, crs))));
    while (found !== 0) {
      const at = base + ctz(found);
      found &= found - 1;
      if (at >= size) return;
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
        if (at + 1 >= size || load<u8>(at + 1) !== LF) return;
      } else {
        const end = at > start && load<u8>(at - 1) === CR ? at - 1 : at;
        if (fields !== columns || end === start) return;
        if (end !== at) crlf += 1;
        if (end - start > longest) longest = end - start;
        rows += 1;
        start = at + 1;
        next = start;
        field = start;
        fields = 1;
      }
    }
  }
}
