import { createHash } from 'node:crypto';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import { fieldsFor, Grouper } from '#engine/anonymise/lattice/packed-rows.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import { delimitedField } from '#engine/release/formats/delimited.ts';

/** A column of the output whose cells are known by number: `cells[codes[row]]`. */
export interface OutputCells {
  codes: CodedColumn['codes'];
  cells: readonly (string | null)[];
}

/** More different rows than this are not held as lines. */
const mostTuples = 200_000;
const piece = 4 * 2 ** 20;

/** Rows as they are written: pieces of whole lines, each to be taken before the next is asked for. */
export interface LinesToWrite {
  pieces: AsyncIterable<Buffer>;
  /** Bytes of the longest line. */
  longest: number;
}

/**
 * The lines of rows that are all known by number: each different one is put together once. Without `keepOrder` they
 * stand in the order of a keyed hash of what they say, equal ones beside each other (decision 0019).
 * @param key of the order; null keeps that of the rows
 * @returns null where too many rows differ; the pieces throw JOB_CANCELLED
 */
export function tupleLines(
  columns: readonly OutputCells[],
  { delimiter, key, signal }: { delimiter: string; key: Uint8Array | null; signal: AbortSignal },
): LinesToWrite | null {
  const { tupleOf, first, tuples } = different(columns);
  if (tuples > mostTuples) return null;
  const lines: Buffer[] = [];
  const ranks: Buffer[] = [];
  for (let tuple = 0; tuple < tuples; tuple += 1) {
    const row = first[tuple]!;
    const cells = columns.map(({ codes, cells: all }) => all[codes[row]!] ?? null);
    lines.push(Buffer.from(`${lineOf(cells, delimiter)}\n`));
    if (key !== null) ranks.push(createHash('sha256').update(key).update(JSON.stringify(cells)).digest());
  }
  const inTurn = key === null ? inOrder(lines, tupleOf) : together(lines, ranks, tupleOf);
  return { pieces: piecesOf(inTurn, signal), longest: lines.reduce((most, line) => Math.max(most, line.length), 0) };
}

/** Rows that read the same, numbered. */
function different(columns: readonly OutputCells[]) {
  const rows = columns[0]?.codes.length ?? 0;
  // What reads the same has one number.
  const places = columns.map(({ cells }) => {
    const known = new Map<string | null, number>();
    const of = Uint32Array.from(cells, (cell) => {
      if (!known.has(cell)) known.set(cell, known.size);
      return known.get(cell)!;
    });
    return { of, many: known.size };
  });
  const { fields, words: many } = fieldsFor(places.map((place) => place.many));
  const words = Array.from({ length: many }, () => new Uint32Array(rows));
  for (const [at, { of }] of places.entries()) {
    const { word, shift } = fields[at]!;
    const [target, { codes }] = [words[word]!, columns[at]!];
    for (let row = 0; row < rows; row += 1) target[row]! |= of[codes[row]!]! << shift;
  }
  const tupleOf = new Uint32Array(rows);
  const first = new Uint32Array(rows);
  const tuples = new Grouper().group(words, rows, tupleOf, first);
  return { tupleOf, first, tuples };
}

/** In a single column an empty line would be no row to many readers. */
const lineOf = (cells: readonly (string | null)[], delimiter: string): string =>
  cells
    .map((cell) => (cell === null ? (cells.length === 1 ? '""' : '') : delimitedField(cell, delimiter)))
    .join(delimiter);

function* inOrder(lines: readonly Buffer[], tupleOf: Uint32Array): Generator<Buffer> {
  for (const tuple of tupleOf) yield lines[tuple]!;
}

function* together(lines: readonly Buffer[], ranks: readonly Buffer[], tupleOf: Uint32Array): Generator<Buffer> {
  const rows = new Uint32Array(lines.length);
  for (const tuple of tupleOf) rows[tuple]! += 1;
  const order = [...lines.keys()].toSorted((a, b) => Buffer.compare(ranks[a]!, ranks[b]!));
  for (const tuple of order) for (let row = 0; row < rows[tuple]!; row += 1) yield lines[tuple]!;
}

async function* piecesOf(lines: Iterable<Buffer>, signal: AbortSignal): AsyncGenerator<Buffer> {
  const held = Buffer.allocUnsafe(piece);
  let used = 0;
  for (const line of lines) {
    if (used + line.length > piece) {
      yield held.subarray(0, used);
      used = 0;
      await breathe(signal);
    }
    if (line.length > piece) yield line;
    else used += line.copy(held, used);
  }
  yield held.subarray(0, used);
}
