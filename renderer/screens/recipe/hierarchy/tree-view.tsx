import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { hierarchyText as text, type NodeUnit } from '#shared/text/window/hierarchy.ts';
import styles from './hierarchy.module.css';
import { onTreeClick } from './tree-clicks.ts';
import { onTreeKey } from './tree-keys.ts';
import { TreeRow } from './tree-row.tsx';
import type { TreeEditor } from './use-tree-editor.ts';
import { keyOf } from './visible-nodes.ts';

/** Pixels of a line, as in the style sheet. */
const lineHeight = 26;

interface Props {
  editor: TreeEditor;
  column: string;
  /** People, or rows, of every node, `[level].get(label)`. */
  sizes: readonly ReadonlyMap<string, number>[];
  least: number;
  unit: NodeUnit;
  readOnly: boolean;
}

/** The tree itself: only the lines in sight are drawn, whatever there are; the keys are those of other trees. */
export function TreeView({ editor, column, sizes, least, unit, readOnly }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { lines, active, renaming } = editor;
  const at = lines.findIndex(({ key }) => active !== null && key === keyOf(active));
  const drawn = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  });
  useEffect(() => {
    if (at >= 0) drawn.scrollToIndex(at, { align: 'auto' });
    // Only when another line is chosen; scrolling by hand is left alone.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [at]);
  const has = (list: readonly { level: number; label: string }[], key: string): boolean =>
    list.some((node) => keyOf(node) === key);
  return (
    <div
      ref={scroller}
      role="tree"
      tabIndex={0}
      aria-label={text.tree(column)}
      aria-multiselectable="true"
      aria-describedby="hierarchy-keys"
      aria-activedescendant={at >= 0 ? `hierarchy-line-${at}` : undefined}
      className={styles.tree}
      onKeyDown={(event) => onTreeKey(event, editor, readOnly)}
      onClick={(event) => {
        onTreeClick(event, editor);
        scroller.current?.focus();
      }}
    >
      <div role="presentation" style={{ height: drawn.getTotalSize(), position: 'relative' }}>
        {drawn.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]!;
          return (
            <TreeRow
              key={line.key}
              id={`hierarchy-line-${index}`}
              index={index}
              node={line}
              top={start}
              size={sizes[line.level]?.get(line.label) ?? 0}
              least={least}
              unit={unit}
              state={{
                active: index === at,
                marked: has(editor.marked, line.key),
                cut: has(editor.cut, line.key),
                renaming: renaming !== null && keyOf(renaming) === line.key,
              }}
              onRenamed={(name) => {
                if (name === null) editor.set({ renaming: null });
                else editor.rename(line, name);
                scroller.current?.focus();
              }}
            />
          );
        })}
      </div>
      {lines.length === 0 && (
        <p className={styles.empty}>{editor.search.trim() === '' ? text.emptyTree : text.noneFound}</p>
      )}
    </div>
  );
}
