import { useEffect, useRef, type RefObject } from 'react';

interface CellPlace {
  row: number;
  column: string;
}

/** The cell an event is in, if it is one of this frame. */
function cellOf(target: EventTarget | null, frame: HTMLElement | null): CellPlace | null {
  if (!(target instanceof Element) || !frame?.contains(target)) return null;
  const cell = target.closest('[role="gridcell"]');
  const column = cell?.getAttribute('col-id');
  const row = cell?.closest('[row-index]')?.getAttribute('row-index');
  return column == null || row == null ? null : { row: Number(row), column };
}

const isSame = (one: CellPlace, other: CellPlace | null): boolean =>
  one.row === other?.row && one.column === other.column;

/**
 * Both presses of a double click belong to the cell that the first was in. That one opens the inspector, which may lie
 * under the pointer by the second: nothing of it is pressed then.
 */
export function useDoublePress(frame: RefObject<HTMLElement | null>, onDouble: (cell: CellPlace) => void): void {
  const latest = useRef(onDouble);
  latest.current = onDouble;
  useEffect(() => {
    let first: CellPlace | null = null;
    let swallowing = false;
    // A click by key or program is none of these: its count is 0.
    const swallow = (event: MouseEvent): void => {
      if (!swallowing || event.detail !== 2) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const press = (event: MouseEvent): void => {
      swallowing = false;
      const cell = event.button === 0 ? cellOf(event.target, frame.current) : null;
      if (event.detail !== 2 || first === null) {
        first = event.detail === 1 ? cell : null;
        return;
      }
      swallowing = !isSame(first, cell);
      swallow(event);
      latest.current(first);
      first = null;
    };
    // Ahead of everybody else, wherever the second press lands.
    window.addEventListener('mousedown', press, true);
    const rest = ['mouseup', 'click', 'dblclick'] as const;
    for (const kind of rest) window.addEventListener(kind, swallow, true);
    return () => {
      window.removeEventListener('mousedown', press, true);
      for (const kind of rest) window.removeEventListener(kind, swallow, true);
    };
  }, [frame]);
}
