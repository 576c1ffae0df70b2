import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { mostProtected } from '#shared/domain/recipe-parts.ts';
import { columnsInRole } from '#shared/domain/recipe-roles.ts';
import { recipeFileText } from '#shared/text/recipe.ts';
import type { RecipeProblem } from './recipe-problem.ts';

const text = recipeFileText.roles;

/**
 * What is wrong with a recipe's roles: a column with two of them, one the file does not have, too many to protect. A
 * protected column that is gone is none: there is nothing left of it to protect.
 */
export function checkRoles(recipe: Recipe, columns: readonly SourceColumn[]): RecipeProblem[] {
  const problem = (code: string, sentence: string): RecipeProblem => ({ step: null, setting: null, code, sentence });
  const here = new Set(columns.map(({ name }) => name));
  const problems: RecipeProblem[] = [];
  const given = new Map<string, NonNullable<Recipe['roles']>[number]['role']>();
  for (const { column, role } of recipe.roles ?? []) {
    const before = given.get(column);
    if (before !== undefined && before !== role)
      problems.push(problem('two-roles', text.twoRoles(column, before, role)));
    if (role !== 'to-protect' && !here.has(column)) problems.push(problem('role-column-missing', text.missing(column)));
    given.set(column, role);
  }
  const guarded = new Set(columnsInRole(recipe, 'to-protect')).size;
  if (guarded > mostProtected) problems.push(problem('too-many-protected', text.tooMany(guarded, mostProtected)));
  return problems;
}
