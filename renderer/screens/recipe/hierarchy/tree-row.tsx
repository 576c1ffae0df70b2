import { TextInput } from '@mantine/core';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { TreeNode } from '#shared/hierarchies/tree/hierarchy-tree.ts';
import { hierarchyText as text, type NodeUnit } from '#shared/text/window/hierarchy.ts';
import styles from './hierarchy.module.css';
import type { VisibleNode } from './visible-nodes.ts';

interface Props {
  id: string;
  /** Its place among the lines. */
  index: number;
  node: VisibleNode;
  top: number;
  /** People or rows. */
  size: number;
  least: number;
  unit: NodeUnit;
  state: { active: boolean; marked: boolean; cut: boolean; renaming: boolean };
  /** Null: as it was. */
  onRenamed(name: string | null): void;
}

/** A field in the place of a label; Enter takes the name, Escape leaves it. */
function NameField({ node, onRenamed }: { node: TreeNode; onRenamed: Props['onRenamed'] }) {
  return (
    <TextInput
      aria-label={text.name(node.label)}
      className={styles.nameField}
      defaultValue={node.label}
      maxLength={200}
      autoFocus
      onClick={(event) => event.stopPropagation()}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => onRenamed(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') onRenamed(event.currentTarget.value);
        if (event.key === 'Escape') onRenamed(null);
      }}
    />
  );
}

/** A line of the tree: a label or a value, with the people, or rows, it has. */
export function TreeRow({ id, index, node, top, size, least, unit, state, onRenamed }: Props) {
  const { level, label, depth, position, of, expanded } = node;
  const Arrow = expanded === true ? ChevronDown : ChevronRight;
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={depth}
      aria-posinset={position}
      aria-setsize={of}
      aria-selected={state.marked || state.active}
      {...(expanded === null ? {} : { 'aria-expanded': expanded })}
      data-active={state.active || undefined}
      data-marked={state.marked || undefined}
      data-cut={state.cut || undefined}
      className={styles.line}
      style={{ transform: `translateY(${top}px)`, paddingLeft: 8 + (depth - 1) * 20 }}
      data-line={index}
    >
      <span className={styles.arrow} aria-hidden="true" data-opens>
        {expanded !== null && <Arrow size={14} />}
      </span>
      {state.renaming ? (
        <NameField node={node} onRenamed={onRenamed} />
      ) : (
        <span className={level === 0 ? styles.value : styles.group} title={label}>
          {label === '' ? text.emptyValue : label}
        </span>
      )}
      {state.cut && <span className="sr-only">{text.cut}</span>}
      <span className={styles.rows} data-few={size < least || undefined}>
        <span aria-hidden="true">{size === 0 ? text.absent : text.size(size, least, unit)}</span>
        <span className="sr-only">{text.sizeLong(size, least, unit)}</span>
      </span>
    </div>
  );
}
