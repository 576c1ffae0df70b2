import { fileOf, type Recipe, type RecipeFile, type RecipeStep } from '#shared/domain/recipe-file.ts';

/** A step with its fields in order; what it holds beyond the known ones is kept. */
const stepInOrder = ({ op, version, settings, reason, enabled, ...unknown }: RecipeStep) => ({
  op,
  version,
  settings,
  reason,
  ...(enabled ? {} : { enabled }),
  ...unknown,
});

/** The fields that formats say differently, in order. */
const partsOf = (file: RecipeFile) =>
  file.formatVersion === 1
    ? {
        target: { k: file.target.k, suppression: file.target.suppression },
        decided: file.protect === undefined ? {} : { protect: file.protect },
      }
    : {
        target: {
          models: file.target.models.map(({ model, settings }) => ({ model, settings })),
          suppression: file.target.suppression,
        },
        decided: file.roles === undefined ? {} : { roles: file.roles.map(({ column, role }) => ({ column, role })) },
      };

/**
 * The recipe as readable JSON, in the lowest format that can say all of it: fixed order of the outer fields, two
 * spaces, a final newline.
 */
export function serialiseRecipe(recipe: Recipe): string {
  const file = fileOf(recipe);
  const { format, formatVersion, purpose, release, referenceDate, columns, steps } = file;
  const { target, decided } = partsOf(file);
  const written = {
    format,
    formatVersion,
    purpose,
    release,
    referenceDate,
    target,
    ...(columns === undefined ? {} : { columns }),
    ...decided,
    steps: steps.map(stepInOrder),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}
