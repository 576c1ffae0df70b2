import type { MouseEvent } from 'react';
import type { TreeEditor } from './use-tree-editor.ts';

/** A click chooses its line, with Ctrl it marks it; on the arrow, or twice, it opens or closes it. */
export function onTreeClick(event: MouseEvent, editor: TreeEditor): void {
  const target = event.target instanceof Element ? event.target : null;
  const row = target?.closest<HTMLElement>('[data-line]');
  const line = row ? editor.lines[Number(row.dataset['line'])] : undefined;
  if (line === undefined) return;
  const node = { level: line.level, label: line.label };
  if (event.ctrlKey || event.metaKey) editor.mark(node);
  if (line.expanded !== null && (target?.closest('[data-opens]') || event.detail === 2))
    editor.open(node, !line.expanded);
  editor.set({ active: node });
}
