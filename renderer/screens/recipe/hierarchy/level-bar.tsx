import { NativeSelect } from '@mantine/core';
import { Check, TriangleAlert } from 'lucide-react';
import { heightOf, labelsAt } from '#shared/hierarchies/tree/hierarchy-tree.ts';
import type { Coverage } from '#shared/hierarchies/tree/coverage.ts';
import type { HierarchyProposals } from '#shared/contract/hierarchies.ts';
import { hierarchyText as text } from '#shared/text/window/hierarchy.ts';
import styles from './hierarchy.module.css';
import type { TreeEditor } from './use-tree-editor.ts';

/** What becomes of values that are in no row of the hierarchy. */
export const restWays = ['label', 'top', 'empty', 'keep', 'refuse'] as const;
export type RestWay = (typeof restWays)[number];

interface Props {
  editor: TreeEditor;
  level: number;
  rest: RestWay;
  /** People, or rows, of every node, `[level].get(label)`. */
  sizes: readonly ReadonlyMap<string, number>[];
  coverage: Coverage;
  counted: HierarchyProposals;
  disabled: boolean;
  onLevel(level: number): void;
  onRest(rest: RestWay): void;
}

/** Which level the step takes, how small its smallest group is, and how much of the column the tree covers. */
export function LevelBar({ editor, level, rest, sizes, coverage, counted, disabled, onLevel, onRest }: Props) {
  const { tree } = editor;
  const levels = Array.from({ length: heightOf(tree) + 1 }, (_, at) => labelsAt(tree, at).length);
  const those = [...(sizes[level]?.values() ?? [])].filter((size) => size > 0);
  const smallest = those.reduce((least, size) => Math.min(least, size), Infinity);
  const all = coverage.uncovered.length === 0;
  const Mark = all ? Check : TriangleAlert;
  return (
    <div className={styles.bar}>
      <NativeSelect
        className={styles.level}
        label={text.level}
        disabled={disabled}
        value={String(level)}
        data={levels.slice(1).map((groups, at) => ({ value: String(at + 1), label: text.levelName(at + 1, groups) }))}
        onChange={(event) => onLevel(Number(event.currentTarget.value))}
      />
      <NativeSelect
        className={styles.unseen}
        label={text.unseen}
        disabled={disabled}
        value={rest}
        data={restWays.map((value) => ({ value, label: text.unseenWays[value] }))}
        onChange={(event) => onRest(restWays.find((way) => way === event.currentTarget.value) ?? 'label')}
      />
      <p className={styles.sums} role="status">
        <span>{text.shape(levels)}</span>
        <span className={all ? styles.covered : styles.partly}>
          <Mark size={13} aria-hidden="true" />{' '}
          {text.covers(coverage.coveredValues, coverage.values, coverage.coveredRows, coverage.rows)}
        </span>
        {Number.isFinite(smallest) && <span>{text.smallest(smallest, counted.least, counted)}</span>}
        {counted.others !== null && (
          <span>{text.others(counted.others.values, counted.others.rows, counted.least)}</span>
        )}
      </p>
    </div>
  );
}
