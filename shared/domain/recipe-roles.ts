import type { ColumnRole, RecipeFormat2 } from './recipe-format-2.ts';

/** Columns that a recipe gives one of these roles, in the order in which it names them. */
export const columnsInRole = ({ roles }: Pick<RecipeFormat2, 'roles'>, ...wanted: readonly ColumnRole[]): string[] =>
  (roles ?? []).filter(({ role }) => wanted.includes(role)).map(({ column }) => column);

/** What a recipe says of its columns, as far as it decides which of them k counts. */
export interface CountedRoles {
  /** Output columns that are not counted in an anonymised release, because they are what is protected. */
  protect: readonly string[];
  /**
   * Source columns that count whatever they are classified as. A value that is the same for a group is among them: a
   * neighbour knows it as well as the person's own, and no class becomes larger by it.
   */
  known: readonly string[];
}

export const countedRoles = (recipe: Pick<RecipeFormat2, 'roles'>): CountedRoles => ({
  protect: columnsInRole(recipe, 'to-protect'),
  known: columnsInRole(recipe, 'could-be-known', 'same-for-a-group', 'identifying'),
});
