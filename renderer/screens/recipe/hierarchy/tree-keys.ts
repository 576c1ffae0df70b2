import type { KeyboardEvent } from 'react';
import type { TreeEditor } from './use-tree-editor.ts';
import { keyOf } from './visible-nodes.ts';

const page = 15;

/** Which line the key leads to; null where it leads nowhere. */
function lineFor(key: string, at: number, editor: TreeEditor): number | null {
  const { lines } = editor;
  const here = lines[at];
  const last = lines.length - 1;
  const steps: Record<string, number> = {
    ArrowDown: Math.min(last, at + 1),
    ArrowUp: Math.max(0, at - 1),
    PageDown: Math.min(last, at + page),
    PageUp: Math.max(0, at - page),
    Home: 0,
    End: last,
  };
  if (key === 'ArrowRight' && here?.expanded === true) return at + 1 <= last ? at + 1 : null;
  if (key === 'ArrowLeft' && here !== undefined && here.expanded !== true) {
    for (let above = at - 1; above >= 0; above -= 1) if (lines[above]!.depth < here.depth) return above;
    return null;
  }
  return steps[key] ?? null;
}

/**
 * The keys of a tree, as other trees have them; what is no key of it is left to the rest of the window. `readOnly`: those
 * that change nothing.
 */
export function onTreeKey(event: KeyboardEvent, editor: TreeEditor, readOnly: boolean): void {
  const { lines, active } = editor;
  const at = lines.findIndex(({ key }) => active !== null && key === keyOf(active));
  const here = lines[at];
  const held = event.ctrlKey || event.metaKey;
  const acts: Record<string, (() => void) | false | undefined> = held
    ? { x: !readOnly && editor.cutChosen, v: !readOnly && editor.paste }
    : {
        F2: !readOnly && here && here.level > 0 && (() => editor.set({ renaming: here, refusal: null })),
        Delete: !readOnly && editor.remove,
        ' ': here && (() => editor.mark({ level: here.level, label: here.label })),
        Enter: here?.expanded !== null && here && (() => editor.open(here, !here.expanded)),
        Escape: () => editor.set({ marked: [], cut: [], refusal: null }),
        ArrowRight: here?.expanded === false && (() => editor.open(here, true)),
        ArrowLeft: here?.expanded === true && (() => editor.open(here, false)),
      };
  const act = acts[held ? event.key.toLowerCase() : event.key];
  const line = act || held ? null : lineFor(event.key, at, editor);
  if (!act && line === null) return;
  event.preventDefault();
  if (act) act();
  else if (line !== null && lines[line]) {
    const { level, label } = lines[line];
    editor.set({ active: { level, label } });
  }
}
