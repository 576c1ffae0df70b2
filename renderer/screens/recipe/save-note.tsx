import { recipeText as text } from '#renderer/text/recipe.ts';
import { useSaveState } from './recipe-saver.ts';

/** Whether the workspace holds what is on screen. */
export function SaveNote({ datasetId }: { datasetId: string }) {
  const state = useSaveState(datasetId);
  return <span role="status">{text.saving[state ?? 'none']}</span>;
}
