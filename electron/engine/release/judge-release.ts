import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelVerdict } from '#shared/certificate/certificate.ts';
import { Failure } from '#shared/contract/failure.ts';
import { columnsInRole } from '#shared/domain/recipe-roles.ts';
import { told } from '#shared/facts/fact.ts';
import { neededFacts } from '#shared/guardrails/index.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { judgeModels, modelsToJudge, readsValues } from '../privacy/judge-models.ts';
import { sensitiveColumns } from '../privacy/sensitive-columns.ts';
import { targetMisses } from '../privacy/target-misses.ts';
import { noiseSecret, planHash } from '../run-recipe/plan-hash.ts';
import { isDrawn } from '../run-recipe/ways/apply-way.ts';
import { transformRows, type TransformInput, type TransformedRows } from '../run-recipe/transform-rows.ts';
import { attackForCertificate } from './attack-rows.ts';
import { formatOf } from './formats/index.ts';
import { refuseSmallAudience } from './audience-size.ts';
import { refuseUntoldAudience } from './audience-told.ts';
import { guardRelease } from './guard-release.ts';
import { holdAgainstEditions } from './hold-against-editions.ts';
import { remakeEarlier } from './join-earlier.ts';
import { writeLeftOut } from './left-out-file.ts';
import { overrideBlocks, requireBlocking } from './override-blocks.ts';
import { measureOutput, type MeasuredOutput } from './measure-output.ts';
import type { FileBorder } from './place/file-border.ts';
import { countPopulation, type PopulationCounter } from './population-counter.ts';
import { recompute } from './recompute.ts';
import { refuseRelease, refuseTarget, refuseWord } from './refuse.ts';
import { labelRelease } from './release-label.ts';
import { pointsAt } from './edition-answer.ts';
import type { ReleaseInput } from './release-input.ts';
import { refuseUnlisted } from './refuse-unlisted.ts';
import { holdTold } from './run-elsewhere.ts';
import { refuseSpent, spentTogether } from './spent-together.ts';
import { refuseMismatch, stageOutput } from './stage-output.ts';

export type Report = (phase: string, share: number) => void;

/** All that a release is judged by; where it is to lie decides nothing. */
export type JudgedInput = Pick<
  ReleaseInput,
  | 'source'
  | 'recipe'
  | 'findings'
  | 'unconfirmed'
  | 'purpose'
  | 'onConsent'
  | 'ledger'
  | 'declared'
  | 'names'
  | 'overrides'
  | 'overriding'
  | 'keys'
  | 'earlier'
  | 'population'
  | 'workspace'
  | 'keepOrder'
  | 'layout'
  | 'asText'
  | 'form'
  | 'elsewhere'
  | 'workDirectory'
  | 'signal'
>;

/** Where the rows are written to be judged. */
export interface JudgedPlace {
  /** The output's format goes by its ending; its own name stays free. */
  target: string;
  releaseId: string;
  files: FileBorder;
  /** YYYY-MM-DD that ages and limits count from. */
  referenceDate: string;
  report: Report;
  onMeasured?: ((measured: MeasuredOutput) => void) | undefined;
}

export interface JudgedRelease {
  rows: TransformedRows;
  measured: MeasuredOutput;
  output: Staged;
  checked: Checked;
  plan: string;
  /** Null where the target asks for no table of a population. */
  population: PopulationCounter | null;
}

/** What the outputs are counted as when the written file is measured. */
function countedColumns({ recipe, findings }: JudgedInput, rows: TransformedRows, measured: MeasuredOutput) {
  const { outputs } = rows.compiled;
  const { guarded, sensitive } = sensitiveColumns(recipe, outputs, findings);
  const columns = outputs.map(({ name, physical }) => ({
    name,
    qi: measured.qi.some((column) => column.sql === physical),
    sensitive: sensitive.includes(name),
    guarded: guarded.includes(name),
    counts: false,
  }));
  const beside = measured.counted?.columns ?? [];
  return [
    ...columns,
    ...beside.map(({ name }) => ({ name, qi: false, sensitive: false, guarded: false, counts: true })),
  ];
}

interface Written {
  report: Report;
  rows: TransformedRows;
  measured: MeasuredOutput;
  output: Staged;
  work: string;
  target: string;
  population: PopulationCounter | null;
}

/** The attacks that a release to be anonymised is put to; null of any other. */
async function attacksAsked({ recipe, findings, signal }: JudgedInput, { rows, measured, report }: Written) {
  if (recipe.release !== 'anonymised') return null;
  return attackForCertificate(rows, measured, {
    guarded: sensitiveColumns(recipe, rows.compiled.outputs, findings).guarded,
    signal,
    onProgress: (share) => report(jobsText.phases.attacking, 90 + 10 * share),
  });
}

/** Measures the written file by other means, and refuses it where that finds anything else. */
async function checkWritten(input: JudgedInput, written: Written) {
  const { rows, measured, output, work, target, population } = written;
  const { source, recipe, findings, signal } = input;
  const leftOut = await writeLeftOut(rows, measured, { keys: input.keys, directory: work, signal });
  const beside = { source, findings, directory: work, signal };
  const earlier = input.earlier && (await remakeEarlier({ rows, measured }, input.earlier, beside));
  const editions = await holdAgainstEditions({ rows, measured }, input.earlier, beside);
  const checked = await recompute(
    {
      path: output.file.path,
      format: formatOf(target, input.layout, input.form),
      columns: countedColumns(input, rows, measured),
      cells: output.cells,
      longestRow: output.longestRow,
      people: output.people,
      leftOut,
      counts: measured.way?.id === 'count-rows' ? rows.compiled.outputs.length : null,
      drawn: isDrawn(measured.way),
      earlier,
      editions,
      inference: recipe.release === 'anonymised' && !isDrawn(measured.way),
      population: population && ((classes) => population.peopleIn(measured.qi, classes)),
      counted: readsValues(recipe.target.models),
      looked: measured.looked,
    },
    work,
    signal,
  );
  refuseMismatch(checked, measured, output.file);
  if (input.elsewhere !== undefined) holdTold(input.elsewhere, checked, measured.measure.quasiIdentifiers);
  // Judged again by what the file itself holds: hashes are only there now.
  const facts = { ...measured.facts, 'written-values': told(checked.written) };
  const verdicts = overrideBlocks(guardRelease(input, rows, { ...measured, facts }), input.overriding);
  refuseRelease(recipe.release, measured, verdicts);
  const judged = modelsToJudge(
    recipe.target.models,
    checked.sensitive.map(({ column }) => column),
  );
  const models = judgeModels(judged, checked);
  refuseTarget(targetMisses(recipe, models), verdicts);
  const ownPlan = planHash(rows.compiled);
  const spent = await spentTogether({
    way: measured.way,
    earlier: input.earlier,
    source,
    findings,
    directory: work,
    signal,
    // A workspace's key gives the same plan the same noise; without one the same bytes alone say so.
    isSameNoise: ({ releaseId, made }) =>
      input.workspace === null ? releaseId === checked.sha256 : made?.planHash === ownPlan,
  });
  refuseSpent(spent, rows.policy, verdicts);
  const attacks = await attacksAsked(input, written);
  const label = labelRelease({
    release: recipe.release,
    identifying: columnsInRole(recipe, 'identifying'),
    outputs: rows.compiled.outputs,
    findings,
    measure: measured.measure,
    models,
    outsider: checked.outsider,
    attacks,
    keptOrder: input.keepOrder,
    way: measured.way,
    spent,
  });
  refuseWord(
    { release: recipe.release, way: measured.way?.id ?? null },
    { ...label, pointsAt: editions.some(pointsAt) },
    verdicts,
  );
  requireBlocking(verdicts, input.overriding);
  return { checked, findings: verdicts, models: certifiedModels(models, measured), attacks, label, spent };
}

/** Of lines behind which nobody stands no class is told. */
const certifiedModels = (models: readonly ModelVerdict[], { way }: MeasuredOutput): ModelVerdict[] =>
  models.filter(({ column }) => column !== null || !isDrawn(way));

type Staged = Awaited<ReturnType<typeof stageOutput>>;
export type Checked = Awaited<ReturnType<typeof checkWritten>>;

/** Transforms all rows and measures them; refuses what may not be written. */
async function measureRows(
  input: JudgedInput,
  rows: TransformedRows,
  { report, onMeasured }: JudgedPlace,
  population: PopulationCounter | null,
): Promise<MeasuredOutput> {
  const { recipe, findings, signal } = input;
  await input.source.unchanged?.();
  const undecided = new Set(rows.leftOut.map(({ column }) => column));
  if (rows.compiled.outputs.some(({ name }) => undecided.has(name)))
    throw new Failure('TARGET_MISSED', releaseText.nothingDecided([...undecided]));
  refuseUnlisted(recipe, rows);
  report(jobsText.phases.measuring, 40);
  const secret = noiseSecret(input.keys, input.source.sha256, rows.compiled);
  const measured = await measureOutput(rows, { recipe, findings, writes: true, secret, population, signal });
  onMeasured?.(measured);
  const verdicts = overrideBlocks(guardRelease(input, rows, measured), input.overriding);
  refuseRelease(recipe.release, measured, verdicts);
  refuseUntoldAudience(rows, recipe, measured, verdicts);
  await refuseSmallAudience(rows, recipe, measured, verdicts);
  return measured;
}

/**
 * Runs a recipe, writes what comes out under a hidden name and judges it: all that can refuse a release refuses here.
 * `use` gets what passed; afterwards nothing is left but what it gave a name.
 *
 * @throws Failure RECIPE_INVALID, KEY_MISSING, TARGET_MISSED, GUARDRAIL_BLOCKS, DISK_FULL, TARGET_UNWRITABLE,
 *   JOB_CANCELLED; INTERNAL when the written file does not hold what was measured
 */
export async function withJudged<T>(
  input: JudgedInput,
  place: JudgedPlace,
  use: (judged: JudgedRelease) => Promise<T>,
): Promise<T> {
  const { source, recipe, signal, keys, findings } = input;
  const { target, releaseId, files, referenceDate, report } = place;
  const format = formatOf(target, input.layout, input.form);
  const work = join(input.workDirectory, `release-${randomUUID()}`);
  await mkdir(work, { recursive: true, mode: 0o700 });
  let output: Staged | null = null;
  let rows: TransformedRows | null = null;
  let population: PopulationCounter | null = null;
  try {
    report(jobsText.phases.transforming, 0);
    const transform: TransformInput = {
      source,
      recipe: input.elsewhere === undefined ? recipe : { ...recipe, steps: [] },
      treatments: input.elsewhere?.treatments,
      purpose: input.purpose,
      onConsent: input.onConsent ?? false,
      ledger: input.ledger ?? null,
      facts: neededFacts,
      findings,
      keys,
      referenceDate,
      overrides: input.overrides,
      spreadsheet: format.spreadsheet,
      emptyIsNull: format.emptyIsNull,
      codes: true,
      signal,
      onShare: (share) => report(jobsText.phases.transforming, 40 * share),
    };
    rows = await transformRows(transform);
    population = await countPopulation(transform, rows, input.population ?? null);
    const measured = await measureRows(input, rows, place, population);
    report(jobsText.phases.writing, 50);
    const plan = input.elsewhere?.planHash ?? planHash(rows.compiled);
    output = await stageOutput({
      source,
      keys,
      keepOrder: input.keepOrder,
      anonymised: recipe.release === 'anonymised',
      releaseId,
      target,
      rows,
      measured,
      format,
      typed: input.asText !== true,
      findings,
      plan,
      work,
      files,
      signal,
      onShare: (share) => report(jobsText.phases.writing, 50 + 30 * share),
    });
    report(jobsText.phases.checking, 80);
    const checked = await checkWritten(input, { rows, measured, output, work, target, report, population });
    return await use({ rows, measured, output, checked, plan, population });
  } finally {
    // What cannot be cleared now is wiped with the working directory: it decides nothing about a release that stands.
    await output?.file.discard().catch(() => undefined);
    await population?.close().catch(() => undefined);
    await rows?.close().catch(() => undefined);
    await rm(work, { recursive: true, force: true }).catch(() => undefined);
  }
}
