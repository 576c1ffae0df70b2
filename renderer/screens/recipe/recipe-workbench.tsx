import { ActionIcon, Button } from '@mantine/core';
import { FlaskConical, Redo2, Undo2, WandSparkles } from 'lucide-react';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { useScreenCommand } from '#renderer/app/command-bus.ts';
import { useAssessment, useRecipe } from '#renderer/client/queries.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { recipeText as text } from '#renderer/text/recipe.ts';
import { PurposeBar } from './purpose-bar.tsx';
import styles from './recipe.module.css';
import { RecommendProgress } from './recommend-progress.tsx';
import { SaveNote } from './save-note.tsx';
import { StepList } from './step-list.tsx';
import { useRecipeDraft } from './use-recipe-draft.ts';
import { useRecommend } from './use-recommend.ts';

/** The recipe of one dataset: purpose above, steps on the left, their effect on the right. */
export function RecipeWorkbench({ dataset, start, purposes, operator, readOnly }: { dataset: DatasetSummary; start: Recipe; purposes: Purpose[]; operator: string; readOnly: boolean }) {
  const draft = useRecipeDraft(dataset, start, { operator, readOnly });
  const { recipe, problems, act } = draft;
  const [selected, select] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  // The recipe the rest of the window knows of: the draft after a pause.
  const settled = useRecipe(dataset.id).data ?? start;
  const assessment = useAssessment(dataset.id, problems.length === 0 ? settled : null);
  const recommending = useRecommend(dataset, (found) => {
    select(null);
    act({ kind: 'recipe-replaced', recipe: found });
  });
  const recommend = (): void => (recipe.steps.length > 0 ? setAsking(true) : recommending.start(recipe));
  useScreenCommand(readOnly || recommending.running ? null : { id: 'recipe.recommend', label: text.recommend, run: recommend });
  const { steps } = recipe;
  return (
    <Screen
      fill
      title={text.title}
      of={dataset.name}
      note={readOnly ? undefined : <SaveNote datasetId={dataset.id} />}
      actions={
        <>
          <ActionIcon variant="default" aria-label={text.undo} disabled={!draft.undo} onClick={() => draft.undo?.()}><Undo2 size={15} aria-hidden="true" /></ActionIcon>
          <ActionIcon variant="default" aria-label={text.redo} disabled={!draft.redo} onClick={() => draft.redo?.()}><Redo2 size={15} aria-hidden="true" /></ActionIcon>
          <Button variant={steps.length === 0 ? 'filled' : 'default'} disabled={readOnly || recommending.running} leftSection={<WandSparkles size={14} aria-hidden="true" />} onClick={recommend}>{text.recommend}</Button>
        </>
      }
    >
      {readOnly && <Notice>{text.readOnly}</Notice>}
      <PurposeBar draft={draft} purposes={purposes} />
      {recommending.running && <RecommendProgress name={dataset.name} onCancel={recommending.cancel} />}
      <div className={styles.work}>
        <div className={styles.left} tabIndex={0} role="group" aria-label={text.stepsLabel}>
          {steps.length === 0 ? <EmptyState icon={FlaskConical} title={text.noSteps.title}>{text.noSteps.sentence}</EmptyState> : <StepList draft={draft} assessment={problems.length === 0 ? (assessment.data ?? null) : null} selected={selected} onSelect={select} />}
        </div>
      </div>
      <ConfirmDialog opened={asking} title={text.recommendAgain.title} confirm={text.recommendAgain.confirm} onClose={() => setAsking(false)} onConfirm={async () => recommending.start(recipe)}>{text.recommendAgain.sentence(steps.length)}</ConfirmDialog>
    </Screen>
  );
}
