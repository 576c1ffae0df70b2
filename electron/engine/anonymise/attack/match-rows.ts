import { matchRowsWasm } from './wasm/match-rows.wasm.ts';

/** A column as it is compared: `labels` by row, all of them and every one that is asked for below `values`. */
export interface MatchedColumn {
  labels: Uint16Array | Uint32Array;
  values: number;
}

interface Exports {
  countDiffering(questions: number, count: number, width: number, rows: number): void;
  leastOf(bytes: number, rows: number, scratch: number): number;
  listBetween(bytes: number, rows: number, low: number, high: number, into: number): number;
}

/** Where the labels of a column lie. */
interface Places {
  first: number;
  count: number;
}

/** A question names so many columns at most: a byte counts no further. */
export const mostMatched = 255;

/** So many questions are answered while the rows are read once: what takes time is to read them. */
export const matchedAtOnce = 8;

const pageBytes = 65_536;
/** Rows that are looked at together; bytes of what is asked of a place, and of where a question lies. */
const [step, termBytes, questionBytes] = [64, 32, 12];
let compiled: WebAssembly.Module | null = null;

/** Bytes that tell so many labels apart. */
const placesFor = (values: number): number => (values <= 1 << 8 ? 1 : values <= 1 << 16 ? 2 : 4);

/**
 * Rows of labels that are compared with what is asked by vector instructions, sixteen rows of a column at once. Takes a
 * byte for each cell, two or four in columns of many labels, and twelve for each row.
 */
export class MatchRows {
  readonly rows: number;
  readonly #places: Places[];
  readonly #words: DataView;
  readonly #bytes: Uint8Array;
  readonly #wasm: Exports;
  readonly #at: { scratch: number; answers: number; list: number; labels: number };
  /** Bytes of an answer, of a question, and of `step` rows. */
  readonly #size: { answer: number; question: number; width: number };

  /** @param rows as many as each column has labels */
  constructor(columns: readonly MatchedColumn[], rows: number) {
    this.rows = rows;
    const steps = Math.ceil(rows / step);
    let places = 0;
    this.#places = columns.map(({ values }) => {
      const count = placesFor(values);
      places += count;
      return { first: places - count, count };
    });
    this.#size = { answer: steps * step, question: places * termBytes, width: places * step };
    const scratch = 16 * Math.ceil((matchedAtOnce * questionBytes) / 16) + matchedAtOnce * this.#size.question;
    const answers = scratch + 16;
    const list = answers + matchedAtOnce * this.#size.answer;
    this.#at = { scratch, answers, list, labels: list + 4 * this.#size.answer };
    const memory = new WebAssembly.Memory({
      initial: Math.ceil((this.#at.labels + steps * this.#size.width) / pageBytes),
    });
    compiled ??= new WebAssembly.Module(Buffer.from(matchRowsWasm, 'base64'));
    this.#wasm = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Exports;
    this.#bytes = new Uint8Array(memory.buffer);
    this.#words = new DataView(memory.buffer);
    columns.forEach(({ labels }, at) => this.#fill(labels, this.#places[at]!));
  }

  /**
   * Counts for each row in how many columns it differs from what each question asks.
   * @param questions up to `matchedAtOnce`: up to `mostMatched` columns by their places, and a label for each
   */
  count(questions: readonly { columns: readonly number[]; wanted: readonly number[] }[]): void {
    const first = this.#at.scratch - matchedAtOnce * this.#size.question;
    questions.forEach(({ columns, wanted }, place) => {
      const start = first + place * this.#size.question;
      const end = this.#ask(columns, wanted, start);
      const answer = this.#at.answers + place * this.#size.answer;
      for (const [word, value] of [start, end, answer].entries())
        this.#words.setInt32(place * questionBytes + 4 * word, value, true);
    });
    this.#wasm.countDiffering(0, questions.length, this.#size.width, this.rows);
  }

  /** In how many columns each row differs. @param place of the question */
  differing(place: number): Uint8Array {
    const start = this.#at.answers + place * this.#size.answer;
    return this.#bytes.subarray(start, start + this.rows);
  }

  /** The fewest columns that a row differs in; Infinity where there is no row. @param place of the question */
  least(place: number): number {
    const { answers, scratch } = this.#at;
    return this.rows === 0 ? Infinity : this.#wasm.leastOf(answers + place * this.#size.answer, this.rows, scratch);
  }

  /**
   * Rows that differ in so many columns, both ends within, in order. Holds until it is asked again.
   * @param place of the question
   */
  between(place: number, low: number, high: number): Uint32Array {
    const { answers, list } = this.#at;
    const count = this.#wasm.listBetween(answers + place * this.#size.answer, this.rows, low, high, list);
    return new Uint32Array(this.#bytes.buffer, list, count);
  }

  #fill(labels: MatchedColumn['labels'], { first, count }: Places): void {
    const bytes = this.#bytes;
    for (let place = 0; place < count; place++) {
      const shift = 8 * place;
      let to = this.#at.labels + (first + place) * step;
      for (let from = 0; from < this.rows; from += step, to += this.#size.width) {
        const many = Math.min(step, this.rows - from);
        for (let row = 0; row < many; row++) bytes[to + row] = labels[from + row]! >>> shift;
      }
    }
  }

  /** Writes down a question. @returns where it ends */
  #ask(columns: readonly number[], wanted: readonly number[], start: number): number {
    let term = start;
    columns.forEach((at, place) => {
      const { first, count } = this.#places[at]!;
      for (let each = 0; each < count; each++, term += termBytes) {
        this.#bytes.fill((wanted[place]! >>> (8 * each)) & 255, term, term + 16);
        this.#words.setInt32(term + 16, this.#at.labels + (first + each) * step, true);
        this.#words.setInt32(term + 20, each === count - 1 ? 1 : 0, true);
      }
    });
    return term;
  }
}
