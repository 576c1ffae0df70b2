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

/** The values of a column in binary order, no value last where there is one. */
async function valuesOf({ duck, relation }: CodeTableInput, sql: string): Promise<(string | null)[]> {
  const [values] = await duck.texts(`SELECT DISTINCT ${sql} AS v FROM ${relation} ORDER BY v NULLS LAST`);
  return values ?? [];
}

/**
 * Reads columns as numbers, row by row; values in binary order, no value last. Nothing of a cell but its different
 * values is held as text.
 * @throws Failure JOB_CANCELLED, or of the data engine, without any cell value
 */
export async function codeTable(input: CodeTableInput): Promise<CodedTable> {
  const { duck, relation, columns, orderBy, signal } = input;
  const id = randomUUID().replaceAll('-', '');
  const types: string[] = [];
  try {
    const values: (string | null)[][] = [];
    const parts: string[] = [];
    for (const [at, { sql }] of columns.entries()) {
      const found = await interruptible(duck, signal, () => valuesOf(input, sql));
      values.push(found);
      const texts = found.filter((value) => value !== null).length;
      if (texts === 0) {
        parts.push('0::UINTEGER');
        continue;
      }
      const type = quoteIdentifier(`coded_${id}_${at}`);
      await interruptible(duck, signal, () =>
        duck.run(
          `CREATE TYPE ${type} AS ENUM (SELECT DISTINCT ${sql} AS v FROM ${relation} WHERE ${sql} IS NOT NULL ORDER BY v)`,
        ),
      );
      types.push(type);
      parts.push(`coalesce(enum_code((${sql})::${type}), ${texts})::UINTEGER`);
    }
    return await readCodes(input, values, parts, orderBy);
  } finally {
    for (const type of types) await duck.run(`DROP TYPE IF EXISTS ${type}`);
  }
}

async function readCodes(
  { duck, relation, columns, signal }: CodeTableInput,
  values: (string | null)[][],
  parts: readonly string[],
  orderBy: string | undefined,
): Promise<CodedTable> {
  const [total] = await interruptible(duck, signal, () =>
    duck.query<{ n: number }>(`SELECT count(*) AS n FROM ${relation}`),
  );
  const rows = total!.n;
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
