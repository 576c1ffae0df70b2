import type { Recipe, RecipeStep } from '#shared/domain/recipe-file.ts';

/** What a person did to a recipe. Positions are 0-based. */
export type RecipeCommand =
  | { kind: 'step-added'; at: number; step: RecipeStep }
  | { kind: 'step-removed'; at: number }
  | { kind: 'step-changed'; at: number; step: RecipeStep }
  | { kind: 'step-moved'; from: number; to: number }
  | { kind: 'step-switched'; at: number; enabled: boolean }
  | { kind: 'recipe-replaced'; recipe: Recipe };

/** One entry; `after` is the index of the entry it was made on, -1 for the beginning. */
export interface HistoryEntry {
  command: RecipeCommand;
  after: number;
  actor: string;
  /** ISO 8601. */
  time: string;
}

/**
 * Append-only: undo moves `head`, and a command given after an undo starts a branch instead of erasing what was undone.
 */
export interface RecipeHistory {
  start: Recipe;
  entries: readonly HistoryEntry[];
  /** Index of the entry that is in force, -1 for the beginning. */
  head: number;
}

export const beginHistory = (start: Recipe): RecipeHistory => ({ start, entries: [], head: -1 });

function applyCommand(recipe: Recipe, command: RecipeCommand): Recipe {
  const steps = [...recipe.steps];
  const within = (at: number, length = steps.length): number => {
    if (!Number.isInteger(at) || at < 0 || at >= length)
      throw new RangeError(`There is no step ${at + 1} in the recipe.`);
    return at;
  };
  switch (command.kind) {
    case 'recipe-replaced':
      return command.recipe;
    case 'step-added':
      steps.splice(within(command.at, steps.length + 1), 0, command.step);
      break;
    case 'step-removed':
      steps.splice(within(command.at), 1);
      break;
    case 'step-changed':
      steps[within(command.at)] = command.step;
      break;
    case 'step-moved': {
      const [moved] = steps.splice(within(command.from), 1);
      if (moved !== undefined) steps.splice(within(command.to, steps.length + 1), 0, moved);
      break;
    }
    case 'step-switched': {
      const at = within(command.at);
      steps.splice(at, 1, ...steps.slice(at, at + 1).map((step) => ({ ...step, enabled: command.enabled })));
      break;
    }
  }
  return { ...recipe, steps };
}

/** The recipe that is in force: the start with the commands up to `head`, nothing else is stored. */
export function currentRecipe({ start, entries, head }: RecipeHistory): Recipe {
  const path: RecipeCommand[] = [];
  for (let at = head; at >= 0;) {
    const entry = entries[at];
    if (entry === undefined) break;
    path.push(entry.command);
    at = entry.after;
  }
  return path.reverse().reduce(applyCommand, start);
}

/** Appends a command. Throws RangeError where it names a step that is not there. */
export function record(
  history: RecipeHistory,
  command: RecipeCommand,
  who: { actor: string; time: string },
): RecipeHistory {
  applyCommand(currentRecipe(history), command);
  return {
    ...history,
    entries: [...history.entries, { command, after: history.head, ...who }],
    head: history.entries.length,
  };
}

export const canUndo = ({ head }: RecipeHistory): boolean => head >= 0;
export const undo = (history: RecipeHistory): RecipeHistory =>
  canUndo(history) ? { ...history, head: history.entries[history.head]?.after ?? -1 } : history;

const newestOn = ({ entries, head }: RecipeHistory): number => entries.findLastIndex(({ after }) => after === head);
export const canRedo = (history: RecipeHistory): boolean => newestOn(history) >= 0;
/** Goes forward again, where several branches start here along the newest. */
export const redo = (history: RecipeHistory): RecipeHistory =>
  canRedo(history) ? { ...history, head: newestOn(history) } : history;
