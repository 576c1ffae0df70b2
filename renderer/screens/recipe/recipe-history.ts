import { skipToken, useQuery } from '@tanstack/react-query';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { beginHistory, currentRecipe, record, type RecipeCommand, type RecipeHistory } from '#shared/recipe/history.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { queryClient } from '#renderer/client/query-client.ts';

/** Beside what the engine knows, so that it goes when the workspace is closed. */
const historyKey = (datasetId: string) => ['recipe-history', datasetId] as const;

/** Presses in one form field within this time are one thing to undo. Milliseconds. */
const burst = 1500;

/**
 * What was done to the dataset's recipe while this window was open; begins anew where the stored recipe is another one.
 */
export function useHistory(
  datasetId: string,
  stored: Recipe,
): [RecipeHistory, (change: (now: RecipeHistory) => RecipeHistory) => void] {
  const { data } = useQuery<RecipeHistory>({
    queryKey: historyKey(datasetId),
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const change = (next: (now: RecipeHistory) => RecipeHistory): void =>
    void queryClient.setQueryData<RecipeHistory>(historyKey(datasetId), (now) => next(now ?? beginHistory(stored)));
  return [data ?? beginHistory(stored), change];
}

/** Forgets a history whose recipe is not the stored one. */
export function reconcileHistory(datasetId: string, stored: Recipe): void {
  const known = queryClient.getQueryData<RecipeHistory>(historyKey(datasetId));
  if (known && serialiseRecipe(currentRecipe(known)) !== serialiseRecipe(stored))
    queryClient.removeQueries({ queryKey: historyKey(datasetId) });
}

/** What a command is about, where it is about one field of a form: "2/edges", "purpose"; null for anything else. */
function fieldOf(before: Recipe, command: RecipeCommand): string | null {
  const differing = (one: object, other: object): string[] =>
    [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
      (key) => JSON.stringify(one[key as never]) !== JSON.stringify(other[key as never]),
    );
  if (command.kind === 'recipe-replaced')
    return differing(before, command.recipe).length === 1 && before.steps === command.recipe.steps
      ? differing(before, command.recipe)[0]!
      : null;
  const step = command.kind === 'step-changed' ? before.steps[command.at] : undefined;
  if (command.kind !== 'step-changed' || !step) return null;
  const fields = [
    ...differing(step.settings, command.step.settings),
    ...differing({ ...step, settings: null }, { ...command.step, settings: null }),
  ];
  return fields.length === 1 ? `${command.at}/${fields[0]}` : null;
}

/**
 * Records a command; one that goes on with what was just typed takes its place for undo (the entry itself stays in the
 * history).
 */
export function recordCommand(
  history: RecipeHistory,
  command: RecipeCommand,
  who: { actor: string; time: string },
): RecipeHistory {
  const last = history.entries[history.head];
  if (last === undefined || Date.parse(who.time) - Date.parse(last.time) >= burst) return record(history, command, who);
  const field = fieldOf(currentRecipe(history), command);
  const goesOn = field !== null && field === fieldOf(currentRecipe({ ...history, head: last.after }), last.command);
  return record(goesOn ? { ...history, head: last.after } : history, command, who);
}
