import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ColumnChange } from '#shared/plan/plan-node.ts';
import type { StepContext } from '#shared/recipe/operation.ts';
import { findOperation } from '#shared/recipe/operations/index.ts';
import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { writeExpression } from '#shared/sql/write-sql.ts';
import { Failure } from '#shared/contract/failure.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import { duckFailure } from '#engine/analysis/duck-failure.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { Ladder, Level } from './step-spec.ts';

/**
 * Distinct combinations of the finest level of every ladder. `codes[q][t]` is the code of ladder q in tuple t,
 * `levels[q][l][code]` what that code becomes at level l (the last level, dropping, makes all codes 0). `rows[t]`
 * counts rows; `person[t]` is one person's number, 0 for no id.
 */
export interface Tuples {
  count: number;
  codes: Uint32Array[];
  rows: Uint32Array;
  person: Uint32Array | null;
  levels: Uint32Array[][];
}

/**
 * A number that fits 32 bits for any value; NULL is a value of its own. Two values of one column meet with a chance of
 * 1 in 4 billion.
 */
export const code = (sql: string): string => `(hash(${sql}) % 4294967291)::UINTEGER`;

/** A person's number, 0 where a row names nobody. */
export const personCode = (person: string): string =>
  `(CASE WHEN nullif(${person}, '') IS NULL THEN 0 ELSE 1 + hash(${person}) % 4294967290 END)::UINTEGER`;

/** SQL of every level but the last of every ladder, over a relation that computes what they share once. */
export function levelsSql(
  relation: string,
  ladders: Ladder[],
  context: StepContext,
): { from: string; levels: string[][] } {
  const shared: string[] = [];
  const levels = ladders.map(({ levels: rungs, column }, ladder) => {
    const reads = new Map<string, string>();
    return rungs.slice(0, -1).map((rung) => {
      if (rung.step === null || rung.step === 'drop') return quoteIdentifier(column.physical);
      const change = changeOf(rung, column, context);
      const physical = (): string => column.physical;
      if (change.read === undefined) return writeExpression(change.value, duckDialect, physical);
      const read = writeExpression(change.read, duckDialect, physical);
      const name = reads.get(read) ?? quoteIdentifier(`r${ladder}_${reads.size}`);
      if (!reads.has(read)) shared.push(`${read} AS ${name}`);
      reads.set(read, name);
      return writeExpression(change.value, duckDialect, physical, name);
    });
  });
  return { from: shared.length === 0 ? relation : `(SELECT *, ${shared.join(', ')} FROM ${relation})`, levels };
}

function changeOf({ step }: Level, column: SourceColumn, context: StepContext): ColumnChange {
  const operation = step === null || step === 'drop' ? undefined : findOperation(step.op);
  const settings = step === null || step === 'drop' ? {} : step.settings;
  const plan = operation?.plan(
    operation.settings.parse({ ...settings, columns: [column.name] }),
    { kind: 'source', columns: [column] },
    context,
  );
  const change = plan?.kind === 'change' ? plan.changes[0] : undefined;
  if (change === undefined) throw new Failure('INTERNAL', recommendText.changesNothing);
  return change;
}

/** One column of numbers, put together from its pieces. */
export function joined(chunks: readonly Uint32Array[][], index: number, count: number): Uint32Array {
  const all = new Uint32Array(count);
  let at = 0;
  for (const vectors of chunks) {
    const part = vectors[index] ?? new Uint32Array();
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * Reads the tuples of a relation in one scan. What a value becomes at coarser levels is learnt from the sample; a value
 * too rare for it counts as one of its own at every level, which errs on the safe side. `breathe` is called between
 * columns and throws to cancel. @param person SQL of a person's id, where a person has several rows
 */
export async function loadTuples(
  duck: Duck,
  relation: string,
  sample: string,
  ladders: Ladder[],
  person: string | null,
  context: StepContext,
  breathe: () => Promise<void>,
): Promise<Tuples> {
  const written = levelsSql(relation, ladders, context);
  const finest = written.levels.map((levels) => code(levels[0] ?? '0'));
  const personSql = person === null ? [] : [`${personCode(person)} AS p`];
  const keys = [...finest.map((sql, index) => `${sql} AS k${index}`), ...personSql];
  const { chunks, count } = await streamNumbers(
    duck,
    `SELECT ${keys.join(', ')}, count(*)::UINTEGER AS n FROM ${written.from} GROUP BY ` +
      `${keys.map((_, index) => index + 1).join(', ')}`,
    keys.length + 1,
  );
  const hashes = ladders.map((_, index) => joined(chunks, index, count));
  const dictionaries = await levelDictionaries(duck, levelsSql(quoteIdentifier(sample), ladders, context));
  const codes: Uint32Array[] = [];
  const levels: Uint32Array[][] = [];
  for (const [index, column] of hashes.entries()) {
    await breathe();
    const dictionary = dictionaries[index] ?? new Map<number, number[]>();
    const dense = new Map<number, number>();
    codes.push(column.map((hash) => dense.get(hash) ?? (dense.set(hash, dense.size), dense.size - 1)));
    const known = [...dense.keys()];
    levels.push(
      (ladders[index]?.levels ?? []).map((level, at) => {
        if (level.step === 'drop') return new Uint32Array(known.length);
        return Uint32Array.from(known, (hash) => dictionary.get(hash)?.[at] ?? hash);
      }),
    );
  }
  return {
    count,
    codes,
    rows: joined(chunks, keys.length, count),
    person: person === null ? null : joined(chunks, ladders.length, count),
    levels,
  };
}

/**
 * All rows of a statement whose columns are UINTEGER, chunk by chunk; rows as objects would need ten times the memory.
 */
export async function streamNumbers(
  duck: Duck,
  sql: string,
  columns: number,
): Promise<{ chunks: Uint32Array[][]; count: number }> {
  const chunks: Uint32Array[][] = [];
  let count = 0;
  try {
    const result = await duck.raw.stream(sql);
    for (
      let chunk = await result.fetchChunk();
      chunk !== null && chunk.rowCount > 0;
      chunk = await result.fetchChunk()
    ) {
      const vectors: Uint32Array[] = [];
      for (let index = 0; index < columns; index += 1)
        vectors.push(Uint32Array.from(chunk.getColumnValues(index) as number[]));
      chunks.push(vectors);
      count += chunk.rowCount;
    }
  } catch (error) {
    throw duckFailure(error, duck.reads);
  }
  return { chunks, count };
}

/** For each ladder: code at the finest level → codes at every level but the last. */
export async function levelDictionaries(
  duck: Duck,
  { from, levels }: { from: string; levels: string[][] },
): Promise<Map<number, number[]>[]> {
  const found: Map<number, number[]>[] = [];
  const together = 20;
  for (let start = 0; start < levels.length; start += together) {
    const lists = levels
      .slice(start, start + together)
      .map(
        (parts, index) =>
          `string_agg(DISTINCT concat_ws(',', ${parts.length === 0 ? '0' : parts.map(code).join(', ')}), ';') AS ` +
          `l${index}`,
      );
    const [row] = await duck.query<Record<string, string | null>>(`SELECT ${lists.join(', ')} FROM ${from}`);
    lists.forEach((_, index) => {
      const entries = (row?.[`l${index}`] ?? '')
        .split(';')
        .filter((entry) => entry !== '')
        .map((entry) => entry.split(',').map(Number));
      found.push(new Map(entries.map((entry) => [entry[0] ?? 0, entry])));
    });
  }
  return found;
}
