import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { HierarchyProposals } from '#shared/contract/hierarchies.ts';
import { coverageOf, rowsByNode } from '#shared/hierarchies/tree/coverage.ts';
import type { HierarchyFault } from '#shared/hierarchies/tree/find-fault.ts';
import { heightOf, rowsOfTree, treeOfRows, type HierarchyTree } from '#shared/hierarchies/tree/hierarchy-tree.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { hierarchyText as text } from '#shared/text/window/hierarchy.ts';
import styles from './hierarchy.module.css';
import { LevelBar, type RestWay } from './level-bar.tsx';
import { SourceBar } from './source-bar.tsx';
import { TreeActions } from './tree-actions.tsx';
import { TreeView } from './tree-view.tsx';
import { UncoveredList } from './uncovered-list.tsx';
import { useTreeEditor, type TreeEditor } from './use-tree-editor.ts';

/** The settings of a step that the editor writes. */
export interface HierarchySettings {
  hierarchy: string[][];
  level: number;
  otherwise: RestWay;
}

interface Props {
  dataset: string;
  column: string;
  columns: readonly string[];
  settings: HierarchySettings;
  counted: HierarchyProposals;
  readOnly: boolean;
  /** Asks for the names of the values that few people share. */
  onReveal(): void;
  onSave(settings: HierarchySettings): void;
  onClose(): void;
}

/** The step's own tree; where it has none, or none that can be shown, the first proposal. */
function firstTree(
  { hierarchy }: HierarchySettings,
  { proposals }: HierarchyProposals,
): { tree: HierarchyTree; fault: HierarchyFault | null; source: string | null } {
  const own = treeOfRows(hierarchy);
  const fault = own.ok ? null : own.fault;
  if (own.ok && hierarchy.length > 0) return { tree: own.tree, fault, source: null };
  const proposed = treeOfRows(proposals[0]?.rows ?? []);
  return { tree: proposed.ok ? proposed.tree : { above: [new Map()] }, fault, source: proposals[0]?.source ?? null };
}

/** The values with what they are counted in: people where a column tells them apart. */
const bySize = ({ values }: HierarchyProposals) =>
  values.map(({ value, rows, people }) => ({ value, rows: people ?? rows }));

/** The tree beside the values that it lacks. */
function Work({
  editor,
  column,
  sizes,
  uncovered,
  counted,
  readOnly,
}: Pick<Props, 'column' | 'counted' | 'readOnly'> & {
  editor: TreeEditor;
  sizes: readonly ReadonlyMap<string, number>[];
  uncovered: HierarchyProposals['values'];
}) {
  const { least } = counted;
  return (
    <div className={styles.work}>
      <div className={styles.left}>
        <TreeView editor={editor} column={column} sizes={sizes} least={least} unit={counted} readOnly={readOnly} />
        <p id="hierarchy-keys" className={styles.keys}>
          {text.keysHelp}
        </p>
      </div>
      <UncoveredList editor={editor} uncovered={uncovered} least={least} unit={counted} disabled={readOnly} />
    </div>
  );
}

/** A hierarchy as a tree: what lies under what, how many people, or rows, each has, and which values it lacks. */
export function HierarchyEditor({
  dataset,
  column,
  columns,
  settings,
  counted,
  readOnly,
  onReveal,
  onSave,
  onClose,
}: Props) {
  const [first] = useState(() => firstTree(settings, counted));
  const editor = useTreeEditor(first.tree);
  const [asked, setLevel] = useState(settings.level);
  const [rest, setRest] = useState(settings.otherwise);
  const [begun, setBegun] = useState<{ source: string | null; like?: string | undefined }>({ source: first.source });
  const { tree } = editor;
  const level = Math.min(asked, heightOf(tree));
  const sizes = useMemo(() => rowsByNode(tree, bySize(counted)), [tree, counted]);
  const coverage = useMemo(() => coverageOf((value) => tree.above[0]!.has(value), counted.values), [tree, counted]);
  return (
    <Screen
      fill
      title={text.title}
      of={text.of(dataset, column)}
      {...(columns.length > 1 ? { note: text.severalColumns(columns, column) } : {})}
      actions={
        <>
          {counted.others !== null && <Button onClick={onReveal}>{text.show}</Button>}
          <Button onClick={onClose}>{text.back}</Button>
          <Button
            variant="filled"
            disabled={readOnly}
            onClick={() => onSave({ hierarchy: rowsOfTree(tree), level, otherwise: rest })}
          >
            {text.save}
          </Button>
        </>
      }
    >
      <div className={styles.page}>
        {first.fault !== null && <Notice tone="warn">{text.fault(first.fault)}</Notice>}
        <SourceBar
          editor={editor}
          proposals={counted.proposals}
          column={column}
          values={counted.values.length}
          disabled={readOnly}
          source={begun.source}
          like={begun.like}
          onBegun={(source, like) => setBegun({ source, like })}
        />
        <LevelBar
          editor={editor}
          level={level}
          rest={rest}
          sizes={sizes}
          coverage={coverage}
          counted={counted}
          disabled={readOnly}
          onLevel={setLevel}
          onRest={setRest}
        />
        <TreeActions editor={editor} level={level} disabled={readOnly} />
        {editor.refusal !== null && <Notice tone="block">{text.refusals[editor.refusal]}</Notice>}
        <Work
          editor={editor}
          column={column}
          sizes={sizes}
          uncovered={coverage.uncovered}
          counted={counted}
          readOnly={readOnly}
        />
      </div>
    </Screen>
  );
}
