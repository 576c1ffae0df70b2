import type { Tuples } from './tuples.ts';

/** Mixes one more number into a 32-bit hash (the finishing steps of MurmurHash3). */
const mix = (hash: number, value: number): number => {
  let mixed = Math.imul(hash ^ value, 0xcc9e2d51);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
};

/** An open-addressing table from 64-bit keys to 0, 1, 2… in order of first appearance. */
class KeyTable {
  size = 0;
  private readonly mask: number;
  private readonly slots: Int32Array;
  private readonly first: Uint32Array;
  private readonly second: Uint32Array;
  constructor(capacity: number) {
    let slots = 16;
    while (slots < capacity * 2) slots *= 2;
    this.mask = slots - 1;
    this.slots = new Int32Array(slots).fill(-1);
    this.first = new Uint32Array(capacity);
    this.second = new Uint32Array(capacity);
  }
  /** The key's number, a new one where it is new. */
  number(a: number, b: number): number {
    let slot = a & this.mask;
    for (;;) {
      const at = this.slots[slot] ?? -1;
      if (at < 0) {
        this.slots[slot] = this.size;
        this.first[this.size] = a;
        this.second[this.size] = b;
        this.size += 1;
        return this.size - 1;
      }
      if (this.first[at] === a && this.second[at] === b) return at;
      slot = (slot + 1) & this.mask;
    }
  }
}

/** The number of each tuple's class at the given levels, one level per ladder. */
function classNumbers(
  tuples: Tuples,
  levels: number[],
): { classes: number; numbers: Uint32Array; a: Uint32Array; b: Uint32Array } {
  const { count } = tuples;
  const a = new Uint32Array(count).fill(0x9747b28c);
  const b = new Uint32Array(count).fill(0x2545f491);
  tuples.codes.forEach((codes, ladder) => {
    const map = tuples.levels[ladder]?.[levels[ladder] ?? 0];
    if (map === undefined || map.every((value) => value === map[0])) return;
    for (let tuple = 0; tuple < count; tuple += 1) {
      const value = map[codes[tuple] ?? 0] ?? 0;
      a[tuple] = mix(a[tuple] ?? 0, value);
      b[tuple] = mix(b[tuple] ?? 0, value ^ 0x5bd1e995);
    }
  });
  const table = new KeyTable(count);
  const numbers = new Uint32Array(count);
  for (let tuple = 0; tuple < count; tuple += 1) numbers[tuple] = table.number(a[tuple] ?? 0, b[tuple] ?? 0);
  return { classes: table.size, numbers, a, b };
}

/**
 * Rows in classes of fewer than k people (rows, where nobody has two), and the number of classes, when ladder q stands
 * at `levels[q]`. As in the release's own measure a row without a person id counts as no further person, but a class
 * never holds fewer than one.
 */
export function smallClasses(tuples: Tuples, levels: number[], k: number): { rows: number; classes: number } {
  const { classes, numbers, a, b } = classNumbers(tuples, levels);
  const rows = new Float64Array(classes);
  const people = new Float64Array(classes);
  const seen = tuples.person === null ? null : new KeyTable(tuples.count);
  for (let tuple = 0; tuple < tuples.count; tuple += 1) {
    const at = numbers[tuple] ?? 0;
    rows[at] = (rows[at] ?? 0) + (tuples.rows[tuple] ?? 0);
    if (seen === null || tuples.person === null) continue;
    const person = tuples.person[tuple] ?? 0;
    if (person === 0) continue;
    const before = seen.size;
    seen.number(mix(a[tuple] ?? 0, person), mix(b[tuple] ?? 0, person));
    if (seen.size > before) people[at] = (people[at] ?? 0) + 1;
  }
  let small = 0;
  for (let at = 0; at < classes; at += 1)
    if ((seen === null ? (rows[at] ?? 0) : Math.max(1, people[at] ?? 0)) < k) small += rows[at] ?? 0;
  return { rows: small, classes };
}

/**
 * The tuples with every ladder's finest level replaced by the given one and equal tuples put together: same answers for
 * all coarser levels, less work.
 */
export function mergeTuples(tuples: Tuples, levels: number[]): Tuples {
  const { numbers, a, b } = classNumbers(tuples, levels);
  const table = new KeyTable(tuples.count);
  const place = new Uint32Array(tuples.count);
  const firsts: number[] = [];
  for (let tuple = 0; tuple < tuples.count; tuple += 1) {
    const person = tuples.person?.[tuple] ?? 0;
    const at =
      tuples.person === null
        ? (numbers[tuple] ?? 0)
        : table.number(mix(a[tuple] ?? 0, person), mix(b[tuple] ?? 0, ~person));
    if (at === firsts.length) firsts.push(tuple);
    place[tuple] = at;
  }
  const rows = new Uint32Array(firsts.length);
  for (let tuple = 0; tuple < tuples.count; tuple += 1)
    rows[place[tuple] ?? 0] = (rows[place[tuple] ?? 0] ?? 0) + (tuples.rows[tuple] ?? 0);
  const pick = (from: Uint32Array): Uint32Array => {
    const picked = new Uint32Array(firsts.length);
    for (let at = 0; at < firsts.length; at += 1) picked[at] = from[firsts[at] ?? 0] ?? 0;
    return picked;
  };
  return {
    ...tuples,
    count: firsts.length,
    codes: tuples.codes.map(pick),
    rows,
    person: tuples.person === null ? null : pick(tuples.person),
  };
}
