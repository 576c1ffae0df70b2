import { FlaskConical } from 'lucide-react';
import { useMemo } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { usePurposes } from '#renderer/client/queries.ts';
import { emptyRecipe } from '#renderer/client/untouched-recipe.ts';
import { recipeText as text } from '#shared/text/window/recipe.ts';
import { WorkScreen } from '#renderer/workspace/work-screen.tsx';
import { reconcileHistory } from './recipe-history.ts';
import { RecipeWorkbench } from './recipe-workbench.tsx';

/**
 * What the dataset's recipe is when the screen opens; the history of another recipe is forgotten before it is shown.
 */
function Opened({
  dataset,
  stored,
  purposes,
  operator,
  readOnly,
}: {
  dataset: DatasetSummary;
  stored: Recipe | null;
  purposes: Purpose[];
  operator: string;
  readOnly: boolean;
}) {
  const first = purposes[0]?.id ?? '';
  const start = useMemo(() => {
    const recipe = stored ?? emptyRecipe(dataset, first);
    reconcileHistory(dataset.id, recipe);
    return recipe;
    // Later changes of what is stored come from this screen itself.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [dataset.id]);
  return (
    <RecipeWorkbench dataset={dataset} start={start} purposes={purposes} operator={operator} readOnly={readOnly} />
  );
}

/** Purpose, steps, and what they do to the data. */
export function RecipeScreen() {
  const purposes = usePurposes();
  return (
    <WorkScreen title={text.title} icon={FlaskConical} empty={text.empty} also={[purposes]}>
      {({ workspace, dataset, recipe }) => (
        <Opened
          key={dataset.id}
          dataset={dataset}
          stored={recipe}
          purposes={purposes.data ?? []}
          operator={workspace.operator}
          readOnly={workspace.readOnly}
        />
      )}
    </WorkScreen>
  );
}
