import { useState } from 'react';
import { uiState } from '#renderer/state/ui-state.ts';

export interface ChosenStep {
  /** Place of the step shown in the inspector; none: the purpose is. */
  selected: number | null;
  /** It was chosen without a pointer, so that the cursor goes to its form. */
  byKeyboard: boolean;
  select(at: number | null, keyboard?: boolean): void;
  /** Back from the step's form to its row. */
  close(): void;
}

/** Which step of a recipe of `count` steps is being looked at. */
export function useChosenStep(count: number): ChosenStep {
  const [{ chosen, byKeyboard }, choose] = useState<{ chosen: number | null; byKeyboard: boolean }>({
    chosen: null,
    byKeyboard: false,
  });
  const selected = chosen !== null && chosen < count ? chosen : null;
  const select = (at: number | null, keyboard = false): void => {
    if (at !== null) uiState.set({ inspectorOpen: true });
    choose({ chosen: at, byKeyboard: keyboard });
  };
  const close = (): void => {
    const row = selected === null ? null : document.getElementById(`step-${selected + 1}`);
    select(null);
    row?.focus();
  };
  return { selected, byKeyboard, select, close };
}
