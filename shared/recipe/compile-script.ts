import { Failure } from '#shared/contract/failure.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { columnsInRole } from '#shared/domain/recipe-roles.ts';
import type { SqlTarget } from '#shared/domain/sql-targets.ts';
import { call, column as columnOf, text, type Expression } from '#shared/plan/expression.ts';
import { nodesOf } from '#shared/plan/plan-node.ts';
import { duckScript } from '#shared/sql/duckdb/script.ts';
import { CannotWrite } from '#shared/sql/portable/cannot-write.ts';
import { postgresScript } from '#shared/sql/postgres/script.ts';
import { sparkScript } from '#shared/sql/spark/script.ts';
import { comment } from '#shared/sql/script-passes.ts';
import {
  scriptPrefix,
  scriptText,
  writeScript,
  type ScriptDialect,
  type ScriptParts,
} from '#shared/sql/write-script.ts';
import { failuresOf, writeExpression } from '#shared/sql/write-sql.ts';
import { scriptText as words } from '#shared/text/script.ts';
import { compileRecipe, type CompiledRecipe } from './compile-recipe.ts';
import type { Figure } from './sound-figures.ts';
import { undecidedColumns } from './undecided-columns.ts';

const dialects: Record<SqlTarget, ScriptDialect> = {
  duckdb: duckScript,
  postgres: postgresScript,
  spark: sparkScript,
};

/** The longest name of a column in bytes of UTF-8: PostgreSQL cuts longer ones short. */
const longestName: Record<SqlTarget, number> = { duckdb: Infinity, postgres: 63, spark: Infinity };
/** Engines that take `A` and `a` for one column. */
const foldsNames: Record<SqlTarget, boolean> = { duckdb: true, postgres: false, spark: true };

export interface CompiledScript {
  target: SqlTarget;
  compiled: CompiledRecipe;
  /** Statements to be run in order in one session, after the pads of the keys are there. */
  statements: string[];
  /** The same as one text with comments. */
  text: string;
  /** Columns of the table that are not read, because nobody decided on them. */
  leftOut: string[];
  counted: string[];
  sensitive: string[];
  /** What `custos_checks` tells of. */
  figures: Figure[];
}

/** Bytes of UTF-8. */
const bytesOf = (name: string): number =>
  [...name].reduce((sum, { length }, at, all) => sum + (length === 2 ? 4 : widthOf(all[at]!.charCodeAt(0))), 0);
const widthOf = (unit: number): number => (unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3);

/** @throws Failure RECIPE_INVALID for a name that the engine, or the script, takes for another */
function checkNames(names: readonly string[], target: SqlTarget): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    const wrong =
      name === '' || name.includes('\0')
        ? words.refused.noName
        : name.toLowerCase().startsWith(scriptPrefix)
          ? words.refused.ownName(name, scriptPrefix)
          : bytesOf(name) > longestName[target]
            ? words.refused.longName(name, longestName[target])
            : null;
    if (wrong !== null) throw new Failure('RECIPE_INVALID', wrong);
    const folded = foldsNames[target] ? name.toLowerCase() : name;
    const other = seen.get(folded);
    if (other !== undefined) throw new Failure('RECIPE_INVALID', words.refused.sameName(other, name));
    seen.set(folded, name);
  }
}

/** What of a recipe the engine cannot do with the same result, a sentence each. */
function refusals(recipe: Recipe, compiled: CompiledRecipe, dialect: ScriptDialect): string[] {
  const opOf = (step: number): string => recipe.steps[step]?.op ?? '';
  const found = new Set(compiled.ways.map(({ step }) => words.refused.wholeTable(step, opOf(step))));
  for (const node of nodesOf(compiled.plan)) {
    if (node.kind !== 'change') continue;
    for (const change of node.changes) {
      const step = change.step ?? node.step;
      for (const expression of [change.read, change.value, change.fails])
        try {
          if (expression !== undefined) writeExpression(expression, dialect, (name) => name);
        } catch (error) {
          if (!(error instanceof CannotWrite)) throw error;
          found.add(words.refused.function(step, opOf(step), error.what));
        }
    }
  }
  if (compiled.segment.length > 0 && compiled.outputs.some(({ treatment }) => treatment === 'hashed-unkeyed'))
    found.add(words.refused.audience);
  if (compiled.outputs.length === 0) found.add(words.refused.nothingLeft);
  return [...found];
}

/** What a row must say to be chosen, as `keep-rows` says it. */
function keepOf({ segment }: CompiledRecipe): Expression | null {
  const plain = (of: Expression): Expression => call('lower', call('trim', call('nfc', of)));
  const parts = segment.map(({ column, value, or = [] }) =>
    [value, ...or]
      .map((one) => call('equals', plain(columnOf(column)), plain(text(one))))
      .reduce((before, next) => call('or', before, next)),
  );
  return parts.length === 0 ? null : parts.reduce((before, next) => call('and', before, next));
}

/** Outputs that somebody could know of a person: those that small classes are told by, else those of the role. */
function countedOf(recipe: Recipe, { suppression, outputs }: CompiledRecipe): string[] {
  const names = new Set(outputs.map(({ name }) => name));
  const known = suppression?.columns ?? columnsInRole(recipe, 'could-be-known', 'same-for-a-group', 'identifying');
  return known.filter((name) => names.has(name));
}

/** What the checks of a script tell of. */
function figuresOf({ plan }: CompiledRecipe, counted: readonly string[], sensitive: readonly string[]): Figure[] {
  const whole = ['rows_in', 'rows_not_chosen', 'rows_out', 'unique_all_columns'];
  const ofClasses = counted.length === 0 ? [] : ['k', 'classes', 'unique_rows'];
  return [
    ...[...whole, ...ofClasses].map((figure) => ({ figure, column: null })),
    ...failuresOf(plan).map(({ column }) => ({ figure: 'unread', column })),
    ...sensitive.flatMap((column) => ['l', 't'].map((figure) => ({ figure, column }))),
  ];
}

/** @throws Failure RECIPE_INVALID where the engine takes no query that is so wide */
function statementsOf(target: SqlTarget, parts: ScriptParts): ReturnType<typeof writeScript> {
  try {
    return writeScript(parts, dialects[target]);
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    throw new Failure('RECIPE_INVALID', words.refused.all(target, [words.refused.tooWide(error.what)]));
  }
}

/** What is said above the script: what it is, what it needs, and what it does not do. */
const headOf = (recipe: Recipe, target: SqlTarget, script: Pick<CompiledScript, 'leftOut'>, keys: readonly string[]) =>
  words.head({ target, purpose: recipe.purpose, leftOut: script.leftOut, keys }).map(comment).join('\n');

/**
 * A recipe as a script of another engine over a table whose columns, all text, are `columns`. What a local release leaves
 * out beside small classes (minors, withdrawn consent, people on the suppression list) is not in it.
 * @param options.referenceDate YYYY-MM-DD that ages count from
 * @throws Failure RECIPE_INVALID naming each step that the engine cannot do with the same result
 */
export function compileScript(
  recipe: Recipe,
  columns: readonly string[],
  target: SqlTarget,
  options: { referenceDate: string },
): CompiledScript {
  const dialect = dialects[target];
  const source = columns.map((name, index) => ({ name, physical: `c${index + 1}`, header: name }));
  const leftOut = undecidedColumns(recipe, source, []).map(({ column }) => column);
  checkNames(columns, target);
  const compiled = compileRecipe(recipe, source, { ...options, leaveOut: leftOut });
  const [first, ...more] = refusals(recipe, compiled, dialect);
  if (first !== undefined) throw new Failure('RECIPE_INVALID', words.refused.all(target, [first, ...more]));
  const said = new Map(compiled.descriptions.map(({ step, sentence }) => [step, words.step(step, sentence)]));
  const counted = countedOf(recipe, compiled);
  const names = new Set(compiled.outputs.map(({ name }) => name));
  const sensitive = columnsInRole(recipe, 'to-protect').filter((name) => names.has(name));
  const statements = statementsOf(target, {
    plan: compiled.plan,
    keep: keepOf(compiled),
    counted,
    k: compiled.suppression?.k ?? null,
    sensitive,
    keyNames: compiled.keyNames,
    comments: { step: (step) => said.get(step) ?? null, ...words.views(compiled.suppression?.k ?? null) },
  });
  return {
    target,
    compiled,
    statements: statements.map(({ sql }) => sql),
    text: `${headOf(recipe, target, { leftOut }, compiled.keyNames)}\n\n${scriptText(statements)}`,
    leftOut,
    counted,
    sensitive,
    figures: figuresOf(compiled, counted, sensitive),
  };
}

/** The page that whoever runs such a script reads first. */
export const scriptInstructions = (target: SqlTarget): string => words.instructions(target, dialects[target].begin);
