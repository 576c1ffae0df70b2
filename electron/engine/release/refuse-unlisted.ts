import { Failure } from '#shared/contract/failure.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { OperationId } from '#shared/recipe/operations/index.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';

/** One sentence for each column with values that the hierarchy of a step has to name and does not. */
export function unlistedValues({ steps }: Recipe, { failedCasts }: Pick<TransformedRows, 'failedCasts'>): string[] {
  return failedCasts.flatMap(({ column, step, rows }) => {
    const found = steps[step];
    const isRefusing =
      found?.op === ('map-categories' satisfies OperationId) && found.settings['otherwise'] === 'refuse';
    return isRefusing ? [releaseText.unlisted(column, step + 1, rows)] : [];
  });
}

/** @throws Failure TARGET_MISSED where there is any */
export function refuseUnlisted(recipe: Recipe, rows: Pick<TransformedRows, 'failedCasts'>): void {
  const sentences = unlistedValues(recipe, rows);
  if (sentences.length > 0) throw new Failure('TARGET_MISSED', releaseText.unlistedRefused(sentences));
}
