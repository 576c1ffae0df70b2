import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { parseRecipe } from '#shared/recipe/parse-recipe.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { recipeFileText } from '#shared/text/recipe.ts';
import { isFileId, readRecipeText, recipeFileName, removeRecipeFiles, writeRecipeText } from '../recipe-files.ts';
import { guardStorage } from '../sqlite-failure.ts';

/**
 * The working recipe of each dataset, as a readable file `recipes/<dataset id>.json`: a mapping of categories names
 * frequent values of the dataset, which the database never holds. People may edit the file.
 */
export function recipesRepository(directory: string) {
  /** What was last read or written here, by dataset: anything else came from outside. */
  const known = new Map<string, string>();
  const guarded = <T>(datasetId: string, work: () => T): T => {
    if (!isFileId(datasetId)) throw new Failure('DATASET_UNKNOWN', datasetsText.gone);
    return guardStorage(basename(directory), work);
  };
  const read = (datasetId: string, text: string): Recipe => {
    try {
      return parseRecipe(text);
    } catch (error) {
      throw error instanceof Failure
        ? new Failure(error.code, recipeFileText.working.unreadable(recipeFileName(datasetId), error.message), {
            cause: error,
          })
        : error;
    }
  };
  const readable = (text: string): boolean => {
    try {
      parseRecipe(text);
      return true;
    } catch {
      return false;
    }
  };
  return {
    /**
     * Writes it whole or not at all. Whatever lies there that cannot be read, or was changed by somebody else since it
     * was, is kept beside it. The last thing in a transaction: a file that cannot be written takes the register entry
     * back.
     * @throws Failure RECIPE_INVALID for what could not be read again, WORKSPACE_DAMAGED, WORKSPACE_READ_ONLY,
     *   DISK_FULL
     */
    save(datasetId: string, value: Recipe): void {
      guarded(datasetId, () => {
        const text = serialiseRecipe(value);
        parseRecipe(text);
        writeRecipeText(
          directory,
          datasetId,
          text,
          (found) => readable(found) && (known.get(datasetId) ?? found) === found,
        );
        known.set(datasetId, text);
      });
    },
    /**
     * Null before the first one. @throws Failure RECIPE_INVALID, RECIPE_FROM_FUTURE for a damaged file,
     * WORKSPACE_DAMAGED for a link; the file stays as it is
     */
    get: (datasetId: string): Recipe | null =>
      guarded(datasetId, () => {
        const text = readRecipeText(directory, datasetId);
        if (text === null) return null;
        const value = read(datasetId, text);
        known.set(datasetId, text);
        return value;
      }),
    /**
     * What lies there, where it can be read; null else. Says nothing of whether a person has seen it: a file that was
     * changed by somebody else is still kept when the next save takes its place.
     */
    peek(datasetId: string): Recipe | null {
      try {
        const text = guarded(datasetId, () => readRecipeText(directory, datasetId));
        return text === null ? null : parseRecipe(text);
      } catch {
        return null;
      }
    },
    delete: (datasetId: string): void =>
      guarded(datasetId, () => {
        removeRecipeFiles(directory, datasetId);
        known.delete(datasetId);
      }),
  };
}
