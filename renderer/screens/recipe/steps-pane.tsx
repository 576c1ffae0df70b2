import { FlaskConical } from 'lucide-react';
import type { Assessment } from '#shared/contract/recipes.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { EarlierRecipe } from '#renderer/recipe-offer/earlier-recipe.tsx';
import { recipeText as text } from '#shared/text/window/recipe.ts';
import styles from './recipe.module.css';
import { StepList } from './step-list.tsx';
import type { ChosenStep } from './use-chosen-step.ts';
import type { RecipeDraft } from './use-recipe-draft.ts';

interface Props {
  datasetId: string;
  draft: RecipeDraft;
  assessment: Assessment | null;
  chosen: ChosenStep;
  onUseEarlier(recipe: Recipe, name: string): void;
}

/** The steps, or, where there are none yet, what to begin with. */
export function StepsPane({ datasetId, draft, assessment, chosen, onUseEarlier }: Props) {
  return (
    <div className={styles.left} tabIndex={0} role="group" aria-label={text.stepsLabel}>
      {draft.recipe.steps.length === 0 ? (
        <EmptyState
          icon={FlaskConical}
          title={text.noSteps.title}
          actions={draft.readOnly ? undefined : <EarlierRecipe datasetId={datasetId} primary onUse={onUseEarlier} />}
        >
          {text.noSteps.sentence}
        </EmptyState>
      ) : (
        <StepList draft={draft} assessment={assessment} selected={chosen.selected} onSelect={chosen.select} />
      )}
    </div>
  );
}
