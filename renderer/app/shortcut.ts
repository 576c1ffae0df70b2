/** True when a key press is the accelerator (Electron's notation: `CmdOrCtrl+Shift+Z`). */
export function isShortcut(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  accelerator: string,
  mac: boolean,
): boolean {
  const parts = accelerator.split('+');
  const key = parts.at(-1)!.toLowerCase();
  const command = parts.includes('CmdOrCtrl');
  return (
    event.key.toLowerCase() === key &&
    (mac ? event.metaKey : event.ctrlKey) === command &&
    !(mac ? event.ctrlKey : event.metaKey) &&
    event.shiftKey === parts.includes('Shift') &&
    event.altKey === parts.includes('Alt')
  );
}

/** The accelerator as people of this platform write it: "Ctrl+K" or "⌘K". */
export const shortcutText = (accelerator: string, mac: boolean): string =>
  mac
    ? accelerator.replace('CmdOrCtrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥')
    : accelerator.replace('CmdOrCtrl', 'Ctrl');

/** Inputs that hold no text. */
const untyped = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file']);

/** Typing into a field must stay typing: undo and redo there belong to the text. A switch or a checkbox holds none. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(textarea|select)$/i.test(target.tagName) ||
    (target instanceof HTMLInputElement && !untyped.has(target.type)));
