import type { FileHandle } from 'node:fs/promises';
import { fold } from '#shared/domain/fold.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { Dialect } from './dialect.ts';
import { parseText } from './parse-text.ts';
import { numberIn, totalWords } from './total-words.ts';

const isTotalWord = (cell: string): boolean =>
  totalWords.has(
    fold(cell)
      .replace(/[:.\s]+$/u, '')
      .trim(),
  );

/** A row that may sum up those above it. */
export interface LastRow {
  /** Its bytes, without a line end. */
  bytes: Buffer;
  line: string;
  /** By column: the number in it, and how it writes one. */
  numbers: { column: number; value: number; comma: boolean }[];
}

const tailBytes = 64 * 1024;

/** The last row of a text whose cells say that it sums up others; null where it does not, or has line ends in it. */
export async function lastRowOf(
  reader: FileHandle,
  bytes: number,
  dialect: Dialect,
  columns: number,
): Promise<LastRow | null> {
  const tail = Buffer.alloc(Math.min(tailBytes, bytes));
  await reader.read(tail, 0, tail.length, bytes - tail.length);
  const only = dialect.delimiter.repeat(columns - 1);
  const line = tail
    .toString('utf8')
    .split(/\r\n|\n|\r/)
    .slice(tail.length < bytes ? 1 : 0)
    .findLast((text) => text.trim() !== '' && text !== only);
  if (line === undefined) return null;
  const fields = parseText(line, dialect, { complete: true, limit: 1 })[0]?.fields ?? [];
  if (fields.length !== columns || !fields.slice(0, 3).some(isTotalWord)) return null;
  const numbers = fields.flatMap((cell, column) => {
    const read = numberIn(cell);
    return read === null || read.value === 0 ? [] : [{ column, ...read }];
  });
  return numbers.length === 0 ? null : { bytes: Buffer.from(line, 'utf8'), line, numbers };
}

/**
 * Whether its numbers are the sums of what stands above them: of one column at least, to half a cent or a millionth of
 * the sum, whichever is more.
 * @param relation all rows, this one among them
 */
export async function sumsUp(duck: Duck, relation: string, { numbers }: LastRow): Promise<boolean> {
  const [sums] = await duck.query<Record<string, number | null>>(
    `SELECT ${numbers
      .map(({ column, comma }) => {
        const text = `trim(c${column + 1})`;
        const read = comma ? `replace(replace(${text}, '.', ''), ',', '.')` : text;
        return `sum(TRY_CAST(${read} AS DOUBLE)) AS s${column}`;
      })
      .join(', ')} FROM ${relation}`,
  );
  return numbers.some(({ column, value }) => {
    const above = Number(sums?.[`s${column}`] ?? Number.NaN) - value;
    return Math.abs(above - value) <= Math.max(1e-6 * Math.abs(value), 0.0051);
  });
}
