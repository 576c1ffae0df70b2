import type { AskedOverrides } from '#shared/domain/asked-override.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { createStore, useStore } from '#renderer/state/create-store.ts';

type Reasons = Readonly<Record<string, string>>;

/** Reasons to release in spite of a block, by dataset and guardrail, with who gave them for which recipe. */
const given = createStore<{ of: Readonly<Record<string, { by: string; recipe: string; reasons: Reasons }>> }>({
  of: {},
});
const none: Reasons = {};

/**
 * By the guardrail's number. A reason holds for the next Run, of the recipe that it was given for, by whoever gave it:
 * nobody signs for what another wrote.
 */
export function useOverrideReasons(datasetId: string, recipe: Recipe): Reasons {
  const found = useStore(given, ({ of }) => of[datasetId]);
  const operator = useWorkspace().data?.operator;
  return found !== undefined && found.by === operator && found.recipe === serialiseRecipe(recipe)
    ? found.reasons
    : none;
}

/** Those that still are of a block: what blocks no more, since the register has it now, needs no reason. */
export function useAskedOverrides(
  datasetId: string,
  recipe: Recipe,
  findings: readonly GuardFinding[],
): AskedOverrides {
  const reasons = useOverrideReasons(datasetId, recipe);
  return findings.flatMap(({ id: guardrail, overridable }) => {
    const reason = reasons[guardrail];
    return overridable === true && reason !== undefined ? [{ guardrail, reason }] : [];
  });
}

/** @param reason null takes it back */
export function setOverrideReason(
  datasetId: string,
  { by, recipe }: { by: string; recipe: Recipe },
  guardrail: string,
  reason: string | null,
): void {
  given.set(({ of }) => {
    const now = serialiseRecipe(recipe);
    const before = of[datasetId];
    const kept = before?.by === by && before.recipe === now ? before.reasons : none;
    const others = Object.entries(kept).filter(([id]) => id !== guardrail);
    const reasons = Object.fromEntries(reason === null ? others : [...others, [guardrail, reason]]);
    return { of: { ...of, [datasetId]: { by, recipe: now, reasons } } };
  });
}

/** After the Run that they were for. */
export const forgetOverrideReasons = (datasetId: string): void =>
  given.set(({ of }) => ({ of: Object.fromEntries(Object.entries(of).filter(([id]) => id !== datasetId)) }));
