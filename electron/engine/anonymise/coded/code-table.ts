import { randomUUID } from 'node:crypto';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { duckFailure } from '#engine/analysis/duck-failure.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { codeArray, type CodedTable } from './coded-table.ts';

export interface CodeTableInput {
  duck: Duck;
  /** FROM-clause expression. */
  relation: string;
  /** Text columns of it, in SQL. */
  columns: readonly { name: string; sql: string }[];
  /** SQL that says which row comes first; the order of the relation where it is absent. */
  orderBy?: string;
  signal?: AbortSignal | undefined;
}

/** All rows, and of each column those that have a value. */
async function rowsWithValue({ duck, relation, columns }: CodeTableInput): Promise<{ rows: number; texts: number[] }> {
  const counts = columns.map(({ sql }, at) => `, count(${sql}) AS n${at}`).join('');
  const [found] = await duck.query<Record<string, number>>(`SELECT count(*) AS n${counts} FROM ${relation}`);
  return { rows: found!['n']!, texts: columns.map((_, at) => found![`n${at}`]!) };
}

/**
 * Reads columns as numbers, row by row; values in binary order, no value last. Nothing of a cell but its different
 * values is held as text.
 * @throws Failure JOB_CANCELLED, or of the data engine, without any cell value
 */
export async function codeTable(input: CodeTableInput): Promise<CodedTable> {
  const { duck, relation, columns, signal } = input;
  const id = randomUUID().replaceAll('-', '');
  const types: string[] = [];
  try {
    const { rows, texts } = await interruptible(duck, signal, () => rowsWithValue(input));
    const values: (string | null)[][] = [];
    const parts: string[] = [];
    for (const [at, { sql }] of columns.entries()) {
      const none = texts[at]! < rows ? [null] : [];
      if (texts[at] === 0) {
        values.push(none);
        parts.push('0::UINTEGER');
        continue;
      }
      const type = quoteIdentifier(`coded_${id}_${at}`);
      await interruptible(duck, signal, () =>
        duck.run(
          `CREATE TYPE ${type} AS ENUM (SELECT DISTINCT (${sql})::VARCHAR AS v FROM ${relation} WHERE ${sql} IS NOT NULL ORDER BY v)`,
        ),
      );
      types.push(type);
      const [found = []] = await duck.texts(`SELECT unnest(enum_range(NULL::${type}))::VARCHAR AS v`);
      values.push([...found, ...none]);
      parts.push(`coalesce(enum_code((${sql})::VARCHAR::${type}), ${found.length})::UINTEGER`);
    }
    return await readCodes(input, { values, rows }, parts);
  } finally {
    for (const type of types) await duck.run(`DROP TYPE IF EXISTS ${type}`);
  }
}

async function readCodes(
  { duck, relation, columns, orderBy, signal }: CodeTableInput,
  { values, rows }: { values: (string | null)[][]; rows: number },
  parts: readonly string[],
): Promise<CodedTable> {
  const arrays = values.map((found) => codeArray(found.length, rows));
  const list = parts.map((sql, at) => `${sql} AS k${at}`).join(', ');
  const order = orderBy === undefined ? '' : ` ORDER BY ${orderBy}`;
  if (columns.length > 0)
    await interruptible(duck, signal, async () => {
      try {
        const stream = await duck.raw.stream(`SELECT ${list} FROM ${relation}${order}`);
        let at = 0;
        for (
          let chunk = await stream.fetchChunk();
          chunk !== null && chunk.rowCount > 0;
          chunk = await stream.fetchChunk()
        ) {
          for (const [index, array] of arrays.entries())
            array.set((chunk.getColumnVector(index) as unknown as { items: Uint32Array }).items, at);
          at += chunk.rowCount;
        }
      } catch (error) {
        throw duckFailure(error, duck.reads);
      }
    });
  return { rows, columns: columns.map(({ name }, at) => ({ name, codes: arrays[at]!, values: values[at]! })) };
}
