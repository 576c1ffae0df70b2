import { randomUUID } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { PolicyOverride } from '#shared/domain/policy-override.ts';
import { restsOnConsent, type Purpose } from '#shared/domain/purpose.ts';
import type { Recipe, ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { RecommendedWay } from '#shared/domain/recommended-way.ts';
import { barredFlags, policyOn } from '#shared/policy/index.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import { interruptOnAbort } from '#engine/analysis/interrupt-on-abort.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { classesSql } from '#engine/privacy/measure/classes.ts';
import { countedPerson } from '#engine/privacy/person/counted-person.ts';
import { countsPeople } from '#engine/privacy/person/person-column.ts';
import { factColumns, mayLeave } from '#engine/facts/index.ts';
import type { LedgerLookup } from '#engine/facts/ledger-lookup.ts';
import { assemble } from './assemble.ts';
import { choose, pseudonymColumn } from './choose.ts';
import { chooseLevels } from './choose-levels.ts';
import { lookAtValues, type LookInput } from './look-at-values.ts';
import { sampleTable } from './sample-values.ts';
import { smallRows, type Measuring } from './measure-recipe.ts';
import { withoutStandIns } from './stand-ins.ts';
import type { Choice, Ladder } from './step-spec.ts';
import { asTables } from './narrow-tables.ts';
import { asCounts, onWholeTable } from './whole-table.ts';

/** How many tables at most, and of how many columns each. */
export interface TablesWish {
  most: number;
  size: number;
}

export interface RecommendInput {
  duck: Duck;
  /** FROM-clause expression with columns c1…cn, all VARCHAR. */
  relation: string;
  columns: SourceColumn[];
  findings: Finding[];
  profiles: ColumnProfile[];
  purpose: Purpose;
  release: ReleaseKind;
  /** How an anonymised table is made; absent: narrow. */
  way?: RecommendedWay | undefined;
  /** Of a narrow one: several tables over the same rows. Absent: one. */
  tables?: TablesWish | undefined;
  k: number;
  /** Share (0..1) of rows that may be suppressed. */
  suppression: number;
  /** YYYY-MM-DD. */
  referenceDate: string;
  /** The register of processing says that the purpose rests on consent. */
  onConsent?: boolean;
  /** The consent ledger, where it has events for the purpose. */
  ledger?: LedgerLookup | 'not-linked' | undefined;
  /** What the workspace sets in place of policy rows. */
  overrides: readonly PolicyOverride[];
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

const unknownFinding = (name: string): Finding => ({
  name,
  class: 'non_pii',
  category: 'other',
  type: 'unknown',
  flags: [],
  confidence: 0,
  needsReview: true,
  runnerUp: null,
  evidence: [],
  notes: [],
});

/**
 * Proposes a recipe for a purpose, each step with its reason, and measures it on the whole file: in the rows it leaves,
 * every combination of recognisable values is shared by at least k people, and no more rows than the limit are
 * suppressed for it. The same input gives the same recipe.
 *
 * @throws Failure TARGET_MISSED where a release that is to be anonymised starts from fewer than k people: no recipe
 *   can do that; JOB_CANCELLED
 */
export async function recommendRecipe(input: RecommendInput): Promise<Recipe> {
  const duck = await input.duck.connect();
  const done = interruptOnAbort(duck, input.signal);
  // A class of one is never anonymous, whatever was asked for.
  const k = input.release === 'anonymised' ? Math.max(2, input.k) : input.k;
  try {
    return await recommendOn(duck, { ...input, k });
  } finally {
    done();
    duck.close();
  }
}

async function recommendOn(duck: Duck, input: RecommendInput): Promise<Recipe> {
  const { columns, purpose, release, k } = input;
  const breathe = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    throwIfCancelled(input.signal);
  };
  await breathe();
  const findings = new Map(input.findings.map((finding) => [finding.name, finding]));
  const profiles = new Map(input.profiles.map((profile) => [profile.name, profile]));
  const rows = input.profiles[0]?.rows ?? 0;
  const sample = `recommend_${randomUUID()}`;
  const pseudonym = release === 'anonymised' ? undefined : pseudonymColumn(input.findings, purpose);
  const barred = barredFlags(policyOn(input.referenceDate, input.overrides));
  const verdicts = columns.map((column) => {
    const finding = findings.get(column.name) ?? unknownFinding(column.name);
    return { column, finding, verdict: choose({ finding, column, purpose, release, pseudonym, barred }) };
  });
  const looks = verdicts.flatMap(({ column, finding, verdict }): LookInput[] =>
    verdict.kind === 'look'
      ? [{ column, finding, release, k, reason: verdict.reason, recognisable: verdict.recognisable }]
      : [],
  );
  const between = async (done: number): Promise<void> => {
    await breathe();
    input.onProgress?.(done, columns.length + 1);
  };
  const sampled = verdicts.filter(({ verdict }) => verdict.kind !== 'fixed').map(({ column }) => column);
  if (sampled.length > 0) await sampleTable(duck, input.relation, sampled, rows, sample);
  const looked = new Map(
    (looks.length === 0 ? [] : await lookAtValues(duck, sample, looks, between)).map((choice) => [
      choice.column.name,
      choice,
    ]),
  );
  const choices = verdicts.map(({ column, finding, verdict }): Choice => {
    if (verdict.kind === 'look') return looked.get(column.name)!;
    return verdict.kind === 'fixed' ? { ...verdict, column } : { ...verdict, column, finding };
  });
  const recipe = await meetTarget(duck, input, choices, rows, sample, profiles, breathe);
  input.onProgress?.(columns.length + 1, columns.length + 1);
  return recipe;
}

/** A recipe is only proposed where running it can keep the word. */
async function refuseFew(duck: Duck, { relation, k }: RecommendInput, person: string | null): Promise<void> {
  const [all] = await duck.query<{ f: number }>(
    classesSql(relation, [], person === null ? undefined : `nullif(${person}, '')`),
  );
  const people = Number(all?.f ?? 0);
  if (people < k) throw new Failure('TARGET_MISSED', recommendText.fewInAll(people, person !== null, k));
}

/** Searches the ladders' levels, then measures the finished recipe as the release will; where it misses, aims lower. */
async function meetTarget(
  duck: Duck,
  input: RecommendInput,
  choices: Choice[],
  rows: number,
  sample: string,
  profiles: Map<string, ColumnProfile>,
  breathe: () => Promise<void>,
): Promise<Recipe> {
  const physical = new Map(input.columns.map((column) => [column.name, quoteIdentifier(column.physical)]));
  const counted = await countedPerson(input, input.findings);
  const profile = counted === null ? undefined : profiles.get(counted.name);
  const people =
    profile !== undefined &&
    countsPeople({ rows: profile.rows, filled: profile.rows - profile.nulls, distinct: profile.distinct });
  const person = people && counted !== null ? quoteIdentifier(counted.physical) : null;
  if (input.release === 'anonymised') await refuseFew(duck, input, person);
  const taken = mayLeave({
    release: input.release,
    onConsent: input.onConsent === true || restsOnConsent(input.purpose),
    ledger: input.ledger,
    referenceDate: input.referenceDate,
    columns: factColumns(input.findings, physical),
    outputs: [],
    policy: policyOn(input.referenceDate, input.overrides),
  });
  const relation =
    taken.length === 0 ? input.relation : `(SELECT * FROM ${input.relation} WHERE ${taken.join(' AND ')})`;
  const on: Measuring = { duck, input, relation, person };
  if (input.way === 'wide' || input.way === 'synthetic')
    return onWholeTable({ on, choices, sample, rows, share: 0, breathe }, input.way);
  if (input.tables !== undefined)
    return asTables({ on, choices, sample, rows, share: input.suppression, breathe }, input.tables);
  for (let share = input.suppression; ; share = share / 2 - 1e-9) {
    const recipe = await forPurpose({ on, choices, sample, rows, share: Math.max(0, share), breathe });
    const small = await smallRows(on, recipe);
    // What was searched on a sample can miss on the whole file.
    if (small <= rows * input.suppression || share <= 0)
      return input.way === 'counts' ? asCounts(recipe, input.k) : recipe;
  }
}

/** What the search finds; where people are targeted by it, found again without what stands in for barred columns. */
async function forPurpose(search: Omit<Parameters<typeof chooseLevels>[0], 'ladders'>): Promise<Recipe> {
  const { on } = search;
  let { choices } = search;
  for (;;) {
    const ladders = choices.filter((choice): choice is Ladder => choice.kind === 'ladder');
    const recipe = assemble(on.input, choices, await chooseLevels({ ...search, choices, ladders }));
    const without = on.input.release === 'targeting' ? await withoutStandIns(on, choices, recipe) : choices;
    // Another column may take the place of one that went, and each goes once.
    if (without === choices) return recipe;
    choices = without;
  }
}
