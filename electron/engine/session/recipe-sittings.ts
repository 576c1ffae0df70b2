import { createHash } from 'node:crypto';
import { isRecipeOf } from '#engine/journal/held/hold-files.ts';
import { signedSitting } from '#engine/journal/held/recipe-sittings.ts';
import { payloadFacts } from '#engine/journal/payload-facts.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { sittingText, type SavedRecipe, type Sitting } from '#shared/journal/recipe-sitting.ts';
import { recipeChanges } from '#shared/recipe/recipe-changes.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';

/** A pause after which going on is another sitting. Milliseconds. */
const longestPause = 30 * 60 * 1000;

/**
 * Work on the recipes of a workspace: saved as often as somebody pauses, entered once, when the sitting ends. Between,
 * the recipe's file is ahead of the log; a signed row says what was saved last (docs/decisions/0030).
 */
export class RecipeSittings {
  /** The recipe that each open sitting began with, by dataset; null for none. */
  readonly #began = new Map<string, Recipe | null>();

  /**
   * Keeps a recipe. The row first, the file after it: where the file does not follow, the row goes back.
   * @param at now, ISO 8601
   */
  save(workspace: Workspace, datasetId: string, recipe: Recipe, at: string): void {
    workspace.operators.requireMay('recipe.saved');
    const { recipeSittings: sittings, recipes } = workspace.catalog;
    const found = openSitting(workspace, datasetId);
    if (found !== null && Date.parse(at) - Date.parse(found.at) > longestPause) this.end(workspace, datasetId);
    const open = openSitting(workspace, datasetId);
    const base = lastSaved(workspace, datasetId);
    const began = open === null ? recipes.peek(datasetId) : (this.#began.get(datasetId) ?? null);
    const last = savedRecipe(recipe, began);
    if (open === null && last.sha256 === base.sha256) {
      // What the log says already; a row that is not ours goes with it.
      workspace.transaction(() => {
        sittings.remove(datasetId);
        recipes.save(datasetId, recipe);
      });
      return;
    }
    const kept = sittings.get(datasetId);
    const next: Sitting = {
      datasetId,
      base: base.seq,
      baseSha256: base.sha256,
      since: open?.since ?? at,
      at,
      saves: (open?.saves ?? 0) + 1,
      actor: workspace.summary().operator,
      last,
      before: open?.last ?? null,
    };
    put(workspace, next);
    this.#began.set(datasetId, began);
    try {
      recipes.save(datasetId, recipe);
    } catch (error) {
      workspace.transaction(() => (kept === null ? sittings.remove(datasetId) : sittings.put(kept)));
      throw error;
    }
  }

  /**
   * Enters what a sitting came to; nothing where it came to what was there before, or none is open.
   * @param cutOff it had no end: another run of the program left it
   */
  end(workspace: Workspace, datasetId: string, cutOff = false): void {
    this.#began.delete(datasetId);
    const open = openSitting(workspace, datasetId);
    if (open === null) return;
    const { saves, saved } = acknowledged(workspace, open);
    workspace.transaction(() => {
      workspace.catalog.recipeSittings.remove(datasetId);
      if (saved === null || saved.sha256 === open.baseSha256) return;
      const { since, actor } = open;
      const sat = actor === '' || actor === workspace.summary().operator ? {} : { satBy: actor };
      workspace.register.append({
        kind: 'recipe.saved',
        subjectRef: datasetId,
        payload: { datasetId, ...saved, since, saves, ...sat, ...(cutOff ? { cutOff: true as const } : {}) },
      });
    });
  }

  /** Ends all that are open. */
  endAll(workspace: Workspace, cutOff = false): void {
    for (const { dataset_id: datasetId } of workspace.catalog.recipeSittings.list())
      this.end(workspace, datasetId, cutOff);
    this.#began.clear();
  }
}

function savedRecipe(recipe: Recipe, began: Recipe | null): SavedRecipe {
  return {
    sha256: createHash('sha256').update(serialiseRecipe(recipe)).digest('hex'),
    purpose: recipe.purpose,
    release: recipe.release,
    steps: recipe.steps.length,
    operations: recipe.steps.map(({ op }) => op),
    changed: recipeChanges(began, recipe),
  };
}

/** What the log says was saved last; `seq` 0 for nothing. */
function lastSaved(workspace: Workspace, datasetId: string): { seq: number; sha256: string | null } {
  const entry = workspace.catalog.recipeSittings.lastSaved(datasetId);
  const sha256 = payloadFacts(entry?.payload).sha256;
  return { seq: entry?.seq ?? 0, sha256: typeof sha256 === 'string' ? sha256 : null };
}

/**
 * The open sitting of a dataset. A row that this workspace did not sign, or whose sitting was entered, is none: it stays
 * for verification to point at.
 */
function openSitting(workspace: Workspace, datasetId: string): Sitting | null {
  const row = workspace.catalog.recipeSittings.get(datasetId);
  if (row === null) return null;
  const { publicKey } = workspace.keys.sign(new Uint8Array(0));
  const found = signedSitting(row, { workspaceId: workspace.id, publicKey });
  return found !== null && found.base === lastSaved(workspace, datasetId).seq ? found : null;
}

function put(workspace: Workspace, sitting: Sitting): void {
  const { signature } = workspace.keys.sign(Buffer.from(sittingText(workspace.id, sitting), 'utf8'));
  const row = { dataset_id: sitting.datasetId, body: JSON.stringify(sitting), signature };
  workspace.transaction(() => workspace.catalog.recipeSittings.put(row));
}

/**
 * The save that holds: the last one, or the one before it, where the file is still that one and the last was cut off
 * before it answered. A file that is neither was changed by somebody else, and is found by verification.
 */
function acknowledged(
  { directory }: Workspace,
  { datasetId, last, before, baseSha256, saves }: Sitting,
): { saved: SavedRecipe | null; saves: number } {
  const isThere = (sha256: string | null): boolean => isRecipeOf(directory, datasetId, sha256);
  return !isThere(last.sha256) && isThere(before?.sha256 ?? baseSha256)
    ? { saved: before, saves: saves - 1 }
    : { saved: last, saves };
}
