import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors, type Announcements, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useMemo, useRef } from 'react';
import type { Assessment } from '#shared/contract/recipes.ts';
import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import { recipeText as text } from '#shared/text/window/recipe.ts';
import styles from './recipe.module.css';
import { nextStepIds, type StepIds } from './step-ids.ts';
import { StepRow } from './step-row.tsx';
import type { RecipeDraft } from './use-recipe-draft.ts';

function useStepIds(steps: readonly RecipeStep[]): readonly string[] {
  const known = useRef<StepIds<RecipeStep>>({ steps: [], ids: [], next: 0 });
  return useMemo(() => (known.current = nextStepIds(known.current, steps)).ids, [steps]);
}

interface Props {
  draft: RecipeDraft;
  assessment: Assessment | null;
  selected: number | null;
  onSelect(at: number | null, byKeyboard?: boolean): void;
}

/** The steps in order: dragged by their handles, or moved by keyboard. */
export function StepList({ draft, assessment, selected, onSelect }: Props) {
  const { recipe: { steps }, problems, act, readOnly } = draft;
  const ids = useStepIds(steps);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
  const place = (id: unknown): number => ids.indexOf(String(id)) + 1;
  const announcements: Announcements = {
    onDragStart: ({ active }) => text.dnd.lifted(place(active.id)),
    // Over its own place nothing has moved; saying so would cut "lifted" short.
    onDragOver: ({ active, over }) => (over && over.id !== active.id ? text.dnd.over(place(over.id)) : undefined),
    onDragEnd: ({ over }) => (over ? text.dnd.dropped(place(over.id)) : text.dnd.cancelled),
    onDragCancel: () => text.dnd.cancelled,
  };
  const move = (from: number, to: number): void => {
    if (from === to || to < 0 || to >= steps.length) return;
    act({ kind: 'step-moved', from, to });
    if (selected !== null) onSelect(selected === from ? to : selected > from && selected <= to ? selected - 1 : selected < from && selected >= to ? selected + 1 : selected);
  };
  const onDragEnd = ({ active, over }: DragEndEvent): void => {
    if (over) move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };
  const remove = (at: number): void => {
    act({ kind: 'step-removed', at });
    if (selected !== null) onSelect(selected === at ? null : selected > at ? selected - 1 : selected);
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd} accessibility={{ announcements, screenReaderInstructions: { draggable: text.dnd.instructions } }}>
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        <ol className={styles.steps} aria-label={text.stepsLabel}>
          {steps.map((step, at) => (
            <StepRow
              key={ids[at]}
              id={ids[at]!}
              at={at}
              step={step}
              problems={problems.filter((problem) => problem.step === at)}
              failed={assessment?.failedCasts.filter((cast) => cast.step === at).reduce((sum, { rows }) => sum + rows, 0) ?? 0}
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
