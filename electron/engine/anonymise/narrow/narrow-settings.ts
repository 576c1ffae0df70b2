import { Failure } from '#shared/contract/failure.ts';
import { narrowText } from '#shared/text/engine/narrow.ts';

/** @throws Failure RECIPE_INVALID where a setting is outside its bounds */
export function checkNarrow({ k, suppression, most }: { k: number; suppression: number; most: number }): void {
  if (!(Number.isSafeInteger(k) && k >= 1)) throw new Failure('RECIPE_INVALID', narrowText.k);
  if (!(suppression >= 0 && suppression <= 1)) throw new Failure('RECIPE_INVALID', narrowText.suppression);
  if (!(Number.isSafeInteger(most) && most >= 1)) throw new Failure('RECIPE_INVALID', narrowText.most);
}
