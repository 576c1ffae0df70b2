import type { Finding } from '#shared/domain/finding.ts';
import type { Risk } from '#shared/domain/risk.ts';
import type { GuardFacts, GuardMeasure } from '#shared/guardrails/guard-input.ts';
import { quasiIdentifiers } from '#shared/guardrails/output-view.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { countedRoles } from '#shared/domain/recipe-roles.ts';
import { kOf } from '#shared/domain/recipe-target.ts';
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

interface MeasureInput {
  recipe: Recipe;
  findings: readonly Finding[];
  signal?: AbortSignal | undefined;
}

/**
 * Which of the transformed rows may be written. Rows are listed as gone rather than deleted: a row's id must stay its
 * number in the source.
 */
class KeptRows {
  readonly gone: string;
  readonly #rows: TransformedRows;
  readonly #signal: AbortSignal | undefined;
  #all = true;

  private constructor(rows: TransformedRows, signal: AbortSignal | undefined) {
    this.#rows = rows;
    this.#signal = signal;
    this.gone = `${rows.table.slice(0, -1)}_gone"`;
  }

  static async of(rows: TransformedRows, signal: AbortSignal | undefined): Promise<KeptRows> {
    const kept = new KeptRows(rows, signal);
    await kept.run(`CREATE OR REPLACE TEMP TABLE ${kept.gone} (rid BIGINT)`);
    return kept;
  }

  /** FROM-clause expression of the rows that may be written. */
  get relation(): string {
    const { table } = this.#rows;
    return this.#all
      ? `(SELECT rowid AS rid, * FROM ${table})`
      : `(SELECT t.rowid AS rid, t.* FROM ${table} t ANTI JOIN ${this.gone} g ON t.rowid = g.rid)`;
  }

  /** The rows that may not; null where all may. */
  get leftOut(): string | null {
    const { table } = this.#rows;
    return this.#all
      ? null
      : `(SELECT t.rowid AS rid, t.* FROM ${table} t SEMI JOIN ${this.gone} g ON t.rowid = g.rid)`;
  }

  /** From now on what is listed as gone is left out. */
  leaveOut(): void {
    this.#all = false;
  }

  run(sql: string): Promise<void> {
    const { duck } = this.#rows;
    return interruptible(duck, this.#signal, () => duck.run(sql));
  }

  async count(relation: string): Promise<number> {
    const { duck } = this.#rows;
    const [row] = await interruptible(duck, this.#signal, () =>
      duck.query<{ n: number }>(`SELECT count(*) AS n FROM ${relation}`),
    );
    return row!.n;
  }
}

/** Leaves out people under the targeting age or of unknown age, where the release asks for that. */
async function leaveOutMinors({ table, facts: asked }: TransformedRows, kept: KeptRows, facts: GuardFacts) {
  const at = asked.findIndex(({ kind }) => kind === 'age');
  const age = asked[at];
  if (age?.kind !== 'age') return [];
  const column = `x${at + 1}`;
  const excluded: MeasuredOutput['excluded'] = [];
  facts.minorsLeftOut = await kept.count(`${table} WHERE ${column} = 0`);
  facts.unknownAgeLeftOut = await kept.count(`${table} WHERE ${column} IS NULL`);
  await kept.run(`INSERT INTO ${kept.gone} SELECT rowid FROM ${table} WHERE ${column} IS DISTINCT FROM 1`);
  if (facts.minorsLeftOut > 0) excluded.push({ why: releaseText.leftOut.minors(age.years), rows: facts.minorsLeftOut });
  if (facts.unknownAgeLeftOut > 0)
    excluded.push({ why: releaseText.leftOut.ageUnknown, rows: facts.unknownAgeLeftOut });
  if (excluded.length > 0) kept.leaveOut();
  return excluded;
}

async function leaveOutWithoutConsent({ table, facts: asked }: TransformedRows, kept: KeptRows, facts: GuardFacts) {
  facts.consent = await leaveOutConsent({
    facts: asked,
    table,
    gone: kept.gone,
    count: (relation) => kept.count(relation),
    run: (sql) => kept.run(sql),
  });
  if (facts.consent === null || facts.consent.leftOut === 0) return [];
  kept.leaveOut();
  return [{ why: releaseText.leftOut.noConsent, rows: facts.consent.leftOut }];
}

/** Leaves out the rows of classes below the recipe's k. @returns how many */
async function suppressSmall({ compiled, person }: TransformedRows, kept: KeptRows): Promise<number> {
  if (compiled.suppression === null) return 0;
  const byName = new Map(compiled.outputs.map((output) => [output.name, output.physical]));
  const keys: MeasuredColumn[] = compiled.suppression.columns.map((name) => ({ name, sql: byName.get(name)! }));
  const match = keys.map((key, index) => `t.${key.sql} IS NOT DISTINCT FROM s.${classKey(index)}`).join(' AND ');
  const classes = classesSql(kept.relation, keys, person?.sql);
  const small = `(SELECT * FROM (${classes}) WHERE f < ${compiled.suppression.k})`;
  const before = await kept.count(kept.gone);
  await kept.run(`INSERT INTO ${kept.gone} SELECT t.rid FROM ${kept.relation} t SEMI JOIN ${small} s ON ${match}`);
  const suppressed = (await kept.count(kept.gone)) - before;
  if (suppressed > 0) kept.leaveOut();
  return suppressed;
}

/** The outputs counted as quasi-identifiers. */
function countedOutputs(
  { outputs }: TransformedRows['compiled'],
  { recipe, findings }: MeasureInput,
): MeasuredColumn[] {
  const byName = new Map(outputs.map((output) => [output.name, output.physical]));
  return quasiIdentifiers({
    findings,
    outputs: outputs.map(({ name, sources, treatment }) => ({ name, sources, treatment })),
    release: recipe.release,
    ...countedRoles(recipe),
  }).map((name) => ({ name, sql: byName.get(name)! }));
}

/** What the guardrails ask of the rows that are kept. */
async function factsOfKept(
  rows: TransformedRows,
  kept: KeptRows,
  facts: GuardFacts,
  { recipe, signal, qi, rowsOut }: MeasureInput & { qi: readonly MeasuredColumn[]; rowsOut: number },
): Promise<void> {
  const { compiled, duck } = rows;
  for (const [index, fact] of rows.facts.entries())
    if (fact.kind === 'past-limit')
      facts.pastLimit.push({
        type: fact.type,
        column: fact.column,
        days: fact.days,
        rows: await kept.count(`${kept.relation} WHERE x${index + 1}`),
      });
  if (recipe.release === 'anonymised') {
    const others = compiled.outputs.filter(
      (output) => !qi.some((column) => column.sql === output.physical) && !/^(redacted|hashed-)/.test(output.treatment),
    );
    facts.nearlyUnique = await nearlyUnique(duck, kept.relation, others, rowsOut, signal);
  }
  const deferred = new Set(rows.hashes.map((hash) => hash.physical));
  const readable = compiled.outputs
    .filter(({ physical }) => !deferred.has(physical))
    .map(({ name, physical }) => ({ name, sql: physical }));
  facts.written = await lookAtValues(duck, kept.relation, readable, { signal });
}

/**
 * Decides which of the transformed rows may be written, and measures those. Left out are, first, people under the
 * targeting age or of unknown age in a targeting release, and without a valid consent where it rests on that; then rows of classes below
 * the recipe's k, counted in people where a person has several rows.
 */
export async function measureOutput(rows: TransformedRows, input: MeasureInput): Promise<MeasuredOutput> {
  const { compiled, duck } = rows;
  const { recipe, signal } = input;
  const facts: GuardFacts = {
    minorsLeftOut: null,
    unknownAgeLeftOut: null,
    pastLimit: [],
    nearlyUnique: [],
    written: null,
    consent: null,
  };
  const kept = await KeptRows.of(rows, signal);
  const excluded = await leaveOutMinors(rows, kept, facts);
  excluded.push(...(await leaveOutWithoutConsent(rows, kept, facts)));
  const suppressed = await suppressSmall(rows, kept);
  const qi = countedOutputs(compiled, input);
  const risk = await measureRisk(duck, kept.relation, { qi, person: rows.person?.sql, signal });
  await factsOfKept(rows, kept, facts, { ...input, qi, rowsOut: risk.rows });
  return {
    kept: kept.relation,
    leftOut: kept.leftOut,
    qi,
    risk,
    facts,
    excluded,
    measure: {
      k: risk.k,
      targetK: kOf(recipe),
      rowsIn: rows.rows,
      rowsOut: risk.rows,
      suppressed,
      suppressionLimit: recipe.target.suppression,
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
