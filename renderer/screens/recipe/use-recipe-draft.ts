import { useEffect, useMemo, useRef } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { checkRecipe } from '#shared/recipe/check-recipe.ts';
import { canRedo, canUndo, currentRecipe, redo, undo, type RecipeCommand } from '#shared/recipe/history.ts';
import type { RecipeProblem } from '#shared/recipe/recipe-problem.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { useCommandHandler } from '#renderer/navigation/command-bus.ts';
import { keys, queryClient } from '#renderer/client/query-client.ts';
import { recordCommand, useHistory } from './recipe-history.ts';
import { endSitting, saveSoon } from './recipe-saver.ts';

/** The recipe under the person's hands. */
export interface RecipeDraft {
  recipe: Recipe;
  problems: RecipeProblem[];
  /** Does nothing in a read-only workspace. */
  act(command: RecipeCommand): void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  readOnly: boolean;
}

/** A pause in typing after which the output is measured again. Milliseconds. */
const settleAfter = 250;

/**
 * Holds the recipe with undo and redo, tells the rest of the window of it after a pause, and saves it in the workspace.
 * `elsewhere`: the commands for undo and redo are somebody else's for now.
 */
export function useRecipeDraft(
  dataset: DatasetSummary,
  stored: Recipe,
  who: { operator: string; readOnly: boolean; elsewhere: boolean },
): RecipeDraft {
  const [history, change] = useHistory(dataset.id, stored);
  const recipe = useMemo(() => currentRecipe(history), [history]);
  const text = useMemo(() => serialiseRecipe(recipe), [recipe]);
  const problems = useMemo(() => checkRecipe(recipe, dataset.columns), [recipe, dataset.columns]);
  const told = useRef(text);
  const sent = useRef(text);
  const { readOnly } = who;
  const complete = problems.length === 0;

  useEffect(() => {
    if (readOnly) return;
    if (sent.current !== text) saveSoon(dataset.id, recipe, complete);
    sent.current = text;
    if (told.current === text) return;
    const tell = (): void => {
      told.current = text;
      queryClient.setQueryData(keys.recipe(dataset.id), recipe);
    };
    const timer = setTimeout(tell, settleAfter);
    return () => clearTimeout(timer);
  }, [text, recipe, dataset.id, readOnly, complete]);

  // Whoever leaves the screen, or the window, has finished.
  const latest = useRef(recipe);
  latest.current = recipe;
  const latestText = useRef(text);
  latestText.current = text;
  useEffect(() => {
    const finish = (): void => {
      if (told.current !== latestText.current) queryClient.setQueryData(keys.recipe(dataset.id), latest.current);
      void endSitting(dataset.id);
    };
    window.addEventListener('pagehide', finish);
    return () => {
      window.removeEventListener('pagehide', finish);
      finish();
    };
  }, [dataset.id]);

  const act = (command: RecipeCommand): void => {
    if (!readOnly)
      change((now) => recordCommand(now, command, { actor: who.operator, time: new Date().toISOString() }));
  };
  const back = canUndo(history) && !readOnly ? () => change(undo) : null;
  const forth = canRedo(history) && !readOnly ? () => change(redo) : null;
  useCommandHandler('edit.undo', who.elsewhere ? null : back);
  useCommandHandler('edit.redo', who.elsewhere ? null : forth);
  return { recipe, problems, act, undo: back, redo: forth, readOnly };
}
