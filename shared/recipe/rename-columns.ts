import type { Recipe } from '#shared/domain/recipe-file.ts';
import { readStep } from './read-step.ts';

/**
 * The same recipe after columns were renamed; steps this version cannot read stay as they are. @param names old name →
 * new name
 */
export function renameColumns(recipe: Recipe, names: ReadonlyMap<string, string>): Recipe {
  const rename = (name: string): string => names.get(name) ?? name;
  const steps = recipe.steps.map((step) => {
    const read = readStep(step);
    return read.ok
      ? { ...step, version: read.operation.version, settings: { ...read.operation.rename(read.settings, rename) } }
      : step;
  });
  return {
    ...recipe,
    ...(recipe.columns === undefined ? {} : { columns: recipe.columns.map(rename) }),
    ...(recipe.roles === undefined
      ? {}
      : { roles: recipe.roles.map(({ column, role }) => ({ column: rename(column), role })) }),
    steps,
  };
}
