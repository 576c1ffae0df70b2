import { open, rm } from 'node:fs/promises';
import type { PlainText } from '#engine/intake/source.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { topCount } from '../column-values-of.ts';
import { chunkBytes, FieldCounter, type ApartFacts, type CountedKind } from './field-counter.ts';

/** A column in which nearly every row has a text of its own, measured over all rows; lengths in characters. */
export interface ApartColumn extends Omit<ApartFacts, 'odd'> {
  distinct: number;
  /** The most frequent values, those in as many rows by their bytes. */
  top: { value: string; count: number }[];
}

/** What the bytes of a text say of its columns. */
export interface CountedText {
  rows: number;
  /**
   * Where the different texts of columns that repeat stand, untrimmed, each with its rows: lines of slot, rows and text,
   * in the delimiter and quote of the text they come from. Cell values: whoever asked removes it.
   */
  lines: Pick<PlainText, 'path' | 'delimiter' | 'quote'>;
  /** Places of those columns, by slot. */
  kept: number[];
  /** The other columns by place; those that must be looked at by the data engine are in neither. */
  apart: Map<number, ApartColumn>;
}

/** Reads the text through the counter, piece by piece. False where it is not as it should be, or there is no room. */
async function run(
  counter: FieldCounter,
  text: PlainText,
  second: boolean,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const file = await open(text.path, 'r');
  try {
    for (let position = text.from; position < text.bytes;) {
      throwIfCancelled(signal);
      const { bytesRead } = await file.read(counter.buffer, 0, Math.min(chunkBytes, text.bytes - position), position);
      const taken = bytesRead === 0 ? null : counter.take(bytesRead, position + bytesRead >= text.bytes, second);
      if (taken === null || taken === 0) return false;
      position += taken;
    }
    return counter.rows === text.rows;
  } finally {
    await file.close();
  }
}

async function writeLines(counter: FieldCounter, columns: readonly number[], path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for (const column of columns) for (const lines of counter.lines(column)) await file.writeFile(lines);
  } finally {
    await file.close();
  }
}

type Held = { text: Buffer; rows: number };
const inOrder = (a: Held, b: Held): number => b.rows - a.rows || Buffer.compare(a.text, b.text);

/** Different texts and the most frequent ones of a column, after the second run. */
function tally(counter: FieldCounter, column: number): Pick<ApartColumn, 'distinct' | 'top'> {
  const { count, least } = counter.singles(column);
  let distinct = count;
  let top = least.map((text): Held => ({ text, rows: 1 })).toSorted(inOrder);
  for (const { rows, text } of counter.entries(column)) {
    distinct += 1;
    const last = top[topCount - 1];
    if (last !== undefined && rows < last.rows) continue;
    const one = { text: text(), rows };
    if (last !== undefined && inOrder(one, last) > 0) continue;
    top = [...top, one].toSorted(inOrder).slice(0, topCount);
  }
  return { distinct, top: top.map(({ text, rows }) => ({ value: text.toString('utf8'), count: rows })) };
}

/**
 * Counts the values of columns straight from the bytes of a text, which takes a fraction of the time that the data
 * engine takes for it: different texts are kept where they repeat. Where nearly every row has its own, a first run over
 * the bytes says which of them may come again and a second one looks at those alone. Exact.
 * @param kinds how each column is counted: a guess, which costs time where it is wrong
 * @param path a new file for the kept texts
 * @returns null where a record is not plain or longer than 4 MiB, or too many texts differ
 * @throws Failure JOB_CANCELLED; an error of the file system
 */
export async function countText(
  text: PlainText,
  kinds: readonly CountedKind[],
  path: string,
  signal?: AbortSignal,
): Promise<CountedText | null> {
  const { delimiter, quote } = text;
  // The numbers of a line of kept texts are parted by it.
  if (kinds.length !== text.columns || /\d/.test(delimiter) || /\d/.test(quote)) return null;
  const kept = kinds.flatMap((kind, column) => (kind === 'kept' ? [column] : []));
  const counter = new FieldCounter(
    text,
    kinds.map((kind, column) => ({ kind, slot: kept.indexOf(column) })),
  );
  if (!(await run(counter, text, false, signal))) return null;
  const apart = new Map(
    kinds.flatMap((kind, column) => (kind === 'apart' ? [[column, counter.apart(column)] as const] : [])),
  );
  const even = [...apart].flatMap(([column, { odd }]) => (odd ? [] : [column]));
  try {
    await writeLines(counter, kept, path);
    const columns = new Map<number, ApartColumn>();
    if (even.length > 0) {
      counter.again();
      if (!(await run(counter, text, true, signal))) {
        await rm(path, { force: true });
        return null;
      }
      for (const column of even) columns.set(column, { ...apart.get(column)!, ...tally(counter, column) });
    }
    return { rows: text.rows, lines: { path, delimiter, quote }, kept, apart: columns };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
