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
  signal?: AbortSignal | undefined;
}

/** Rows by the size of their class, the smallest first. */
const sizesOf = (duck: Duck, { relation, person, signal }: FrontierInput, columns: readonly MeasuredColumn[]) =>
  interruptible(duck, signal, () =>
    duck.query<{ f: number; r: number }>(
      `SELECT f, sum(r)::BIGINT AS r FROM (${classesSql(relation, columns, person)}) GROUP BY f ORDER BY f`,
    ),
  );

const below = (sizes: readonly { f: number; r: number }[], k: number): number =>
  sizes.reduce((sum, { f, r }) => sum + (f < k ? r : 0), 0);

/**
 * How many rows each k leaves out of the same columns, and how many k leaves out where one column is not there: what is
 * lost against what is protected.
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
  };
}
