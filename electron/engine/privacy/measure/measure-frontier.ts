import type { RiskFrontier } from '#shared/domain/risk-frontier.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { classesSql, type MeasuredColumn } from './classes.ts';

/** Ks that are looked at. */
const furthest = 50;
/** More columns than this are not left out one by one: each is a grouping over all the others. */
const mostColumns = 20;

export interface FrontierInput {
  /** FROM-clause expression of the rows before small classes are left out. */
  relation: string;
  columns: readonly MeasuredColumn[];
  /** SQL of a person's id, where a person has several rows. */
  person: string | undefined;
  k: number;
  /** Share (0…1) of the rows that may be left out. */
  limit: number;
  /** The same columns one level finer, in SQL over `from`: `relation` with them beside it. */
  finer?: { from: string; columns: readonly MeasuredColumn[] } | undefined;
  signal?: AbortSignal | undefined;
}

/** Rows by the size of their class, the smallest first. */
const sizesOf = (
  duck: Duck,
  { relation, person, signal }: Pick<FrontierInput, 'relation' | 'person' | 'signal'>,
  columns: readonly MeasuredColumn[],
) =>
  interruptible(duck, signal, () =>
    duck.query<{ f: number; r: number }>(
      `SELECT f, sum(r)::BIGINT AS r FROM (${classesSql(relation, columns, person)}) GROUP BY f ORDER BY f`,
    ),
  );

const below = (sizes: readonly { f: number; r: number }[], k: number): number =>
  sizes.reduce((sum, { f, r }) => sum + (f < k ? r : 0), 0);

const differentOf = async (duck: Duck, relation: string, sql: string, signal: AbortSignal | undefined) => {
  const [found] = await interruptible(duck, signal, () =>
    duck.query<{ n: number }>(`SELECT count(DISTINCT ${sql}) AS n FROM ${relation}`),
  );
  return Number(found?.n ?? 0);
};

/** What k leaves out where one column at a time is one level finer. */
async function finerOf(
  duck: Duck,
  { finer, columns, k, person, signal }: FrontierInput,
): Promise<RiskFrontier['finer']> {
  if (finer === undefined || columns.length > mostColumns) return [];
  const found: RiskFrontier['finer'] = [];
  for (const { name, sql } of finer.columns) {
    const now = columns.find((column) => column.name === name);
    if (now === undefined) continue;
    const others = columns.map((column) => (column === now ? { name, sql } : column));
    found.push({
      column: name,
      out: below(await sizesOf(duck, { relation: finer.from, person, signal }, others), k),
      now: await differentOf(duck, finer.from, now.sql, signal),
      then: await differentOf(duck, finer.from, sql, signal),
    });
  }
  return found.toSorted((a, b) => a.out - b.out);
}

/**
 * How many rows each k leaves out of the same columns, and how many k leaves out where one column is not there or one
 * level finer: what is lost against what is protected.
 */
export async function measureFrontier(duck: Duck, input: FrontierInput): Promise<RiskFrontier> {
  const { columns, k, limit } = input;
  const sizes = await sizesOf(duck, input, columns);
  const without: RiskFrontier['without'] = [];
  for (const column of columns.length > mostColumns || columns.length < 2 ? [] : columns) {
    const others = columns.filter((other) => other !== column);
    without.push({ column: column.name, out: below(await sizesOf(duck, input, others), k) });
  }
  return {
    rows: below(sizes, Infinity),
    k,
    limit,
    points: Array.from({ length: furthest - 1 }, (_, at) => ({ k: at + 2, out: below(sizes, at + 2) })),
    without: without.toSorted((a, b) => a.out - b.out),
    finer: await finerOf(duck, input),
  };
}
