import { Failure } from '#shared/contract/failure.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kOf } from '#shared/domain/recipe-target.ts';
import { lineageOf } from '#shared/plan/lineage.ts';
import { chain, columnsOf, columnsRead, nodesOf, type Plan, type Way } from '#shared/plan/plan-node.ts';
import { findPurpose } from '#shared/purposes/index.ts';
import { keyNamesOf } from '#shared/plan/keyed-hashes.ts';
import { rewritePlan } from '#shared/plan/rewrites/index.ts';
import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { failuresOf, writeSql } from '#shared/sql/write-sql.ts';
import { recipeFileText } from '#shared/text/recipe.ts';
import { checkRecipe } from './check-recipe.ts';
import type { OutputType, Treatment } from './operation.ts';
import { readStep } from './read-step.ts';

export interface CompiledOutput {
  /** Display name: a file's header. */
  name: string;
  /** o1…on: its name in the compiled SELECT. Every output column is VARCHAR there. */
  physical: string;
  /** Source columns its values are computed from, by display name. */
  sources: string[];
  treatment: Treatment;
  /** The type each of its texts can be read as without loss. */
  valueType: OutputType;
  /** Where its values were moved between rows: outputs that say the same here moved as one value. */
  moved?: string;
}

export interface CompiledRecipe {
  /** Without the choice and the suppression of rows: who is left out is counted, by a second pass. */
  plan: Plan;
  outputs: CompiledOutput[];
  /** Columns that are computed to count by and never written, b1…bn; empty where no way asks for any. */
  beside: CompiledOutput[];
  /** What a row of the source has to say to leave at all: each column (display name) its value, or what `or` has besides. */
  segment: { column: string; value: string; or?: string[] }[];
  /** `columns` are display names of outputs; `limit` is a share (0..1) of rows. */
  suppression: { k: number; limit: number; columns: string[] } | null;
  /**
   * What works on all rows together before small classes are left out, in this order; `columns` are display names of
   * outputs.
   */
  ways: { step: number; columns: string[]; way: Way }[];
  needsKey: boolean;
  /** Names of the keys that `installKeyedHash` must be given. */
  keyNames: string[];
  /**
   * Conversions that can fail. `sql` is an aggregate over the rows of `writeDuckSql(…, { checks: true })` that counts
   * the failures.
   */
  castChecks: { step: number; column: string; flag: string; sql: string }[];
  /** One sentence per enabled step, for the certificate and the register. */
  descriptions: { step: number; op: string; sentence: string; reason: string }[];
}

const strength: Record<Treatment, number> = {
  kept: 0,
  perturbed: 1,
  generalised: 1,
  masked: 1,
  'hashed-keyed': 2,
  'hashed-unkeyed': 3,
  redacted: 4,
};

/** What moves with a column is what says the same; null where a way moves no values between rows. */
function movedBy(way: Way, step: number, column: string): string | null {
  if (way.id !== 'swap-ranks' && way.id !== 'pram') return null;
  return way.together ? `step ${step}` : `step ${step}: ${column}`;
}

/** Each pass over changed columns is a level of nesting in SQL; engines stop at a few hundred. */
const mostPasses = 150;

/**
 * Turns a recipe into one plan over a file's columns. Throws `RECIPE_INVALID` with the first problem's sentence.
 * @param options.referenceDate YYYY-MM-DD that ages count from
 * @param options.leaveOut columns that no step names and that are not written
 */
export function compileRecipe(
  recipe: Recipe,
  columns: SourceColumn[],
  options: { referenceDate: string; leaveOut?: readonly string[] },
): CompiledRecipe {
  const [problem, ...more] = checkRecipe(recipe, columns);
  if (problem !== undefined)
    throw new Failure('RECIPE_INVALID', recipeFileText.compile.cannotRun(problem.sentence, more.length), {
      findings: [problem, ...more],
    });
  let plan: Plan = { kind: 'source', columns: columns.map(({ name, physical }) => ({ name, physical })) };
  let suppression: CompiledRecipe['suppression'] = null;
  const ways: CompiledRecipe['ways'] = [];
  const moved = new Map<string, string>();
  const segment: CompiledRecipe['segment'] = [];
  const treatments: Treatments = new Map();
  const descriptions: CompiledRecipe['descriptions'] = [];
  recipe.steps.forEach((step, index) => {
    if (!step.enabled) return;
    const read = readStep(step);
    if (!read.ok) return;
    const { operation, settings } = read;
    const next = operation.plan(settings, plan, {
      step: index,
      referenceDate: options.referenceDate,
      keyName: findPurpose(recipe.purpose)?.id ?? recipe.purpose,
      k: kOf(recipe),
    });
    if (next.kind === 'keep-large-classes')
      suppression = { k: kOf(recipe), limit: recipe.target.suppression, columns: next.columns };
    else if (next.kind === 'whole-table') {
      ways.push({ step: index, columns: next.columns, way: next.way });
      for (const column of next.columns) {
        const how = movedBy(next.way, index, column);
        if (how !== null) moved.set(column, how);
      }
      plan = countsAlone(next.way) ? onlyCounted(next.from, next.columns, index) : next.from;
    } else if (next.kind === 'keep-rows')
      segment.push(...next.columns.map((column) => ({ column, value: next.value, ...(next.or && { or: next.or }) })));
    else plan = next;
    for (const { column, treatment, valueType } of operation.effect(settings).changes) {
      const before = treatments.get(column)?.treatment ?? 'kept';
      treatments.set(column, { treatment: strength[treatment] >= strength[before] ? treatment : before, valueType });
    }
    descriptions.push({ step: index, op: operation.id, sentence: operation.describe(settings), reason: step.reason });
  });
  if (options.leaveOut !== undefined && options.leaveOut.length > 0)
    plan = { kind: 'drop', from: plan, step: recipe.steps.length, columns: [...options.leaveOut] };
  plan = rewritePlan(plan);
  const passes = nodesOf(plan).filter(({ kind }) => kind === 'change').length;
  if (passes > mostPasses)
    throw new Failure('RECIPE_INVALID', recipeFileText.compile.tooManyPasses(passes, mostPasses));
  const keyNames = keyNamesOf(plan);
  return {
    plan,
    ...columnsMade(plan, { treatments, moved, unwritten: new Set(ways.flatMap(unwrittenOf)) }),
    segment,
    suppression,
    ways,
    needsKey: keyNames.length > 0,
    keyNames,
    castChecks: failuresOf(plan).map(({ step, column }, index) => ({
      step,
      column,
      flag: failureFlag(index),
      sql: `count(CASE WHEN ${failureFlag(index)} THEN 1 END)`,
    })),
    descriptions,
  };
}

type Treatments = Map<string, { treatment: Treatment; valueType: OutputType }>;

/** The columns of a plan: those that are written, and those that are only counted by. */
function columnsMade(
  plan: Plan,
  of: { treatments: Treatments; moved: ReadonlyMap<string, string>; unwritten: ReadonlySet<string> },
): Pick<CompiledRecipe, 'outputs' | 'beside'> {
  const lineage = lineageOf(plan);
  const made = (names: readonly string[], prefix: string): CompiledOutput[] =>
    names.map((name, index) => ({
      name,
      physical: `${prefix}${index + 1}`,
      sources: lineage.get(name) ?? [],
      ...(of.treatments.get(name) ?? { treatment: 'kept', valueType: 'text' }),
      ...(of.moved.has(name) ? { moved: of.moved.get(name)! } : {}),
    }));
  const names = columnsOf(plan);
  return {
    outputs: made(
      names.filter((name) => !of.unwritten.has(name)),
      'o',
    ),
    beside: made(
      names.filter((name) => of.unwritten.has(name)),
      'b',
    ),
  };
}

/** Columns of other tables than the one that is written, and numbers that are written as sums alone. */
function unwrittenOf({ way, columns }: CompiledRecipe['ways'][number]): string[] {
  if (way.id === 'count-rows') return (way.measures ?? []).map(({ column }) => column);
  if (way.id !== 'narrow-tables') return [];
  const written = new Set(way.tables.find(({ name }) => name === way.write)?.columns);
  return columns.filter((name) => !written.has(name));
}

/** Whether a way is about its columns and no others. */
const countsAlone = ({ id }: Way): boolean => id === 'count-rows' || id === 'narrow-tables';

/** Beside what is counted no other column has anything to say; what the engine counts by has no header and stays. */
function onlyCounted(plan: Plan, counted: readonly string[], step: number): Plan {
  const others = columnsOf(plan).filter((name) => !counted.includes(name) && !name.startsWith('\u0001'));
  return others.length === 0 ? plan : { kind: 'drop', from: plan, step, columns: others };
}

/**
 * The compiled recipe with these outputs and columns beside them only, under the physical names they have: what the
 * others need is not computed.
 */
export function onlyOutputs(compiled: CompiledRecipe, names: ReadonlySet<string>): CompiledRecipe {
  const nodes = nodesOf(
    rewritePlan({
      kind: 'drop',
      from: compiled.plan,
      step: 0,
      columns: columnsOf(compiled.plan).filter((name) => !names.has(name)),
    }),
  );
  const read = new Set([
    ...names,
    ...nodes.flatMap((node) => (node.kind === 'change' ? node.changes.flatMap(columnsRead) : [])),
  ]);
  const plan = chain(
    nodes.map((node) =>
      node.kind === 'source' ? { ...node, columns: node.columns.filter(({ name }) => read.has(name)) } : node,
    ),
  );
  const place = ({ step, column }: { step: number; column: string }): string => `${step} ${column}`;
  const checks = new Map(compiled.castChecks.map((check) => [place(check), check]));
  return {
    ...compiled,
    plan,
    outputs: compiled.outputs.filter(({ name }) => names.has(name)),
    beside: compiled.beside.filter(({ name }) => names.has(name)),
    castChecks: failuresOf(plan).flatMap((failure) => checks.get(place(failure)) ?? []),
  };
}

const failureFlag = (index: number): string => `f${index + 1}`;

/**
 * The compiled recipe as one DuckDB SELECT over `relation` (c1…cn, all VARCHAR), without suppression. Yields the outputs
 * and the columns beside them under their physical names, all VARCHAR; with `checks` also one BOOLEAN f1…fm per
 * conversion that can fail.
 */
export function writeDuckSql(compiled: CompiledRecipe, relation: string, options: { checks?: boolean } = {}): string {
  const physical = new Map(columnsInTable(compiled).map((column) => [column.name, column.physical]));
  return writeSql(
    compiled.plan,
    relation,
    columnsOf(compiled.plan).map((name) => physical.get(name)!),
    duckDialect,
    options.checks === true ? { failures: compiled.castChecks.map(({ flag }) => flag) } : {},
  );
}

/** Every column that a recipe computes: what is written, then what it only counts by. */
export const columnsInTable = ({ outputs, beside }: Pick<CompiledRecipe, 'outputs' | 'beside'>): CompiledOutput[] => [
  ...outputs,
  ...beside,
];
