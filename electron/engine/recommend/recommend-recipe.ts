import { randomUUID } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import type { AttackFindings, AttackLimits } from '#shared/domain/attack-results.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { PolicyOverride } from '#shared/domain/policy-override.ts';
import type { NoiseWish } from '#shared/domain/noise-wish.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe, ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { RecommendedWay } from '#shared/domain/recommended-way.ts';
import { barredFlags, policyOn } from '#shared/policy/index.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import { interruptOnAbort } from '#engine/analysis/interrupt-on-abort.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { SuppressedLookup } from '#engine/facts/suppressed-lookup.ts';
import type { LedgerLookup } from '#engine/facts/ledger-lookup.ts';
import { choose, pseudonymColumn } from './choose.ts';
import { lookAtValues, type LookInput } from './look-at-values.ts';
import { sampleTable } from './sample-values.ts';
import { meetTarget } from './meet-target.ts';
import type { Choice } from './step-spec.ts';

/** How many tables at most, and of how many columns each. */
export interface TablesWish {
  most: number;
  size: number;
}

/** Attacks as a release of a recipe is put to them. */
export interface Attacks {
  limits: AttackLimits;
  /** What they find in what a recipe makes of the file; null where there is nothing to attack. */
  on(recipe: Recipe): Promise<AttackFindings | null>;
  /** Tables that a search attacks at most, beside those that say why; absent: so many as the file's rows allow. */
  most?: number | undefined;
  /** Called before each table that a search attacks. @param share of all that it may attack, 0…1 */
  onTry?: ((share: number) => void) | undefined;
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
  /** Of counts and of a synthetic twin. */
  noise?: NoiseWish | undefined;
  k: number;
  /** Share (0..1) of rows that may be suppressed. */
  suppression: number;
  /** YYYY-MM-DD. */
  referenceDate: string;
  /** The register of processing says that the purpose rests on consent. */
  onConsent?: boolean;
  /** The consent ledger, where it has events for the purpose. */
  ledger?: LedgerLookup | 'not-linked' | undefined;
  /** Rows about people on the suppression list, where any are on it. */
  suppressed?: SuppressedLookup | undefined;
  /** What the workspace sets in place of policy rows. */
  overrides: readonly PolicyOverride[];
  /** How an anonymised release is attacked; absent: it is not, and no table is held against attacks. */
  attacks?: Attacks | undefined;
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

/** Tried where attacks leave nothing of the way that was asked for, in this order. */
const instead: readonly RecommendedWay[] = ['narrow', 'levels', 'synthetic'];

/**
 * Proposes a recipe for a purpose, each step with its reason, and measures it on the whole file: in the rows it leaves,
 * every combination of recognisable values is shared by at least k people, no more rows than the limit are
 * suppressed for it, and no attack on it is refused. The same input gives the same recipe.
 *
 * @throws Failure TARGET_MISSED where a release that is to be anonymised starts from fewer than k people, which no recipe
 *   can do, or attacks refuse all recipes of its way; then it names a way that holds, if there is one; JOB_CANCELLED
 */
export async function recommendRecipe(input: RecommendInput): Promise<Recipe> {
  const recipe = await recommendByWay(input);
  if (recipe !== null) return recipe;
  const { way = 'narrow' } = input;
  for (const other of instead.filter((each) => each !== way))
    if (await holds({ ...input, way: other, tables: undefined }))
      throw new Failure('TARGET_MISSED', recommendText.wayRefused.otherWay(way, other));
  throw new Failure('TARGET_MISSED', recommendText.wayRefused.noWay(way));
}

/** Whether there is a recipe of a way that no attack is refused on. @throws Failure JOB_CANCELLED */
async function holds(input: RecommendInput): Promise<boolean> {
  try {
    return (await recommendByWay(input)) !== null;
  } catch (error) {
    if (error instanceof Failure && error.code === 'TARGET_MISSED') return false;
    throw error;
  }
}

/** Null: attacks refuse all that was made by the way. */
async function recommendByWay(input: RecommendInput): Promise<Recipe | null> {
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

async function recommendOn(duck: Duck, asked: RecommendInput): Promise<Recipe | null> {
  const input = withoutMeasured(asked);
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
  const recipe = await meetTarget({ duck, input, choices, rows, sample, profiles, breathe });
  input.onProgress?.(columns.length + 1, columns.length + 1);
  return recipe;
}

/** What is summed up is neither grouped by nor written: the search is about the other columns. */
function withoutMeasured(input: RecommendInput): RecommendInput {
  const measured = new Set(input.noise?.measures?.map(({ column }) => column));
  return measured.size === 0 ? input : { ...input, columns: input.columns.filter(({ name }) => !measured.has(name)) };
}
