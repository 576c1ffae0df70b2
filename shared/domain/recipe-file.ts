import { z } from 'zod';
import { asFormat1, fromFormat1, recipeFormat1, type RecipeFormat1 } from './recipe-format-1.ts';
import { recipeFormat2, type RecipeFormat2 } from './recipe-format-2.ts';

export { recipeFormat, releaseKind, type RecipeStep, type ReleaseKind } from './recipe-parts.ts';

/** The newest format this program reads, which is what it works on whatever a file is written in. */
export const recipeFormatVersion = 2;
export type Recipe = RecipeFormat2;

/** A recipe as it stands in a file or a certificate. */
export const recipeFile = z.discriminatedUnion('formatVersion', [recipeFormat1, recipeFormat2]);
export type RecipeFile = RecipeFormat1 | RecipeFormat2;

/** The recipe that a file of any format holds. */
export const recipeOf = (file: RecipeFile): Recipe => (file.formatVersion === 1 ? fromFormat1(file) : file);

/**
 * The recipe as it is written: in the lowest format that can say all of it, so that scripts which know an older one go
 * on reading what they always read.
 */
export const fileOf = (recipe: Recipe): RecipeFile => asFormat1(recipe) ?? recipe;

/** A recipe from outside, in any format. */
export const recipe = recipeFile.transform(recipeOf);
