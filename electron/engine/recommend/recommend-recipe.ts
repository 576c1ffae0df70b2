import { randomUUID } from 'node:crypto';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import { recipeFormat, recipeFormatVersion, type Recipe, type ReleaseKind } from '#shared/domain/recipe-file.ts';
import { quasiIdentifiers } from '#shared/guardrails/output-view.ts';
import { compileRecipe, onlyOutputs, writeDuckSql } from '#shared/recipe/compile-recipe.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import { interruptOnAbort } from '#engine/analysis/interrupt-on-abort.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { installKeyedHash, removeKeyedHash } from '#engine/analysis/keyed-hash.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { classesSql } from '#engine/privacy/classes.ts';
import { countsPeople, personColumn } from '#engine/release/person-column.ts';
import { rowFacts } from '#engine/release/row-facts.ts';
import { ageColumn, choose, pseudonymColumn, regionColumn } from './choose.ts';
import { collectSteps, type ColumnStep } from './collect-steps.ts';
import { isNeeded } from './needed.ts';
import { lookAtValues, type LookInput } from './look-at-values.ts';
import { sampleTable } from './sample-values.ts';
import { searchLevels } from './search-levels.ts';
import { spec, type Choice } from './step-spec.ts';
import { loadTuples, type Ladder } from './tuples.ts';

export interface RecommendInput {
  duck: Duck;
  /** FROM-clause expression with columns c1…cn, all VARCHAR. */
  relation: string;
  columns: SourceColumn[];
  findings: Finding[];
  profiles: ColumnProfile[];
  purpose: Purpose;
  release: ReleaseKind;
  k: number;
  /** Share (0..1) of rows that may be suppressed. */
  suppression: number;
  /** YYYY-MM-DD. */
  referenceDate: string;
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** More rows than this are searched on a sample; the whole file then has the last word. */
const searchRows = 2_000_000;

const unknownFinding = (name: string): Finding => ({ name, class: 'non_pii', category: 'other', type: 'unknown', flags: [], confidence: 0, needsReview: true, runnerUp: null, evidence: [], notes: [] });

/**
 * Proposes a recipe for a purpose, each step with its reason, and measures it on the whole file: in the rows it leaves, every combination of
 * recognisable values is shared by at least k people, and no more rows than the limit are suppressed for it. The same input gives the same recipe.
 * Where the file itself has fewer than k people no recipe can do that; the proposal then is the coarsest one and running it says so.
 */
export async function recommendRecipe(input: RecommendInput): Promise<Recipe> {
  const duck = await input.duck.connect();
  const done = interruptOnAbort(duck, input.signal);
  try {
    return await recommendOn(duck, input);
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
  const needed = input.findings.filter((finding) => isNeeded(finding, purpose));
  const age = ageColumn(needed);
  const region = regionColumn(needed);
  const verdicts = columns.map((column) => {
    const finding = findings.get(column.name) ?? unknownFinding(column.name);
    return { column, finding, verdict: choose({ finding, column, purpose, release, pseudonym, age, region }) };
  });
  const looks = verdicts.flatMap(({ column, finding, verdict }): LookInput[] => (verdict.kind === 'look' ? [{ column, finding, release, k, reason: verdict.reason, recognisable: verdict.recognisable }] : []));
  const between = async (done: number): Promise<void> => {
    await breathe();
    input.onProgress?.(done, columns.length + 1);
  };
  if (looks.length > 0) await sampleTable(duck, input.relation, looks.map(({ column }) => column), rows, sample);
  const looked = new Map((looks.length === 0 ? [] : await lookAtValues(duck, sample, looks, between)).map((choice) => [choice.column.name, choice]));
  const choices = verdicts.map(({ column, verdict }): Choice => (verdict.kind === 'fixed' ? { kind: 'fixed', column, step: verdict.step, reason: verdict.reason } : looked.get(column.name)!));
  const recipe = await meetTarget(duck, input, choices, rows, sample, profiles, breathe);
  input.onProgress?.(columns.length + 1, columns.length + 1);
  return recipe;
}

/** Searches the ladders' levels, then measures the finished recipe as the release will; where it misses, coarsens on. */
async function meetTarget(duck: Duck, input: RecommendInput, choices: Choice[], rows: number, sample: string, profiles: Map<string, ColumnProfile>, breathe: () => Promise<void>): Promise<Recipe> {
  const ladders = choices.filter((choice): choice is Ladder => choice.kind === 'ladder');
  const physical = new Map(input.columns.map((column) => [column.name, quoteIdentifier(column.physical)]));
  const personName = personColumn(input.findings);
  const profile = personName === null ? undefined : profiles.get(personName);
  const people = profile !== undefined && countsPeople({ rows: profile.rows, filled: profile.rows - profile.nulls, distinct: profile.distinct });
  const person = people && personName !== null ? (physical.get(personName) ?? null) : null;
  const adults = input.release === 'targeting' ? rowFacts(input.findings, physical, { release: input.release, referenceDate: input.referenceDate, outputs: [] }).find(({ kind }) => kind === 'age') : undefined;
  const relation = adults === undefined ? input.relation : `(SELECT * FROM ${input.relation} WHERE (${adults.sql}) = 1)`;
  const every = Math.max(1, Math.ceil(rows / searchRows));
  const ids = ladders.map(({ column }) => quoteIdentifier(column.physical));
  const searched = every < 2 || ids.length === 0 ? relation : `(SELECT * FROM ${relation} WHERE hash(${person ?? ids.join(', ')}) % ${every} = 0)`;
  const losses = ladders.map(({ levels }) => levels.map(({ loss }) => loss));
  const context = { step: 0, referenceDate: input.referenceDate, keyName: input.purpose.id, k: input.k };
  const tuples = ladders.length === 0 ? null : await loadTuples(duck, searched, sample, ladders, person, context, breathe);
  const coarsest = losses.map((levels) => levels.length - 1);
  let levels = losses.map(() => 0);
  let share = input.suppression;
  for (;;) {
    const found: number[] | null = tuples === null ? levels : await searchLevels({ tuples, losses, k: input.k, allowed: Math.floor((rows / every) * share), start: levels, breathe });
    levels = found ?? coarsest;
    const recipe = assemble(input, choices, ladders, levels);
    const small = await smallRows(duck, input, recipe, relation, person);
    if (small <= rows * input.suppression || levels.every((level, index) => level === coarsest[index])) return recipe;
    // The release's own measure found more: aim lower and never go back to a finer level.
    share = share / 2 - 1e-9;
    if (share < 1e-6) levels = levels.map((level, index) => Math.min(level + 1, coarsest[index] ?? level));
    share = Math.max(0, share);
  }
}

/** Rows in classes below k as the release counts them. Hashed columns do not take part, so any key serves. */
async function smallRows(duck: Duck, input: RecommendInput, recipe: Recipe, relation: string, person: string | null): Promise<number> {
  const extra: SourceColumn[] = person === null ? [] : [{ name: '\u0001person', physical: 'x_person', header: null }];
  const compiled = compileRecipe(recipe, [...input.columns, ...extra], { referenceDate: input.referenceDate });
  const names = new Set(quasiIdentifiers({ findings: input.findings, outputs: compiled.outputs, release: input.release }));
  if (names.size === 0) return 0;
  const qi = compiled.outputs.filter(({ name }) => names.has(name)).map(({ name, physical }) => ({ name, sql: physical }));
  const from = person === null ? relation : `(SELECT *, nullif(${person}, '') AS x_person FROM ${relation})`;
  const last = person === null ? undefined : compiled.outputs.at(-1);
  const counted = onlyOutputs(compiled, last === undefined ? names : new Set([...names, last.name]));
  await installKeyedHash(duck, new Map(compiled.keyNames.map((name) => [name, new Uint8Array(32)])));
  try {
    const [row] = await duck.query<{ n: number | null }>(`SELECT sum(r) AS n FROM (${classesSql(`(${writeDuckSql(counted, from)})`, qi, last?.physical)}) WHERE f < ${input.k}`);
    return Number(row?.n ?? 0);
  } finally {
    await removeKeyedHash(duck);
  }
}

function assemble(input: RecommendInput, choices: Choice[], ladders: Ladder[], levels: number[]): Recipe {
  const { purpose, release, referenceDate, k, suppression, columns } = input;
  const levelOf = new Map(ladders.map((ladder, index) => [ladder, levels[index] ?? 0]));
  const steps = choices.map((choice): ColumnStep => {
    if (choice.kind === 'fixed') return { column: choice.column.name, step: choice.step, reason: choice.reason };
    const level = levelOf.get(choice) ?? 0;
    const step = choice.levels[level]?.step ?? null;
    return { column: choice.column.name, step, reason: step === 'drop' ? recommendText.tooFewShareIt(k) : step === null ? '' : choice.reason };
  });
  const first = steps[0];
  if (first !== undefined && steps.every(({ step }) => step === 'drop')) steps[0] = { ...first, step: spec('redact'), reason: recommendText.onlyRowsRemain(first.reason) };
  const recipe: Recipe = { format: recipeFormat, formatVersion: recipeFormatVersion, purpose: purpose.id, release, referenceDate, target: { k, suppression }, columns: columns.map(({ name }) => name), steps: collectSteps(steps) };
  const { outputs } = compileRecipe(recipe, columns, { referenceDate });
  const quasi = quasiIdentifiers({ findings: input.findings, outputs, release });
  if (quasi.length > 0) recipe.steps.push({ op: 'suppress-small-classes', version: 1, settings: { columns: quasi }, reason: recommendText.sharedTogether(k), enabled: true });
  return recipe;
}
