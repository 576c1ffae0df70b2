// AssemblyScript (TypeScript's syntax, WebAssembly's types); scripts/make-wasm.mjs compiles it into match-rows.wasm.ts
// beside it. A row's label in a column is a byte, or several where a column has more labels than a byte holds. Rows lie
// together by 64: first the 64 bytes of the first place, then those of the second, so that memory is read from one end
// to the other; `width` bytes later the next 64 rows. A question is 32 bytes for each place: 16 times the byte that is
// wanted, the address of the first 64 rows' bytes, and 1 where the place is the last of its column, else 0.

const STEP: i32 = 64;
const TERM: i32 = 32;

/**
 * Answers several questions while rows are at hand: writes for each of `rows` rows in how many columns it differs from
 * what is asked. At `questions` stand, for each of `count`, the address of its first and behind its last place and where
 * its answer begins: a byte for each row, at most 255, of as many whole steps as hold all rows.
 */
export function countDiffering(questions: i32, count: i32, width: i32, rows: i32): void {
  const ones = i8x16.splat(1);
  const last = questions + count * 12;
  let from = 0;
  for (let at = 0; at < rows; at += STEP, from += width) {
    for (let question = questions; question < last; question += 12) {
      let a = i8x16.splat(0);
      let b = a;
      let c = a;
      let d = a;
      let term = load<i32>(question);
      const end = load<i32>(question, 4);
      while (term < end) {
        const wanted = v128.load(term);
        let bytes = load<i32>(term, 16) + from;
        let sameA = i8x16.eq(v128.load(bytes), wanted);
        let sameB = i8x16.eq(v128.load(bytes, 16), wanted);
        let sameC = i8x16.eq(v128.load(bytes, 32), wanted);
        let sameD = i8x16.eq(v128.load(bytes, 48), wanted);
        while (load<i32>(term, 20) === 0) {
          term += TERM;
          const further = v128.load(term);
          bytes = load<i32>(term, 16) + from;
          sameA = v128.and(sameA, i8x16.eq(v128.load(bytes), further));
          sameB = v128.and(sameB, i8x16.eq(v128.load(bytes, 16), further));
          sameC = v128.and(sameC, i8x16.eq(v128.load(bytes, 32), further));
          sameD = v128.and(sameD, i8x16.eq(v128.load(bytes, 48), further));
        }
        // The same adds −1 + 1, another one 0 + 1.
        a = i8x16.add(a, i8x16.add(sameA, ones));
        b = i8x16.add(b, i8x16.add(sameB, ones));
        c = i8x16.add(c, i8x16.add(sameC, ones));
        d = i8x16.add(d, i8x16.add(sameD, ones));
        term += TERM;
      }
      const out = load<i32>(question, 8) + at;
      v128.store(out, a);
      v128.store(out, b, 16);
      v128.store(out, c, 32);
      v128.store(out, d, 48);
    }
  }
}

/** The least of `rows` bytes from address `bytes` on. Sixteen bytes at `scratch` are written. */
export function leastOf(bytes: i32, rows: i32, scratch: i32): i32 {
  let least = i8x16.splat(-1);
  const whole = rows & ~15;
  for (let at = 0; at < whole; at += 16) least = i8x16.min_u(least, v128.load(bytes + at));
  v128.store(scratch, least);
  let lowest = 255;
  for (let lane = 0; lane < 16; lane++) lowest = min(lowest, <i32>load<u8>(scratch + lane));
  for (let at = whole; at < rows; at++) lowest = min(lowest, <i32>load<u8>(bytes + at));
  return lowest;
}

/**
 * Lists, from address `into` on, the rows whose byte at `bytes` is between `low` and `high`, both within, ascending.
 * @returns how many
 */
export function listBetween(bytes: i32, rows: i32, low: i32, high: i32, into: i32): i32 {
  const lows = i8x16.splat(<i8>low);
  const spans = i8x16.splat(<i8>(high - low));
  let next = into;
  for (let at = 0; at < rows; at += 16) {
    const above = i8x16.sub(v128.load(bytes + at), lows);
    let found = i8x16.bitmask(i8x16.le_u(above, spans));
    while (found !== 0) {
      const row = at + ctz(found);
      found &= found - 1;
      if (row >= rows) break;
      store<i32>(next, row);
      next += 4;
    }
  }
  return (next - into) >> 2;
}
