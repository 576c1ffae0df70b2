import { useEffect } from 'react';

/** The parts of the window in order, and what in each takes the focus. */
const panes: readonly [pane: string, first: string][] = [
  ['header', 'button:not([disabled])'],
  ['nav', '[aria-current], a'],
  ['main', '#screen-title'],
  ['aside:not([hidden])', '[tabindex="0"]'],
];

/** The pane after (or before) the one that has the focus, which it gets. */
function move(back: boolean): void {
  const there = panes.flatMap(([pane, first]) => {
    const element = document.querySelector(pane);
    const target = element?.querySelector<HTMLElement>(first);
    return element && target ? [{ element, target }] : [];
  });
  const at = there.findIndex(({ element }) => element.contains(document.activeElement));
  const next = at < 0 ? 0 : (at + (back ? -1 : 1) + there.length) % there.length;
  there[next]?.target.focus();
}

/**
 * F6 goes from part to part of the window, Shift+F6 back: out of a grid or a long list in one press. An open dialog
 * keeps the focus.
 */
export function usePanes(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inDialog = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey || inDialog) return;
      event.preventDefault();
      move(event.shiftKey);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
