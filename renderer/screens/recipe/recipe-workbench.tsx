import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe, RecipeStep } from '#shared/domain/recipe-file.ts';
import type { OperationId } from '#shared/recipe/operations/index.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { refresh } from '#renderer/client/query-client.ts';
import { useAssessment } from '#renderer/client/queries.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { waysWindowText } from '#shared/text/window/ways.ts';
import type { ChosenWay } from '#renderer/state/chosen-way.ts';
import { recipeText as text } from '#shared/text/window/recipe.ts';
import { PopulationDemand } from './population-demand.tsx';
import { FurtherDemands } from './further-demands.tsx';
import { HierarchyPage } from './hierarchy/hierarchy-page.tsx';
import { LivePanel } from './live-panel.tsx';
import { PurposeInspector } from './purpose-inspector.tsx';
import { OtherVersions } from '#renderer/workspace/other-versions.tsx';
import { PurposeBar } from './purpose-bar.tsx';
import { RecipeActions } from './recipe-actions.tsx';
import { RecipeDialogs, type OpenDialog } from './recipe-dialogs.tsx';
import { RecipeFiles } from './recipe-files.tsx';
import styles from './recipe.module.css';
import { RecommendProgress } from './recommend-progress.tsx';
import { SaveNote } from './save-note.tsx';
import { isBehind, useSettled } from './settled-recipe.ts';
import { StepInspector } from './step-inspector.tsx';
import { StepsPane } from './steps-pane.tsx';
import { useChosenWay } from './use-chosen-way.ts';
import { useChosenStep, type ChosenStep } from './use-chosen-step.ts';
import { useRecipeDraft, type RecipeDraft } from './use-recipe-draft.ts';
import { useRecommend } from './use-recommend.ts';

const suppression: OperationId = 'suppress-small-classes';

/** Where a new step goes: leaving out small classes is always the last thing that happens. */
const placeOf = (step: RecipeStep, steps: readonly RecipeStep[]): number =>
  steps.at(-1)?.op === suppression && step.op !== suppression ? steps.length - 1 : steps.length;

/** What a person does to the recipe as a whole, or to its steps, from the screen and its dialogs. */
function recipeDeeds({ recipe, act }: RecipeDraft, { select }: ChosenStep) {
  const replace = (next: Recipe): void => {
    select(null);
    act({ kind: 'recipe-replaced', recipe: next });
  };
  return {
    replace,
    add(step: RecipeStep): void {
      const at = placeOf(step, recipe.steps);
      act({ kind: 'step-added', at, step });
      select(at, true);
    },
    useEarlier(earlier: Recipe, name: string): void {
      replace(earlier);
      notifyDone(text.earlier.used(name, earlier.steps.length));
    },
    useWay({ recipe: chosen, name }: ChosenWay): void {
      replace(chosen);
      notifyDone(waysWindowText.used(name, chosen.steps.length));
    },
    usePurpose(id: string): void {
      if (id !== recipe.purpose) act({ kind: 'recipe-replaced', recipe: { ...recipe, purpose: id } });
      // The guardrails compare every recipe for this purpose with what it needs.
      void refresh(['assessment']);
    },
  };
}

/** The chosen step in the inspector; while there is none, the purpose. */
function Inspected({
  dataset,
  draft,
  chosen,
  purpose,
  onDialog,
  onTree,
}: {
  dataset: DatasetSummary;
  draft: RecipeDraft;
  chosen: ChosenStep;
  purpose: Purpose | null;
  onDialog(dialog: OpenDialog): void;
  onTree(at: number): void;
}) {
  if (chosen.selected === null)
    return (
      <PurposeInspector
        purpose={purpose}
        release={draft.recipe.release}
        readOnly={draft.readOnly}
        onOwn={() => onDialog('own')}
        onEdit={() => onDialog('edit')}
      />
    );
  return (
    <StepInspector
      draft={draft}
      at={chosen.selected}
      dataset={dataset}
      takeFocus={chosen.byKeyboard}
      onTree={() => onTree(chosen.selected!)}
      onClose={chosen.close}
    />
  );
}

/** The steps on the left, their effect on the right. */
function Work({
  dataset,
  draft,
  settled,
  chosen,
  onUseEarlier,
}: {
  dataset: DatasetSummary;
  draft: RecipeDraft;
  settled: Recipe;
  chosen: ChosenStep;
  onUseEarlier(earlier: Recipe, name: string): void;
}) {
  const { recipe, problems } = draft;
  const assessment = useAssessment(dataset.id, problems.length === 0 ? settled : null);
  return (
    <div className={styles.work}>
      <StepsPane
        datasetId={dataset.id}
        draft={draft}
        assessment={problems.length === 0 ? (assessment.data ?? null) : null}
        chosen={chosen}
        onUseEarlier={onUseEarlier}
      />
      <section className={styles.right} aria-label={text.live.label}>
        <LivePanel
          datasetId={dataset.id}
          recipe={settled}
          steps={recipe.steps}
          problems={problems}
          assessment={assessment}
          behind={isBehind(settled, recipe)}
          onGo={(at) => chosen.select(at, true)}
        />
      </section>
    </div>
  );
}

interface Props {
  dataset: DatasetSummary;
  start: Recipe;
  purposes: Purpose[];
  operator: string;
  readOnly: boolean;
}

/** The recipe of one dataset: purpose above, steps on the left, their effect on the right. */
export function RecipeWorkbench({ dataset, start, purposes, operator, readOnly }: Props) {
  const [tree, setTree] = useState<number | null>(null);
  const draft = useRecipeDraft(dataset, start, { operator, readOnly, elsewhere: tree !== null });
  const { recipe } = draft;
  const { steps } = recipe;
  const chosen = useChosenStep(steps.length);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const deeds = recipeDeeds(draft, chosen);
  useChosenWay(dataset.id, deeds.useWay);
  const settled = useSettled(dataset.id, start);
  const recommending = useRecommend(dataset, deeds.replace);
  const opened = tree === null ? undefined : steps[tree];
  const purpose = purposes.find(({ id }) => id === recipe.purpose) ?? null;
  if (tree !== null && opened)
    return (
      <HierarchyPage
        dataset={dataset}
        step={opened}
        readOnly={readOnly}
        onSave={(settings) => draft.act({ kind: 'step-changed', at: tree, step: { ...opened, settings } })}
        onClose={() => setTree(null)}
      />
    );
  return (
    <Screen
      fill
      title={text.title}
      of={dataset.name}
      note={readOnly ? undefined : <SaveNote datasetId={dataset.id} />}
      actions={
        <RecipeActions
          draft={draft}
          recommending={recommending.running}
          onAdd={() => setDialog('add')}
          onRecommend={() => (steps.length > 0 ? setDialog('recommend') : recommending.start(recipe))}
        >
          <RecipeFiles dataset={dataset} draft={draft} onReplaced={() => chosen.select(null)} />
        </RecipeActions>
      }
    >
      <div className={styles.page}>
        {readOnly && <Notice>{text.readOnly}</Notice>}
        <PurposeBar draft={draft} purposes={purposes} />
        <PopulationDemand datasetId={dataset.id} draft={draft} />
        <FurtherDemands recipe={recipe} />
        <OtherVersions kinds={['purpose']} />
        {recommending.running && <RecommendProgress name={dataset.name} onCancel={recommending.cancel} />}
        <Work dataset={dataset} draft={draft} settled={settled} chosen={chosen} onUseEarlier={deeds.useEarlier} />
      </div>
      <Inspected
        dataset={dataset}
        draft={draft}
        chosen={chosen}
        purpose={purpose}
        onDialog={setDialog}
        onTree={setTree}
      />
      <RecipeDialogs
        open={dialog}
        steps={steps.length}
        purpose={purpose}
        purposes={purposes}
        onAdd={deeds.add}
        onPurpose={deeds.usePurpose}
        onRecommend={() => recommending.start(recipe)}
        onClose={() => setDialog(null)}
      />
    </Screen>
  );
}
