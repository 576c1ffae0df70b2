import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
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

/** Recipes up to this length are drawn whole; of longer ones only the steps in sight. */
const wholeUpTo = 100;
/** Pixels of a step with a sentence of two lines and a reason of one; what is drawn is measured. */
const usualHeight = 83;

interface Props {
  draft: RecipeDraft;
  assessment: Assessment | null;
  selected: number | null;
  onSelect(at: number | null, byKeyboard?: boolean): void;
}

/** The steps in order: dragged by their handles, or moved by keyboard. */
export function StepList({ draft, assessment, selected, onSelect }: Props) {
  const {
    recipe: { steps },
    problems,
    act,
    readOnly,
  } = draft;
  const ids = useStepIds(steps);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (id: unknown): number => ids.indexOf(String(id)) + 1;
  const announcements: Announcements = {
    onDragStart: ({ active }) => text.dnd.lifted(place(active.id)),
    // Over its own place nothing has moved; saying so would cut "lifted" short.
    onDragOver: ({ active, over }) => (over && over.id !== active.id ? text.dnd.over(place(over.id)) : undefined),
    onDragEnd: ({ over }) => (over ? text.dnd.dropped(place(over.id)) : text.dnd.cancelled),
    onDragCancel: () => text.dnd.cancelled,
  };
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const long = steps.length > wholeUpTo;
  const window = useVirtualizer({
    count: steps.length,
    enabled: long,
    // The pane that scrolls is the list's frame.
    getScrollElement: () => list.current?.parentElement ?? null,
    estimateSize: () => usualHeight,
    getItemKey: (at) => ids[at]!,
    overscan: 6,
    rangeExtractor: (range) =>
      dragged === null
        ? defaultRangeExtractor(range)
        : [...new Set([...defaultRangeExtractor(range), dragged])].sort((a, b) => a - b),
  });
  useEffect(() => {
    if (long && selected !== null) window.scrollToIndex(selected, { align: 'auto' });
  }, [long, selected, window]);
  const move = (from: number, to: number): void => {
    if (from === to || to < 0 || to >= steps.length) return;
    act({ kind: 'step-moved', from, to });
    if (selected !== null)
      onSelect(
        selected === from
          ? to
          : selected > from && selected <= to
            ? selected - 1
            : selected < from && selected >= to
              ? selected + 1
              : selected,
      );
  };
  const onDragEnd = ({ active, over }: DragEndEvent): void => {
    setDragged(null);
    if (over) move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };
  const remove = (at: number): void => {
    act({ kind: 'step-removed', at });
    if (selected !== null) onSelect(selected === at ? null : selected > at ? selected - 1 : selected);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragStart={({ active }) => setDragged(ids.indexOf(String(active.id)))}
      onDragCancel={() => setDragged(null)}
      onDragEnd={onDragEnd}
      accessibility={{ announcements, screenReaderInstructions: { draggable: text.dnd.instructions } }}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        <ol
          ref={list}
          className={styles.steps}
          aria-label={text.stepsLabel}
          style={long ? { height: window.getTotalSize(), position: 'relative' } : undefined}
        >
          {(long ? window.getVirtualItems() : steps.map((_, index) => ({ index, start: null }))).map(
            ({ index: at, start }) => (
              <StepRow
                key={ids[at]}
                id={ids[at]!}
                at={at}
                step={steps[at]!}
                place={start === null ? null : { top: start, of: steps.length, measure: window.measureElement }}
                problems={problems.filter((problem) => problem.step === at)}
                failed={
                  assessment?.failedCasts.filter((cast) => cast.step === at).reduce((sum, { rows }) => sum + rows, 0) ??
                  0
                }
                selected={selected === at}
                readOnly={readOnly}
                onSelect={(byKeyboard) => onSelect(selected === at ? null : at, byKeyboard)}
                onSwitch={(enabled) => act({ kind: 'step-switched', at, enabled })}
                onMove={(to) => move(at, to)}
                onRemove={() => remove(at)}
              />
            ),
          )}
        </ol>
      </SortableContext>
    </DndContext>
  );
}
