import type { Recipe } from '#shared/domain/recipe-file.ts';
import { platformIds, type PlatformId } from './index.ts';

/** The platforms for which the steps of a recipe hash identifiers, each once. */
export function platformsOf({ steps }: Pick<Recipe, 'steps'>): PlatformId[] {
  const named = steps
    .filter(({ op, enabled }) => enabled && op === 'platform-hash')
    .map(({ settings }) => settings['platform']);
  return platformIds.filter((id) => named.includes(id));
}
