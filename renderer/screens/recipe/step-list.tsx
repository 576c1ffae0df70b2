import { closestCenter, DndContext } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useMemo, useRef } from 'react';
import type { Assessment } from '#shared/contract/recipes.ts';
import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import { recipeText as text } from '#shared/text/window/recipe.ts';
import styles from './recipe.module.css';
import { useStepDragging } from './step-dragging.ts';
import { nextStepIds, type StepIds } from './step-ids.ts';
import { StepRow } from './step-row.tsx';
import { useStepsInSight } from './steps-in-sight.ts';
import type { RecipeDraft } from './use-recipe-draft.ts';

function useStepIds(steps: readonly RecipeStep[]): readonly string[] {
  const known = useRef<StepIds<RecipeStep>>({ steps: [], ids: [], next: 0 });
  return useMemo(() => (known.current = nextStepIds(known.current, steps)).ids, [steps]);
}

/** Where a step stands after another one, or itself, was moved. */
function placeAfterMove(at: number, from: number, to: number): number {
  if (at === from) return to;
  if (at > from && at <= to) return at - 1;
  return at < from && at >= to ? at + 1 : at;
}

const failedAt = (step: number, assessment: Assessment | null): number =>
  assessment?.failedCasts.filter((cast) => cast.step === step).reduce((sum, { rows }) => sum + rows, 0) ?? 0;

interface Props {
  draft: RecipeDraft;
  assessment: Assessment | null;
  selected: number | null;
  onSelect(at: number | null, byKeyboard?: boolean): void;
}

/** The steps in order: dragged by their handles, or moved by keyboard. */
export function StepList({ draft, assessment, selected, onSelect }: Props) {
  const { problems, act, readOnly } = draft;
  const { steps } = draft.recipe;
  const list = useRef<HTMLOListElement>(null);
  const ids = useStepIds(steps);
  const move = (from: number, to: number): void => {
    if (from === to || to < 0 || to >= steps.length) return;
    act({ kind: 'step-moved', from, to });
    if (selected !== null) onSelect(placeAfterMove(selected, from, to));
  };
  const remove = (at: number): void => {
    act({ kind: 'step-removed', at });
    if (selected !== null) onSelect(selected === at ? null : selected > at ? selected - 1 : selected);
  };
  const { dragged, dragging } = useStepDragging(ids, move);
  const { drawn, height } = useStepsInSight(list, ids, { selected, dragged });
  return (
    <DndContext collisionDetection={closestCenter} {...dragging}>
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        <ol
          ref={list}
          className={styles.steps}
          aria-label={text.stepsLabel}
          style={height === null ? undefined : { height, position: 'relative' }}
        >
          {drawn.map(({ at, place }) => (
            <StepRow
              key={ids[at]}
              id={ids[at]!}
              at={at}
              step={steps[at]!}
              place={place}
              problems={problems.filter((problem) => problem.step === at)}
              failed={failedAt(at, assessment)}
              selected={selected === at}
              readOnly={readOnly}
              onSelect={(byKeyboard) => onSelect(selected === at ? null : at, byKeyboard)}
              onSwitch={(enabled) => act({ kind: 'step-switched', at, enabled })}
              onMove={(to) => move(at, to)}
              onRemove={() => remove(at)}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}
