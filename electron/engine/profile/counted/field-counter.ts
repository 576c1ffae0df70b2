import type { PlainText } from '#engine/intake/source.ts';
import { countFieldsWasm } from './wasm/count-fields.wasm.ts';

interface Exports {
  lay(columns: number, from: number, to: number, fields: number, records: number): void;
  clear(columns: number): void;
  countFields(from: number, size: number, delimiter: number, quote: number, columns: number, second: boolean): void;
  writeLines(column: number, slot: number, to: number, end: number, delimiter: number, quote: number): number;
  next: { value: number };
  rows: { value: number };
  stopped: { value: number };
  written: { value: number };
}

const pageBytes = 65_536;
export const chunkBytes = 4 * 2 ** 20;
/** Bytes of different texts and their tables; more are left to the data engine. */
const mostBytes = 256 * 2 ** 20;
/** Bytes of all bits of columns whose texts stand apart, and bits for each of their rows. */
const mostBitBytes = 96 * 2 ** 20;
const bitsPerRow = 16;
const columnBytes = 144;
/** Records whose fields are looked at together, column by column. */
const records = 1024;
/** As in the module: bytes of the longest text that is measured, and how many are kept beside the first and the last. */
const longBytes = 1024;
const leastTexts = 10;
const areaBytes = (2 + leastTexts) * longBytes + 4 * leastTexts + 24;

/** How a column's texts are counted: each different one is kept, nearly each stands apart, or they are passed over. */
export type CountedKind = 'kept' | 'apart' | null;
const kinds = { kept: 1, apart: 2 } as const;

/** Different texts of a column and the rows that hold each. */
interface EntryOf {
  rows: number;
  text(): Buffer;
}

/** What the first run measured of a column whose texts stand apart; lengths in characters. */
export interface ApartFacts {
  filled: number;
  /** A text is empty, longer than is measured, may change when it is trimmed or may be a shortened number. */
  odd: boolean;
  shortest: number;
  longest: number;
  lengths: number;
  first: string;
  last: string;
  integers: number;
  days: number;
  moments: number;
  lowest: number;
  highest: number;
}

let compiled: WebAssembly.Module | null = null;
const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(least));

/** The module's memory, part by part: addresses in bytes. */
function layOut({ columns, rows }: PlainText, apart: number) {
  const bitBytes = Math.min(
    powerOfTwo(Math.max(2 ** 16, rows * bitsPerRow)) / 8,
    2 ** Math.floor(Math.log2(mostBitBytes / Math.max(1, 2 * apart))),
  );
  const facts = pageBytes;
  const areas = facts + columnBytes * columns;
  const bits = areas + areaBytes * apart;
  const fields = bits + 2 * bitBytes * apart;
  const chunk = Math.ceil((fields + 8 * records * columns) / 16) * 16;
  // One byte for a line end that the file lacks, and sixteen to be read beyond it.
  const arena = chunk + chunkBytes + 32;
  return { facts, areas, bits, bitBytes, fields, chunk, arena, end: arena + mostBytes };
}

/** Counts the fields of a plain text in the memory of a module of its own. */
export class FieldCounter {
  /** Where the next piece of the text is put. */
  readonly buffer: Buffer;
  readonly #text: PlainText;
  readonly #at: ReturnType<typeof layOut>;
  readonly #words: Int32Array;
  readonly #longs: BigInt64Array;
  readonly #bytes: Buffer;
  readonly #wasm: Exports;
  #rows = 0;

  /** @param kindOf how each column of the text is counted; `slot` is the number its lines begin with */
  constructor(text: PlainText, kindOf: readonly { kind: CountedKind; slot: number }[]) {
    const apart = kindOf.filter(({ kind }) => kind === 'apart').length;
    this.#text = text;
    this.#at = layOut(text, apart);
    const { facts, areas, bits, bitBytes, fields, arena, chunk, end } = this.#at;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(end / pageBytes) });
    compiled ??= new WebAssembly.Module(Buffer.from(countFieldsWasm, 'base64'));
    this.#wasm = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Exports;
    this.#wasm.lay(facts, arena, end, fields, records);
    this.#words = new Int32Array(memory.buffer);
    this.#longs = new BigInt64Array(memory.buffer, 0, Math.floor(memory.buffer.byteLength / 8));
    this.#bytes = Buffer.from(memory.buffer);
    this.buffer = this.#bytes.subarray(chunk, chunk + chunkBytes);
    let place = 0;
    for (const [column, { kind, slot }] of kindOf.entries()) {
      const at = this.#factsOf(column);
      this.#words[at] = kind === null ? 0 : kinds[kind];
      this.#words[at + 1] = slot;
      if (kind !== 'apart') continue;
      const seen = bits + 2 * bitBytes * place;
      this.#words.set([seen, seen + bitBytes, 8 * bitBytes - 1], at + 13);
      this.#words[at + 22] = areas + areaBytes * place;
      place += 1;
    }
  }

  get rows(): number {
    return this.#rows;
  }

  /**
   * Counts the whole records in the first `size` bytes of the buffer.
   * @param last the text ends with them
   * @param second it is the second run
   * @returns where the first record begins that is cut by `size`; null where one is not plain, or there is no more room
   */
  take(size: number, last: boolean, second: boolean): number | null {
    const { chunk } = this.#at;
    const { delimiter, columns, rows: most } = this.#text;
    const cut = last && this.buffer[size - 1] !== 10;
    if (cut) this.#bytes[chunk + size] = 10;
    const whole = cut ? size + 1 : this.buffer.lastIndexOf(10, size - 1) + 1;
    this.#wasm.countFields(chunk, chunk + whole, delimiter.charCodeAt(0), this.#sign(), columns, second);
    if (this.#wasm.stopped.value !== 0 || this.#wasm.next.value !== chunk + whole) return null;
    this.#rows += this.#wasm.rows.value;
    return this.#rows > most ? null : Math.min(whole, size);
  }

  /** A column's entries as lines of text: slot, rows and the text between the text's own delimiters. */
  *lines(column: number): Generator<Buffer> {
    const { chunk } = this.#at;
    const mark = this.#text.delimiter.charCodeAt(0);
    const slots = this.#words[this.#factsOf(column) + 31]!;
    for (let slot = 0; slot < slots;) {
      slot = this.#wasm.writeLines(column, slot, chunk, chunk + chunkBytes, mark, this.#sign());
      yield this.buffer.subarray(0, this.#wasm.written.value);
    }
  }

  /** Makes ready for the second run. */
  again(): void {
    this.#wasm.clear(this.#text.columns);
    this.#rows = 0;
  }

  /** What the first run says of a column whose texts stand apart. */
  apart(column: number): ApartFacts {
    const at = this.#factsOf(column);
    const word = (place: number): number => this.#words[at + place]!;
    const long = (place: number): number => Number(this.#longs[at / 2 + place]!);
    const area = word(22);
    return {
      filled: word(2),
      shortest: word(3),
      longest: word(4),
      odd: word(5) !== 0,
      integers: word(6),
      days: word(7),
      moments: word(8),
      first: this.#textAt(area, word(11)).toString('utf8'),
      last: this.#textAt(area + longBytes, word(12)).toString('utf8'),
      lengths: long(8),
      lowest: long(9),
      highest: long(10),
    };
  }

  /** Texts of a column that are in one row only and have no entry: how many, and the first ten in text order. */
  singles(column: number): { count: number; least: Buffer[] } {
    const at = this.#factsOf(column);
    const held = this.#words[at + 22]! + 2 * longBytes;
    const lengths = (held + leastTexts * longBytes) / 4;
    const least = Array.from({ length: this.#words[at + 10]! }, (_, place) =>
      this.#textAt(held + place * longBytes, this.#words[lengths + place]!),
    );
    return { count: this.#words[at + 9]!, least };
  }

  /** A column's entries. */
  *entries(column: number): Generator<EntryOf> {
    const facts = this.#factsOf(column);
    const [table, slots] = [this.#words[facts + 30]!, this.#words[facts + 31]!];
    for (let slot = 0; slot < slots; slot += 1) {
      const entry = this.#words[table / 4 + 2 * slot + 1]!;
      if (entry === 0) continue;
      const rows = this.#words[entry / 4 + 1]!;
      yield { rows, text: () => this.#textAt(entry + 8, this.#words[entry / 4]!) };
    }
  }

  /** Place of the first of a column's facts. */
  #factsOf(column: number): number {
    return (this.#at.facts + columnBytes * column) / 4;
  }

  #textAt(from: number, length: number): Buffer {
    return this.#bytes.subarray(from, from + length);
  }

  #sign(): number {
    const { quote, delimiter } = this.#text;
    return (quote === '' ? delimiter : quote).charCodeAt(0);
  }
}
