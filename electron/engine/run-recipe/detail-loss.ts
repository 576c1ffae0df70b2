import type { SourceColumn } from '#shared/domain/intake.ts';
import type { CompiledOutput } from '#shared/recipe/compile-recipe.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { WayLoss } from './ways/way-input.ts';
import type { TransformedRows } from './transform-rows.ts';

/**
 * How much of a treatment's detail is gone whatever the values: a pseudonym tells people apart but says nothing of
 * them.
 */
const fixed: Partial<Record<CompiledOutput['treatment'], number>> = {
  kept: 0,
  redacted: 1,
  'hashed-keyed': 1,
  'hashed-unkeyed': 1,
};

/** Rows up to which turning columns into rows and grouping once costs less than grouping each column by itself. */
const fewRows = 20_000;
/** Columns in one statement; it can be cancelled between two. */
const together = 200;

/**
 * Shannon entropy of each column in nats, NULL being a value like any other. @param columns SQL of columns of
 * `relation`
 */
async function entropies(
  duck: Duck,
  relation: string,
  columns: readonly string[],
  rows: number,
  signal: AbortSignal | undefined,
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let from = 0; from < columns.length; from += together) {
    const some = columns.slice(from, from + together);
    const counted =
      rows <= fewRows
        ? `SELECT slot, count(*) AS c FROM (SELECT unnest(range(${some.length})) AS slot, ` +
          `unnest([${some.join(', ')}]) AS v FROM ${relation}) GROUP BY slot, v`
        : some
            .map((column, slot) => `SELECT ${slot} AS slot, count(*) AS c FROM ${relation} GROUP BY ${column}`)
            .join(' UNION ALL ');
    const measured = await interruptible(duck, signal, () =>
      duck.query<{ slot: number; h: number | null }>(
        `SELECT slot, ln(sum(c)) - sum(c * ln(c)) / sum(c) AS h FROM (${counted}) GROUP BY slot`,
      ),
    );
    for (const { slot, h } of measured) found.set(some[slot]!, Math.max(0, h ?? 0));
  }
  return found;
}

/** What was done to each output by all ways together: what the first was given, and what each left of it. */
function byOutput(losses: readonly WayLoss[]): Map<string, WayLoss> {
  const found = new Map<string, WayLoss>();
  for (const loss of losses) {
    const before = found.get(loss.physical);
    found.set(loss.physical, before === undefined ? loss : { ...before, detail: before.detail * loss.detail });
  }
  return found;
}

/**
 * Detail lost per source column: 0 nothing … 1 everything (docs/definitions.md, "Detail lost"). Dropped, redacted and
 * hashed columns lose all of it; where values were generalised or masked what is kept is the share of the source's
 * entropy that the written column still has; of local recoding times the part of
 * its bands that a group does not leave open. Rows that are left out lose everything in every column.
 */
export async function detailLoss(
  rows: TransformedRows,
  input: {
    columns: readonly SourceColumn[];
    relation: string;
    kept: string;
    rowsOut: number;
    /** What ways did: what they were given, and how much of it is left, are known from them. */
    losses: readonly WayLoss[];
    signal?: AbortSignal | undefined;
  },
): Promise<{ column: string; loss: number }[]> {
  const { duck, compiled } = rows;
  const outputsOf = new Map<string, CompiledOutput[]>(input.columns.map(({ name }) => [name, []]));
  for (const output of compiled.outputs) for (const source of output.sources) outputsOf.get(source)?.push(output);
  const measured = compiled.outputs.filter(({ treatment }) => fixed[treatment] === undefined);
  const sources = new Set(measured.flatMap((output) => output.sources));
  const physical = (column: SourceColumn): string => quoteIdentifier(column.physical);
  const before = await entropies(
    duck,
    input.relation,
    input.columns.filter(({ name }) => sources.has(name)).map(physical),
    rows.rows,
    input.signal,
  );
  const after = await entropies(
    duck,
    input.kept,
    measured.map((output) => output.physical),
    input.rowsOut,
    input.signal,
  );
  const stays = rows.rows === 0 ? 0 : Math.min(1, input.rowsOut / rows.rows);
  const ways = byOutput(input.losses);
  const left = (column: SourceColumn, output: CompiledOutput): number => {
    const whole = before.get(physical(column)) ?? 0;
    const way = ways.get(output.physical);
    const entropy = way?.entropy ?? after.get(output.physical) ?? 0;
    return whole === 0 ? 1 : Math.min(1, entropy / whole) * (way?.detail ?? 1);
  };
  return input.columns.map((column) => {
    const loss = Math.min(
      1,
      ...outputsOf.get(column.name)!.map((output) => fixed[output.treatment] ?? 1 - left(column, output)),
    );
    return { column: column.name, loss: 1 - (1 - loss) * stays };
  });
}
