import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { recipeFileText } from '#shared/text/recipe.ts';
import { checkRoles } from './check-roles.ts';
import { checkTarget } from './check-target.ts';
import { findOperation, type OperationId } from './operations/index.ts';
import type { RecipeProblem } from './recipe-problem.ts';
import { readStep } from './read-step.ts';

const text = recipeFileText.check;

/** Operations that make the finished table anew. */
const closing: readonly OperationId[] = ['group-rows', 'count-rows', 'narrow-tables', 'synthesise'];
/** Operations that draw by chance over all rows. */
const drawing: readonly OperationId[] = ['add-noise', 'swap-ranks', 'pram', 'sample-rows'];
/** Operations that work on finished rows, in their order, once every other step is done. */
const together: readonly OperationId[] = [...drawing, 'name-places'];
/** Tables that are written one after the other have the same rows only where nothing is drawn and nothing follows. */
const sameRows: OperationId = 'narrow-tables';
const isOneOf = (ids: readonly OperationId[], id: string): boolean => ids.some((one) => one === id);

/**
 * What stands between a recipe and a run on these columns; an empty list means it can run. Pure: runs on every
 * keystroke.
 */
export function checkRecipe(recipe: Recipe, columns: SourceColumn[]): RecipeProblem[] {
  const problems = [...checkTarget(recipe), ...checkRoles(recipe, columns)];
  let known = columns.map(({ name }) => name);
  let suppressedAt: number | null = null;
  let wayAt: number | null = null;
  let drawnAt: number | null = null;
  const changed = new Set<string>();
  const moved = new Map<string, number>();
  recipe.steps.forEach((step, index) => {
    if (!step.enabled) return;
    const add = (setting: string | null, code: string, sentence: string): void =>
      void problems.push({
        step: index,
        setting,
        code,
        sentence: text.atStep(index + 1, findOperation(step.op)?.label ?? step.op, sentence),
      });
    if (suppressedAt !== null) add(null, 'after-suppression', text.afterSuppression(suppressedAt + 1));
    const read = readStep(step);
    if (!read.ok) {
      add(read.setting, read.code, read.sentence);
      return;
    }
    const { operation, settings } = read;
    for (const { setting, code, sentence } of operation.check(settings, known)) add(setting, code, sentence);
    const effect = operation.effect(settings);
    if (wayAt !== null && (operation.id !== 'suppress-small-classes' || recipe.steps[wayAt]?.op === sameRows))
      add(null, 'after-way', text.afterWay(wayAt + 1));
    if (operation.id === sameRows && drawnAt !== null) add(null, 'drawn-before', text.drawnBefore(drawnAt + 1));
    if (isOneOf(closing, operation.id)) wayAt = index;
    else if (operation.id !== 'suppress-small-classes' && operation.id !== 'keep-rows') {
      const late = [...effect.reads, ...effect.drops].find((name) => moved.has(name));
      if (late !== undefined) add('columns', 'after-moved', text.afterMoved(late, moved.get(late)! + 1));
    }
    if (isOneOf(drawing, operation.id)) drawnAt = index;
    if (isOneOf(together, operation.id)) for (const { column } of effect.changes) moved.set(column, index);
    if (operation.id === 'keep-rows' && effect.reads.some((name) => changed.has(name)))
      add('columns', 'segment-of-changed', text.segmentOfChanged(effect.reads[0] ?? ''));
    for (const { column } of effect.changes) changed.add(column);
    const dropped = new Set(effect.drops);
    if (dropped.size > 0) known = known.filter((name) => !dropped.has(name));
    if (operation.id === 'suppress-small-classes') suppressedAt = index;
  });
  if (known.length === 0)
    problems.push({ step: null, setting: null, code: 'nothing-left', sentence: text.nothingLeft });
  return problems;
}
