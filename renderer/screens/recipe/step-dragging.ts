import {
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DndContextProps,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useState } from 'react';
import { recipeText } from '#shared/text/window/recipe.ts';

const text = recipeText.dnd;

/** What a screen reader hears while a step is carried. */
function announcementsOf(ids: readonly string[]): Announcements {
  const place = (id: unknown): number => ids.indexOf(String(id)) + 1;
  return {
    onDragStart: ({ active }) => text.lifted(place(active.id)),
    // Over its own place nothing has moved; saying so would cut "lifted" short.
    onDragOver: ({ active, over }) => (over && over.id !== active.id ? text.over(place(over.id)) : undefined),
    onDragEnd: ({ over }) => (over ? text.dropped(place(over.id)) : text.cancelled),
    onDragCancel: () => text.cancelled,
  };
}

/** Carrying a step to another place, by pointer or by keyboard. */
export function useStepDragging(
  ids: readonly string[],
  move: (from: number, to: number) => void,
): { dragged: number | null; dragging: DndContextProps } {
  const [dragged, setDragged] = useState<number | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  return {
    dragged,
    dragging: {
      sensors,
      onDragStart: ({ active }) => setDragged(ids.indexOf(String(active.id))),
      onDragCancel: () => setDragged(null),
      onDragEnd: ({ active, over }) => {
        setDragged(null);
        if (over) move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
      },
      accessibility: {
        announcements: announcementsOf(ids),
        screenReaderInstructions: { draggable: text.instructions },
      },
    },
  };
}
