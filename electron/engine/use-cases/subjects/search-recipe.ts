import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { SubjectHit } from '#shared/contract/subjects.ts';
import { subjectsText } from '#shared/text/engine/subjects.ts';
import type { Search } from './search.ts';

/** Every text in a step's settings: names of columns, values of lists, words that take their place. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => [key, ...textsIn(own)]);
}

/** A dataset's recipe may list values of it: of cities, of products, and, where somebody chose so, of people. */
export function searchRecipe(
  { sought, found }: Search,
  { id, name, recipe }: { id: string; name: string; recipe: Recipe },
): void {
  const texts = recipe.steps.flatMap(({ settings }) => textsIn(settings));
  const held = texts.map((text) => sought.map((one) => one.heldBy(text)));
  const of = { place: 'recipe', id } as const;
  found.searched.push({ ...of, name: subjectsText.recipe(name), rows: texts.length });
  for (const match of ['plain', 'text'] as const) {
    const rows = held.filter((own) => own.includes(match)).length;
    if (rows > 0)
      found.hits.push({ ...of, dataset: subjectsText.recipe(name), column: '', match, rows } satisfies SubjectHit);
  }
}
