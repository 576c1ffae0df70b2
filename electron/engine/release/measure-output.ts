import type { Finding } from '#shared/domain/finding.ts';
import type { Risk } from '#shared/domain/risk.ts';
import type { GuardFacts, GuardMeasure } from '#shared/guardrails/guard-input.ts';
import { quasiIdentifiers } from '#shared/guardrails/output-view.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { someAtATime } from '#engine/analysis/some-at-a-time.ts';
import { classesSql, classKey, type MeasuredColumn } from '#engine/privacy/measure/classes.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { measureRisk } from '#engine/privacy/measure/measure-risk.ts';
import { leaveOutConsent } from './leave-out-consent.ts';
import { lookAtValues } from '../written-values/look-at-values.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';

export interface MeasuredOutput {
  /** FROM-clause expression of the rows that would be written: o1…on and `rid`, the source's row number. */
  kept: string;
  /** The rows that would not be written, likewise; null where all are. */
  leftOut: string | null;
  /** The outputs counted as quasi-identifiers. */
  qi: MeasuredColumn[];
  risk: Risk;
  measure: GuardMeasure;
  facts: GuardFacts;
  excluded: { why: string; rows: number }[];
}

/**
 * Decides which of the transformed rows may be written, and measures those. Left out are, first, people under 18 or of
 * unknown age in a targeting release, and without a valid consent where it rests on that; then rows of classes below
 * the recipe's k, counted in people where a person has several rows.
 */
export async function measureOutput(
  rows: TransformedRows,
  input: { recipe: Recipe; findings: readonly Finding[]; signal?: AbortSignal | undefined },
): Promise<MeasuredOutput> {
  const { compiled, duck, table } = rows;
  const gone = `${table.slice(0, -1)}_gone"`;
  const run = (sql: string): Promise<void> => interruptible(duck, input.signal, () => duck.run(sql));
  const count = async (relation: string): Promise<number> =>
    (
      await interruptible(duck, input.signal, () => duck.query<{ n: number }>(`SELECT count(*) AS n FROM ${relation}`))
    )[0]!.n;
  // Rows are listed as gone rather than deleted: a row's id must stay its number in the source.
  const all = `(SELECT rowid AS rid, * FROM ${table})`;
  const without = `(SELECT t.rowid AS rid, t.* FROM ${table} t ANTI JOIN ${gone} g ON t.rowid = g.rid)`;
  await run(`CREATE OR REPLACE TEMP TABLE ${gone} (rid BIGINT)`);

  const age = rows.facts.findIndex((fact) => fact.kind === 'age');
  const facts: GuardFacts = {
    minorsLeftOut: null,
    unknownAgeLeftOut: null,
    pastLimit: [],
    nearlyUnique: [],
    written: null,
    consent: null,
  };
  const excluded: MeasuredOutput['excluded'] = [];
  let kept = all;
  if (age >= 0) {
    const column = `x${age + 1}`;
    facts.minorsLeftOut = await count(`${table} WHERE ${column} = 0`);
    facts.unknownAgeLeftOut = await count(`${table} WHERE ${column} IS NULL`);
    await run(`INSERT INTO ${gone} SELECT rowid FROM ${table} WHERE ${column} IS DISTINCT FROM 1`);
    if (facts.minorsLeftOut > 0) excluded.push({ why: releaseText.leftOut.minors, rows: facts.minorsLeftOut });
    if (facts.unknownAgeLeftOut > 0)
      excluded.push({ why: releaseText.leftOut.ageUnknown, rows: facts.unknownAgeLeftOut });
    if (excluded.length > 0) kept = without;
  }

  facts.consent = await leaveOutConsent({ facts: rows.facts, table, gone, count, run });
  if (facts.consent !== null && facts.consent.leftOut > 0) {
    excluded.push({ why: releaseText.leftOut.noConsent, rows: facts.consent.leftOut });
    kept = without;
  }

  const byName = new Map(compiled.outputs.map((output) => [output.name, output.physical]));
  let suppressed = 0;
  if (compiled.suppression !== null) {
    const keys: MeasuredColumn[] = compiled.suppression.columns.map((name) => ({ name, sql: byName.get(name)! }));
    const match = keys.map((key, index) => `t.${key.sql} IS NOT DISTINCT FROM s.${classKey(index)}`).join(' AND ');
    const small = `(SELECT * FROM (${classesSql(kept, keys, rows.person?.sql)}) WHERE f < ${compiled.suppression.k})`;
    const before = await count(gone);
    await run(`INSERT INTO ${gone} SELECT t.rid FROM ${kept} t SEMI JOIN ${small} s ON ${match}`);
    suppressed = (await count(gone)) - before;
    if (suppressed > 0) kept = without;
  }

  const guardOutputs = compiled.outputs.map(({ name, sources, treatment }) => ({ name, sources, treatment }));
  const qi = quasiIdentifiers({
    findings: input.findings,
    outputs: guardOutputs,
    release: input.recipe.release,
    protect: input.recipe.protect,
  }).map((name) => ({ name, sql: byName.get(name)! }));
  const risk = await measureRisk(duck, kept, { qi, person: rows.person?.sql, signal: input.signal });
  for (const [index, fact] of rows.facts.entries())
    if (fact.kind === 'past-limit')
      facts.pastLimit.push({
        type: fact.type,
        column: fact.column,
        days: fact.days,
        rows: await count(`${kept} WHERE x${index + 1}`),
      });
  if (input.recipe.release === 'anonymised') {
    const others = compiled.outputs.filter(
      (output) => !qi.some((column) => column.sql === output.physical) && !/^(redacted|hashed-)/.test(output.treatment),
    );
    facts.nearlyUnique = await nearlyUnique(duck, kept, others, risk.rows, input.signal);
  }
  const deferred = new Set(rows.hashes.map((hash) => hash.physical));
  const readable = compiled.outputs
    .filter(({ physical }) => !deferred.has(physical))
    .map(({ name, physical }) => ({ name, sql: physical }));
  facts.written = await lookAtValues(duck, kept, readable, { signal: input.signal });
  return {
    kept,
    leftOut:
      kept === all ? null : `(SELECT t.rowid AS rid, t.* FROM ${table} t SEMI JOIN ${gone} g ON t.rowid = g.rid)`,
    qi,
    risk,
    facts,
    excluded,
    measure: {
      k: risk.k,
      targetK: input.recipe.target.k,
      rowsIn: rows.rows,
      rowsOut: risk.rows,
      suppressed,
      suppressionLimit: input.recipe.target.suppression,
      quasiIdentifiers: qi.map((column) => column.name),
      countsPeople: rows.person !== null,
      conversions: compiled.castChecks.length,
      failedCasts: rows.failedCasts,
    },
  };
}

/** Fewer rows than this differ by chance. */
const enoughRows = 50;

/**
 * Outputs whose values differ in at least nine rows of ten: whoever has the source can match rows by them. Counted
 * approximately.
 */
async function nearlyUnique(
  duck: Duck,
  kept: string,
  outputs: readonly { name: string; physical: string }[],
  rows: number,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  if (rows < enoughRows || outputs.length === 0) return [];
  const found: string[] = [];
  for (const some of someAtATime(outputs)) {
    const [counts] = await interruptible(duck, signal, () =>
      duck.query<Record<string, number>>(
        `SELECT ${some.map(({ physical }) => `approx_count_distinct(${physical}) AS ${physical}`).join(', ')} FROM ` +
          `${kept}`,
      ),
    );
    found.push(...some.filter(({ physical }) => counts![physical]! >= 0.9 * rows).map(({ name }) => name));
  }
  return found;
}
