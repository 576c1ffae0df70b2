import type { Recipe } from '#shared/domain/recipe-file.ts';
import { createStore } from './create-store.ts';
import { goTo } from './ui-state.ts';

/** A recipe that was chosen elsewhere than where recipes are worked on, on its way there. */
export interface ChosenWay {
  datasetId: string;
  recipe: Recipe;
  /** What the way is called. */
  name: string;
}

const store = createStore<{ chosen: ChosenWay | null }>({ chosen: null });

/** Takes a recipe to the screen of recipes, which puts it in place of the present one, to be undone there. */
export function takeWayToRecipe(chosen: ChosenWay): void {
  store.set({ chosen });
  goTo('recipe');
}

/** What was chosen for a dataset, once. */
export function takeChosenWay(datasetId: string): ChosenWay | null {
  const { chosen } = store.get();
  if (chosen?.datasetId !== datasetId) return null;
  store.set({ chosen: null });
  return chosen;
}
