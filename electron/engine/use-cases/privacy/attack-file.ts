import { Failure } from '#shared/contract/failure.ts';
import { formatOfEnding } from '#shared/domain/output-formats.ts';
import { worstVerdict, type AttackLimits, type AttackReport } from '#shared/domain/attack-results.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { policyOn } from '#shared/policy/index.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { attackText as text } from '#shared/text/attack.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { extname } from 'node:path';
import { z } from 'zod';
import { attackAsItIs } from '#engine/anonymise/attack/attack-as-it-is.ts';
import { attackSeed, attackTargets } from '#engine/anonymise/attack/usual-attack.ts';
import { equalRows } from '#engine/anonymise/attack/equal-rows.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedColumn, CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { keysFromFile } from '#engine/keys/keys-from-file.ts';
import { readKeyFile } from '#engine/keys/read-key-file.ts';
import { sensitiveColumns } from '#engine/privacy/sensitive-columns.ts';
import { attackLimits, attackRows } from '#engine/release/attack-rows.ts';
import { codeWritten } from '#engine/release/code-written.ts';
import { formats } from '#engine/release/formats/index.ts';
import { measureOutput } from '#engine/release/measure-output.ts';
import { transformRows } from '#engine/run-recipe/transform-rows.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withFile } from '#engine/tables/from-file.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { releaseBasis } from '../releases/release-basis.ts';

interface AskedAttack {
  /** The released file. */
  grantId: string;
  options?: Partial<IntakeOptions> | undefined;
  sourceGrantId: string;
  /** What it was made with; undefined: nobody knows. */
  recipe?: Recipe | undefined;
  keyGrantId?: string | undefined;
  /** YYYY-MM-DD in place of the recipe's day. */
  today?: string | undefined;
  /** In place of what the policy in force says. */
  limits: Partial<AttackLimits>;
}

/** A file's cells as numbers, under the names of its columns. */
const codeFile = ({ duck, relation, columns }: TableInHand, signal: AbortSignal): Promise<CodedTable> =>
  codeTable({
    duck,
    relation,
    columns: columns.map(({ name, physical }) => ({ name, sql: quoteIdentifier(physical) })),
    signal,
  });

type Found = Pick<
  AttackReport,
  'relinkable' | 'compared' | 'madeOtherwise' | 'halves' | 'sourceRows' | 'attacks' | 'refinement' | 'notes'
> & {
  unique: number;
};

/**
 * What an outsider finds in a released file. With the recipe it was made with, random halves of the source are released by
 * it and attacked, the other half being the control; without one only what needs no control is told.
 * @throws Failure WRONG_USAGE, RECIPE_INVALID, KEY_MISSING, REGISTER_CONTRADICTS, FILE_DAMAGED, JOB_CANCELLED
 */
export async function attackFile(state: EngineSession, job: JobContext, asked: AskedAttack): Promise<AttackReport> {
  const { recipe, today } = asked;
  if (today !== undefined && !z.iso.date().safeParse(today).success)
    throw new Failure('WRONG_USAGE', releaseText.dayIsNoDate);
  const day = today ?? recipe?.referenceDate ?? state.today();
  const limits = { ...attackLimits(policyOn(day, state.policyOverrides())), ...asked.limits };
  return withFile(state, asked, jobPart(job, 0, 10), async (file) => {
    const released = await codeFile(file, job.signal);
    file.holdCount(released.rows);
    const against = (source: TableInHand): Promise<Found> => {
      const whole = { released, source, limits, job: jobPart(job, 20, 100), day, fileName: file.fileName };
      return recipe === undefined ? withoutRecipe(whole) : withRecipe(state, whole, { ...asked, recipe });
    };
    const { found, source } = await withFile(
      state,
      { grantId: asked.sourceGrantId },
      jobPart(job, 10, 20),
      async (table) => {
        const made = await against(table);
        await table.unchanged?.();
        return { found: made, source: table.fileName };
      },
      { forRelease: true },
    );
    const { unique, ...rest } = found;
    return {
      file: file.fileName,
      source,
      recipe: recipe?.purpose ?? null,
      rows: released.rows,
      columns: released.columns.map(({ name }) => name),
      uniqueAllColumns: unique,
      uniqueShare: released.rows === 0 ? 0 : unique / released.rows,
      limits,
      ...rest,
      verdict: worstVerdict(found.attacks),
    };
  });
}

interface Against {
  released: CodedTable;
  source: TableInHand;
  limits: AttackLimits;
  job: JobContext;
  /** YYYY-MM-DD that ages and limits count from. */
  day: string;
  fileName: string;
}

const shareOf = (rows: number, { rows: all }: CodedTable): number => (all === 0 ? 0 : rows / all);

/** Whether every value of the released column is one of the source's. */
function readsAlike(released: CodedColumn, source: CodedColumn | undefined): boolean {
  if (source === undefined) return false;
  const known = new Set(source.values.map((value) => value ?? ''));
  return released.values.every((value) => known.has(value ?? ''));
}

/** Columns that read as the source does are compared, and attacked without a control. */
async function withoutRecipe({ released, source, limits, job }: Against): Promise<Found> {
  const people = await codeFile(source, job.signal);
  source.holdCount(people.rows);
  const byName = new Map(people.columns.map((column) => [column.name, column]));
  const alike = released.columns.filter((column) => readsAlike(column, byName.get(column.name)));
  const compared = alike.map(({ name }) => name);
  const others = released.columns.filter((column) => !alike.includes(column)).map(({ name }) => name);
  const { unique, one } = equalRows(released, people, compared);
  const notes = [
    text.noControl,
    ...(compared.length === 0 ? [text.nothingCompared] : []),
    ...(compared.length > 0 && others.length > 0 ? [text.notCompared(others)] : []),
  ];
  const comparable = { ...released, columns: alike };
  const { results } = await attackAsItIs({
    released: comparable,
    people,
    targets: attackTargets,
    limits,
    seed: attackSeed,
    signal: job.signal,
  });
  const relinkable = compared.length === 0 ? null : shareOf(one, released);
  return {
    unique,
    relinkable,
    compared,
    madeOtherwise: null,
    halves: 0,
    sourceRows: people.rows,
    attacks: results,
    refinement: null,
    notes,
  };
}

/** Releases and attacks halves of the source, and holds the file against what the recipe makes of all of it. */
async function withRecipe(
  state: EngineSession,
  { released, source, limits, job, day, fileName }: Against,
  { recipe, keyGrantId, today }: AskedAttack & { recipe: Recipe },
): Promise<Found> {
  const { signal } = job;
  const basis = await releaseBasis(state, source, { recipe, workingRecipe: false, today });
  const keys =
    keyGrantId === undefined
      ? (state.workspace?.keys ?? null)
      : keysFromFile(await readKeyFile(state.grants.readPath(keyGrantId, 'key')));
  const { spreadsheet, emptyIsNull } = formats[formatOfEnding(extname(fileName).slice(1)) ?? 'csv'];
  const rows = await transformRows({ ...basis, keys, referenceDate: day, spreadsheet, emptyIsNull, signal });
  try {
    const measured = await measureOutput(rows, { recipe, findings: basis.findings, signal });
    const made = await codeWritten(rows, keys, signal);
    const names = made.columns.map(({ name }) => name);
    const compared = released.columns.map(({ name }) => name).filter((name) => names.includes(name));
    const { unique, one, none } = equalRows(released, made, compared);
    const progress = (share: number): void =>
      job.progress({ phase: jobsText.phases.attacking, done: Math.round(100 * share), total: 100, unit: 'percent' });
    const { guarded } = sensitiveColumns(recipe, rows.compiled.outputs, basis.findings);
    const found = await attackRows({
      rows,
      measured,
      anonymised: recipe.release === 'anonymised',
      guarded,
      limits,
      signal,
      onProgress: progress,
    });
    return {
      unique,
      relinkable: compared.length === 0 ? null : shareOf(one, released),
      compared,
      madeOtherwise: none,
      halves: found?.halves ?? 0,
      sourceRows: found?.rows ?? 0,
      attacks: found?.results ?? [],
      refinement: measured.way?.id === 'group-rows' ? await measured.way.refine(signal) : null,
      notes: notesOf({ released, names, compared, none, attacked: found !== null }),
    };
  } finally {
    await rows.close();
  }
}

interface Compared {
  released: CodedTable;
  /** Columns that the recipe writes. */
  names: readonly string[];
  compared: readonly string[];
  none: number;
  attacked: boolean;
}

function notesOf({ released, names, compared, none, attacked }: Compared): string[] {
  const missing = names.filter((name) => !compared.includes(name));
  const others = released.columns.map(({ name }) => name).filter((name) => !compared.includes(name));
  return [
    ...(none > 0 ? [text.madeOtherwise(none, released.rows)] : []),
    ...(missing.length > 0 ? [text.missingColumns(missing)] : []),
    ...(others.length > 0 ? [text.notCompared(others)] : []),
    ...(attacked ? [] : [text.notAttacked]),
  ];
}
