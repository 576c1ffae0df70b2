import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import type { assessment } from '#shared/contract/recipes.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { LedgerInHand } from '#engine/facts/ledger-lookup.ts';
import type { PolicyOverride } from '#shared/domain/policy-override.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { ReleasedName } from '#shared/guardrails/guard-input.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { withMap } from '#shared/domain/recipe-target.ts';
import { columnsInRole } from '#shared/domain/recipe-roles.ts';
import { neededFacts } from '#shared/guardrails/index.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { AttackFindings } from '#shared/domain/attack-results.ts';
import { attackForCertificate } from '#engine/release/attack-rows.ts';
import { measureRisk } from '#engine/privacy/measure/measure-risk.ts';
import { detailLoss } from '#engine/run-recipe/detail-loss.ts';
import { guardRelease, type AskRegister } from '#engine/release/guard-release.ts';
import { classTexts } from '#engine/release/leave-out-unmapped.ts';
import { countPopulation, type PopulationCounter, type PopulationTable } from '#engine/release/population-counter.ts';
import { fewest } from '#engine/release/recompute.ts';
import { holdAgainstEditions } from '#engine/release/hold-against-editions.ts';
import { remakeEarlier, type EarlierRelease } from '#engine/release/join-earlier.ts';
import { judgeModels, modelsToJudge, readsValues } from '#engine/privacy/judge-models.ts';
import { sensitiveColumns } from '#engine/privacy/sensitive-columns.ts';
import { targetMisses, type TargetMiss } from '#engine/privacy/target-misses.ts';
import { measureOutput, type MeasuredOutput } from '#engine/release/measure-output.ts';
import { viewFromOutside, type OutsiderView } from '#engine/release/outsider-view.ts';
import { unlistedValues } from '#engine/release/refuse-unlisted.ts';
import { noiseSecret, planHash } from '#engine/run-recipe/plan-hash.ts';
import { spentTogether } from '#engine/release/spent-together.ts';
import { previewKeys } from '#engine/run-recipe/preview-keys.ts';
import { labelRelease, type LabelledRelease } from '#engine/release/release-label.ts';
import type { ReleaseSource } from '#engine/run-recipe/recipe-source.ts';
import type { ReleaseLabel } from '#shared/domain/release-figures.ts';
import { wordOfWay } from '#engine/release/refuse.ts';
import { isDrawn } from '#engine/run-recipe/ways/apply-way.ts';
import { blockingOf } from './blocking-of.ts';
import { transformRows, type TransformInput, type TransformedRows } from '#engine/run-recipe/transform-rows.ts';

export type Assessment = z.infer<typeof assessment>;

export interface AssessInput {
  source: Pick<ReleaseSource, 'duck' | 'relation' | 'columns' | 'sha256' | 'onList'>;
  recipe: Recipe;
  findings: readonly Finding[];
  unconfirmed: readonly string[];
  purpose: Purpose | null;
  /** The register of processing says that the purpose rests on consent. */
  onConsent?: boolean;
  /** The consent ledger, where it has events for the purpose. */
  ledger?: LedgerInHand | null;
  /** Null: keyed hashes are computed with a throw-away key, which changes no number. */
  keys: ReleaseKeys | null;
  workspace: object | null;
  declared: AskRegister;
  /** Names that go with the release, besides its segment's. */
  names?: readonly ReleasedName[];
  /** What the workspace sets in place of policy rows. */
  overrides: readonly PolicyOverride[];
  /** Earlier releases of the same source; null where no register tells of any. */
  earlier: readonly EarlierRelease[] | null;
  /** The table of everybody that the source was drawn from, where the target asks for one and it is at hand. */
  population?: PopulationTable | null;
  /** Attacks it as its release would be; takes seconds. */
  attacked?: boolean;
  /** Private directory that the source's data engine may write to. */
  workDirectory: string;
  signal?: AbortSignal | undefined;
}

/**
 * Where the whole output of a recipe stands, without writing it: the same transformation, counting and guardrails as
 * `runRelease`.
 * @throws Failure RECIPE_INVALID, JOB_CANCELLED
 */
export async function assessRecipe(input: AssessInput): Promise<Assessment> {
  const { source, recipe, findings, signal } = input;
  const transform: TransformInput = {
    source,
    recipe,
    purpose: input.purpose,
    onConsent: input.onConsent ?? false,
    ledger: input.ledger ?? null,
    facts: neededFacts,
    findings,
    keys: input.keys ?? previewKeys(),
    referenceDate: recipe.referenceDate,
    overrides: input.overrides,
    spreadsheet: true,
    emptyIsNull: false,
    signal,
  };
  const rows = await transformRows(transform);
  const { counter, why } = await populationOf(transform, rows, input.population ?? null);
  try {
    // What is drawn is drawn as the release would draw it.
    const secret = noiseSecret(input.keys, source.sha256, rows.compiled);
    const measured = await measureOutput(rows, { recipe, findings, secret, population: counter, signal });
    const { measure, risk } = measured;
    const { label, statement, tests, missing, attacks, outsider, misses } = await lookAhead(input, rows, measured, {
      counter,
      why,
    });
    return {
      rowsIn: measure.rowsIn,
      rowsOut: measure.rowsOut,
      suppressed: isDrawn(measured.way) ? 0 : measure.rowsIn - measure.rowsOut,
      columns: rows.compiled.outputs.length,
      k: measure.k,
      uniqueRows: risk.unique.rows,
      quasiIdentifiers: measure.quasiIdentifiers,
      counted: measure.quasiIdentifiers,
      uniqueAllColumns: outsider.uniqueAllColumns,
      relinkable: outsider.relinkable,
      earlierReleases: outsider.earlierReleases,
      ...(outsider.earlierEditions.length > 0 && { earlierEditions: outsider.earlierEditions }),
      countsPersons: measure.countsPeople,
      histogram: risk.histogram,
      detailLoss: await detailLoss(rows, {
        columns: source.columns,
        relation: source.relation,
        kept: measured.kept,
        rowsOut: measure.rowsOut,
        losses: measured.losses,
        signal,
      }),
      failedCasts: measure.failedCasts,
      findings: guardRelease(input, rows, measured),
      attacks,
      // As slow as they are.
      ...(input.attacked === true && { blocking: await blockingOf(rows, measured, signal) }),
      label,
      statement,
      tests,
      missing: [...why, ...unlistedValues(recipe, rows), ...refusals(recipe, measured, { label, missing, misses })],
    };
  } finally {
    await counter?.close();
    await rows.close();
  }
}

/** A population under the recipe; where it cannot be counted, why. */
async function populationOf(
  transform: TransformInput,
  rows: TransformedRows,
  population: PopulationTable | null,
): Promise<CountedPopulation> {
  try {
    return { counter: await countPopulation(transform, rows, population), why: [] };
  } catch (error) {
    if (error instanceof Failure && (error.code === 'WRONG_USAGE' || error.code === 'TARGET_MISSED'))
      return { counter: null, why: [error.message] };
    await rows.close();
    throw error;
  }
}

interface CountedPopulation {
  counter: PopulationCounter | null;
  why: string[];
}

/** People of the population in the class with fewest. */
async function fewestOf(counter: PopulationCounter, { duck }: TransformedRows, { kept, qi }: MeasuredOutput) {
  return fewest(await counter.peopleIn(qi, await classTexts(duck, kept, qi, undefined)));
}

/** Why a release would be refused; one that is called as its way asks for is not. */
function refusals(
  recipe: Recipe,
  { way }: MeasuredOutput,
  { label, missing, misses }: { label: ReleaseLabel; missing: string[]; misses: TargetMiss[] },
): string[] {
  if (recipe.release !== 'anonymised') return misses.map(({ sentence }) => sentence);
  return [...unsaid(misses), ...(way !== null && label === wordOfWay[way.id] ? [] : missing)];
}

/** What an anonymised release misses of its target beside what already keeps the word away. */
const unsaid = (misses: readonly TargetMiss[]): string[] =>
  misses.filter(({ reason }) => reason === 'no-column').map(({ sentence }) => sentence);

/** What is measured of each sensitive column over the classes of the others. */
async function sensitiveRisks(
  { recipe, signal }: AssessInput,
  { compiled: { outputs }, duck }: TransformedRows,
  { kept, qi, person }: MeasuredOutput,
  sensitive: readonly string[],
) {
  const risks = [];
  for (const name of sensitive) {
    const sql = outputs.find((output) => output.name === name)!.physical;
    const counted = readsValues(recipe.target.models);
    const others = qi.filter((other) => other.name !== name);
    const asked = { qi: others, sensitive: [{ name, sql }], counted, person: person?.sql, signal };
    risks.push({ column: name, risk: await measureRisk(duck, kept, asked) });
  }
  return risks;
}

/** What the release would be called and why, measured on the rows that would be written. */
async function lookAhead(
  input: AssessInput,
  rows: TransformedRows,
  measured: MeasuredOutput,
  { counter, why }: CountedPopulation,
): Promise<LabelledRelease & { attacks: AttackFindings | null; outsider: OutsiderView; misses: TargetMiss[] }> {
  const { recipe, findings, signal } = input;
  const { outputs } = rows.compiled;
  const { duck } = rows;
  const directory = join(input.workDirectory, `assess-${randomUUID()}`);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  try {
    const person = measured.person?.sql;
    const { guarded, sensitive } = sensitiveColumns(recipe, outputs, findings);
    const column = (name: string) => ({ name, sql: outputs.find((output) => output.name === name)!.physical });
    const risks = await sensitiveRisks(input, rows, measured, sensitive);
    const beside = { source: input.source, findings, directory, signal };
    const earlier = input.earlier && (await remakeEarlier({ rows, measured }, input.earlier, beside));
    const inference =
      recipe.release === 'anonymised' && !isDrawn(measured.way)
        ? { counted: measured.qi, further: guarded.map(column), person }
        : null;
    const view = {
      written: measured.kept,
      leftOut: measured.leftOut,
      drawn: isDrawn(measured.way),
      columns: outputs.map(({ physical }) => physical),
      rows: measured.measure.rowsOut,
      earlier,
      editions: await holdAgainstEditions({ rows, measured }, input.earlier, beside),
      inference,
    };
    const outsider = await interruptible(duck, signal, () => viewFromOutside(duck, view));
    // A table that could not be counted says nothing of the classes; why not is said by itself.
    const judged = why.length === 0 ? recipe : { ...recipe, target: withMap(recipe.target, null) };
    const models = judgeModels(modelsToJudge(judged.target.models, sensitive), {
      population: counter && (await fewestOf(counter, rows, measured)),
      k: measured.measure.k,
      histogram: measured.risk.histogram,
      sensitive: risks,
    });
    // What is typed is answered at once: attacks take seconds.
    const attacks =
      input.attacked === true && recipe.release === 'anonymised'
        ? await attackForCertificate(rows, measured, { guarded, signal })
        : null;
    return {
      ...labelRelease({
        release: recipe.release,
        identifying: columnsInRole(recipe, 'identifying'),
        outputs,
        findings,
        measure: measured.measure,
        models,
        outsider,
        attacks,
        keptOrder: false,
        way: measured.way,
        spent: await spentTogether({
          way: measured.way,
          earlier: input.earlier,
          ...beside,
          isSameNoise: ({ made }) => made?.planHash === planHash(rows.compiled),
        }),
      }),
      attacks,
      outsider,
      misses: targetMisses(judged, models),
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
