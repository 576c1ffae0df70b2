import type { Recipe } from '#shared/domain/recipe-file.ts';

/** Columns that steps of a recipe drop by name; steps that are off drop nothing. */
export const droppedColumns = ({ steps }: Pick<Recipe, 'steps'>): Set<string> =>
  new Set(
    steps
      .filter(({ op, enabled }) => op === 'drop-columns' && enabled)
      .flatMap(({ settings }) => (Array.isArray(settings['columns']) ? settings['columns'] : []))
      .filter((column): column is string => typeof column === 'string'),
  );
