import type { Recipe } from '#shared/domain/recipe-file.ts';
import { policyOn } from '#shared/policy/index.ts';
import { sensitiveColumns } from '#engine/privacy/sensitive-columns.ts';
import type { Attacks } from '#engine/recommend/recommend-recipe.ts';
import { attackForCertificate, attackLimits } from '#engine/release/attack-rows.ts';
import { formats } from '#engine/release/formats/index.ts';
import { measureOutput } from '#engine/release/measure-output.ts';
import { previewKeys } from '#engine/run-recipe/preview-keys.ts';
import { transformRows, type TransformInput } from '#engine/run-recipe/transform-rows.ts';

/** The attacks that a release of a table is put to, on what a recipe makes of it; nothing is written. */
export function recipeAttacks(
  basis: Pick<
    TransformInput,
    'source' | 'purpose' | 'onConsent' | 'ledger' | 'findings' | 'referenceDate' | 'overrides'
  >,
  { signal, onTry }: { signal: AbortSignal | undefined; onTry: Attacks['onTry'] },
): Attacks {
  const { findings, referenceDate, overrides } = basis;
  const { spreadsheet, emptyIsNull } = formats.csv;
  return {
    limits: attackLimits(policyOn(referenceDate, overrides)),
    onTry,
    on: async (recipe: Recipe) => {
      const rows = await transformRows({ ...basis, recipe, keys: previewKeys(), spreadsheet, emptyIsNull, signal });
      try {
        const measured = await measureOutput(rows, { recipe, findings, signal });
        const { guarded } = sensitiveColumns(recipe, rows.compiled.outputs, findings);
        return await attackForCertificate(rows, measured, { guarded, signal });
      } finally {
        await rows.close();
      }
    },
  };
}
