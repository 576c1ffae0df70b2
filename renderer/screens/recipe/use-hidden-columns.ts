import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import { findOperation } from '#shared/recipe/operations/index.ts';
import { hidesValues } from '#shared/guardrails/hides-values.ts';
import { useClassification } from '#renderer/client/queries.ts';
import { useRevealed } from '#renderer/state/ui-state.ts';

/** Names of the columns a step is about whose values are masked for now; a column nobody knows yet counts as masked. */
export function useHiddenColumns(datasetId: string, step: RecipeStep | undefined): string[] {
  const known = useClassification(datasetId).data?.columns;
  const revealed = useRevealed();
  const fields = findOperation(step?.op ?? '')?.form.filter(({ control }) => control === 'columns') ?? [];
  const named = fields.flatMap(({ setting }): unknown => step?.settings[setting]);
  const names = [...new Set(named.filter((name): name is string => typeof name === 'string'))];
  const findings = new Map(known?.map(({ effective }) => [effective.name, effective]));
  return names.filter((name) => {
    const finding = findings.get(name);
    // Once the classification is there, a name that is not in it is no column of this dataset: nothing of it could be
    // masked, or shown.
    return finding ? hidesValues(finding) && !revealed.has(`${datasetId}/${name}`) : !known;
  });
}
