/** True when a key press is the accelerator (Electron's notation: `CmdOrCtrl+Shift+Z`). */
export function isShortcut(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>, accelerator: string, mac: boolean): boolean {
  const parts = accelerator.split('+');
  const key = parts.at(-1)!.toLowerCase();
  const command = parts.includes('CmdOrCtrl');
  return event.key.toLowerCase() === key
    && (mac ? event.metaKey : event.ctrlKey) === command
    && !(mac ? event.ctrlKey : event.metaKey)
    && event.shiftKey === parts.includes('Shift')
    && event.altKey === parts.includes('Alt');
}

/** The accelerator as people of this platform write it: "Ctrl+K" or "⌘K". */
export const shortcutText = (accelerator: string, mac: boolean): string => (mac ? accelerator.replace('CmdOrCtrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥') : accelerator.replace('CmdOrCtrl', 'Ctrl'));

/** Typing into a field must stay typing: only accelerators with Ctrl or ⌘ reach the window from there. */
export const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
