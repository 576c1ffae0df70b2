import type { Recipe } from '#shared/domain/recipe-file.ts';
import { readStep } from './read-step.ts';

/** Columns that the enabled steps name, in order of first mention; steps that cannot be read name none. */
export function namedColumns(recipe: Recipe): string[] {
  const named = new Set<string>();
  for (const step of recipe.steps) {
    if (!step.enabled) continue;
    const read = readStep(step);
    if (!read.ok) continue;
    const { reads, drops, changes } = read.operation.effect(read.settings);
    for (const name of [...drops, ...reads, ...changes.map(({ column }) => column)]) named.add(name);
  }
  return [...named];
}
