import { ActionIcon, Button } from '@mantine/core';
import { FlaskConical, Plus, Redo2, Undo2, WandSparkles } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe, RecipeStep } from '#shared/domain/recipe-file.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { useScreenCommand } from '#renderer/navigation/command-bus.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { refresh } from '#renderer/client/query-client.ts';
import { useAssessment, useRecipe } from '#renderer/client/queries.ts';
import { untouchedRecipe } from '#renderer/client/untouched-recipe.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { EarlierRecipe } from '#renderer/recipe-offer/earlier-recipe.tsx';
import { uiState } from '#renderer/state/ui-state.ts';
import { recipeText as text } from '#shared/text/window/recipe.ts';
import { AddStepDialog } from './add-step-dialog.tsx';
import { LivePanel } from './live-panel.tsx';
import { PurposeDialog } from './purpose-dialog.tsx';
import { PurposeInspector } from './purpose-inspector.tsx';
import { OtherVersions } from '#renderer/workspace/other-versions.tsx';
import { PurposeBar } from './purpose-bar.tsx';
import { RecipeFiles } from './recipe-files.tsx';
import styles from './recipe.module.css';
import { RecommendProgress } from './recommend-progress.tsx';
import { SaveNote } from './save-note.tsx';
import { StepInspector } from './step-inspector.tsx';
import { StepList } from './step-list.tsx';
import { useRecipeDraft } from './use-recipe-draft.ts';
import { useRecommend } from './use-recommend.ts';

/**
 * What the window knows as the dataset's recipe: the draft after a pause. Without one the dataset as it is, asked for
 * as the meter strip asks.
 */
function useSettled(datasetId: string, start: Recipe): Recipe {
  const stored = useRecipe(datasetId).data;
  return useMemo(() => {
    if (stored) return stored;
    return start.steps.length === 0 ? untouchedRecipe(start.purpose) : start;
  }, [stored, start]);
}

/** The recipe of one dataset: purpose above, steps on the left, their effect on the right. */
export function RecipeWorkbench({
  dataset,
  start,
  purposes,
  operator,
  readOnly,
}: {
  dataset: DatasetSummary;
  start: Recipe;
  purposes: Purpose[];
  operator: string;
  readOnly: boolean;
}) {
  const draft = useRecipeDraft(dataset, start, { operator, readOnly });
  const { recipe, problems, act } = draft;
  const { steps } = recipe;
  const [{ chosen, byKeyboard }, choose] = useState<{ chosen: number | null; byKeyboard: boolean }>({
    chosen: null,
    byKeyboard: false,
  });
  const [dialog, setDialog] = useState<'recommend' | 'add' | 'own' | 'edit' | null>(null);
  const selected = chosen !== null && chosen < steps.length ? chosen : null;
  const select = (at: number | null, keyboard = false): void => {
    if (at !== null) uiState.set({ inspectorOpen: true });
    choose({ chosen: at, byKeyboard: keyboard });
  };
  const close = (): void => {
    const row = selected === null ? null : document.getElementById(`step-${selected + 1}`);
    select(null);
    row?.focus();
  };
  const add = (step: RecipeStep): void => {
    // Leaving out small classes is always the last thing that happens.
    const at =
      steps.at(-1)?.op === 'suppress-small-classes' && step.op !== 'suppress-small-classes'
        ? steps.length - 1
        : steps.length;
    act({ kind: 'step-added', at, step });
    setDialog(null);
    select(at, true);
  };
  const purpose = purposes.find(({ id }) => id === recipe.purpose) ?? null;
  const settled = useSettled(dataset.id, start);
  const assessment = useAssessment(dataset.id, problems.length === 0 ? settled : null);
  const behind =
    settled !== recipe &&
    serialiseRecipe(settled) !== serialiseRecipe(recipe) &&
    steps.length + settled.steps.length > 0;
  const recommending = useRecommend(dataset, (found) => {
    select(null);
    act({ kind: 'recipe-replaced', recipe: found });
  });
  const useEarlier = (earlier: Recipe, name: string): void => {
    select(null);
    act({ kind: 'recipe-replaced', recipe: earlier });
    notifyDone(text.earlier.used(name, earlier.steps.length));
  };
  const savedPurpose = (id: string): void => {
    setDialog(null);
    if (id !== recipe.purpose) act({ kind: 'recipe-replaced', recipe: { ...recipe, purpose: id } });
    // The guardrails compare every recipe for this purpose with what it needs.
    void refresh(['assessment']);
  };
  const recommend = (): void => (recipe.steps.length > 0 ? setDialog('recommend') : recommending.start(recipe));
  useScreenCommand(readOnly ? null : { id: 'recipe.add', label: text.add.title, run: () => setDialog('add') });
  useScreenCommand(
    readOnly || recommending.running ? null : { id: 'recipe.recommend', label: text.recommend, run: recommend },
  );
  return (
    <Screen
      fill
      title={text.title}
      of={dataset.name}
      note={readOnly ? undefined : <SaveNote datasetId={dataset.id} />}
      actions={
        <>
          <ActionIcon variant="default" aria-label={text.undo} disabled={!draft.undo} onClick={() => draft.undo?.()}>
            <Undo2 size={15} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={text.redo} disabled={!draft.redo} onClick={() => draft.redo?.()}>
            <Redo2 size={15} aria-hidden="true" />
          </ActionIcon>
          <Button
            disabled={readOnly}
            leftSection={<Plus size={14} aria-hidden="true" />}
            onClick={() => setDialog('add')}
          >
            {text.add.button}
          </Button>
          <Button
            variant={steps.length === 0 ? 'filled' : 'default'}
            disabled={readOnly || recommending.running}
            leftSection={<WandSparkles size={14} aria-hidden="true" />}
            onClick={recommend}
          >
            {text.recommend}
          </Button>
          <RecipeFiles dataset={dataset} draft={draft} onReplaced={() => select(null)} />
        </>
      }
    >
      <div className={styles.page}>
        {readOnly && <Notice>{text.readOnly}</Notice>}
        <PurposeBar draft={draft} purposes={purposes} />
        <OtherVersions kinds={['purpose']} />
        {recommending.running && <RecommendProgress name={dataset.name} onCancel={recommending.cancel} />}
        <div className={styles.work}>
          <div className={styles.left} tabIndex={0} role="group" aria-label={text.stepsLabel}>
            {steps.length === 0 ? (
              <EmptyState
                icon={FlaskConical}
                title={text.noSteps.title}
                actions={readOnly ? undefined : <EarlierRecipe datasetId={dataset.id} primary onUse={useEarlier} />}
              >
                {text.noSteps.sentence}
              </EmptyState>
            ) : (
              <StepList
                draft={draft}
                assessment={problems.length === 0 ? (assessment.data ?? null) : null}
                selected={selected}
                onSelect={select}
              />
            )}
          </div>
          <section className={styles.right} aria-label={text.live.label}>
            <LivePanel
              datasetId={dataset.id}
              recipe={settled}
              steps={steps}
              problems={problems}
              assessment={assessment}
              behind={behind}
              onGo={(at) => select(at, true)}
            />
          </section>
        </div>
      </div>
      {selected === null ? (
        <PurposeInspector
          purpose={purpose}
          release={recipe.release}
          readOnly={readOnly}
          onOwn={() => setDialog('own')}
          onEdit={() => setDialog('edit')}
        />
      ) : (
        <StepInspector draft={draft} at={selected} dataset={dataset} takeFocus={byKeyboard} onClose={close} />
      )}
      {dialog === 'add' && <AddStepDialog onAdd={add} onClose={() => setDialog(null)} />}
      {(dialog === 'own' || dialog === 'edit') && (
        <PurposeDialog
          edited={dialog === 'edit' ? purpose : null}
          purposes={purposes}
          onClose={() => setDialog(null)}
          onSaved={savedPurpose}
        />
      )}
      <ConfirmDialog
        opened={dialog === 'recommend'}
        title={text.recommendAgain.title}
        confirm={text.recommendAgain.confirm}
        onClose={() => setDialog(null)}
        onConfirm={async () => recommending.start(recipe)}
      >
        {text.recommendAgain.sentence(steps.length)}
      </ConfirmDialog>
    </Screen>
  );
}
