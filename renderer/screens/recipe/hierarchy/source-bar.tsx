import { Button } from '@mantine/core';
import { FileDown, FolderOpen } from 'lucide-react';
import type { HierarchyProposal, HierarchyProposals } from '#shared/contract/hierarchies.ts';
import { rowsOfTree, treeOfRows } from '#shared/hierarchies/tree/hierarchy-tree.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { hierarchyText as text } from '#shared/text/window/hierarchy.ts';
import styles from './hierarchy.module.css';
import type { TreeEditor } from './use-tree-editor.ts';

interface Props {
  editor: TreeEditor;
  proposals: HierarchyProposals['proposals'];
  column: string;
  /** How many values the column has that may be named. */
  values: number;
  disabled: boolean;
  /** A sentence that says what the tree began with; null: with what the step had. */
  source: string | null;
  /** The file the tree was read from, whose bytes it keeps where nothing is changed. */
  like: string | undefined;
  onBegun(source: string, like?: string): void;
}

/** Where a tree may begin, each with what it covers, and ARX's files both ways. */
export function SourceBar({ editor, proposals, column, values, disabled, source, like, onBegun }: Props) {
  const begin = ({ rows, source: from }: HierarchyProposal): void => {
    const read = treeOfRows(rows);
    if (!read.ok) return;
    onBegun(from);
    editor.replace(read.tree);
  };
  const open = (): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestOpen({ kind: 'hierarchy' });
      if (!grant) return;
      const { fileName, rows } = await engine.hierarchies.importFile({ grantId: grant.grantId });
      const read = treeOfRows(rows);
      if (!read.ok) return;
      onBegun(text.imported(fileName, rows.length), grant.grantId);
      editor.replace(read.tree);
      notifyDone(text.imported(fileName, rows.length));
    });
  const save = (): Promise<void> =>
    guarded(async () => {
      const grant = await window.custos.requestSave({ kind: 'hierarchy', suggestedName: `${column}.hierarchy.csv` });
      if (!grant) return;
      const { fileName } = await engine.hierarchies.exportFile({
        rows: rowsOfTree(editor.tree),
        grantId: grant.grantId,
        ...(like === undefined ? {} : { likeGrantId: like }),
      });
      notifyDone(text.exported(fileName));
    });
  return (
    <div className={styles.bar}>
      <span className={styles.label}>{text.sources}</span>
      {proposals.map((proposal) => (
        <Button key={proposal.kind} disabled={disabled} title={proposal.source} onClick={() => begin(proposal)}>
          {text.kinds[proposal.kind]} ({text.coveredBy(proposal.coveredValues, values)})
        </Button>
      ))}
      <Button disabled={disabled} leftSection={<FolderOpen size={14} aria-hidden="true" />} onClick={() => void open()}>
        {text.csv}
      </Button>
      <Button
        disabled={editor.tree.above[0]!.size === 0}
        leftSection={<FileDown size={14} aria-hidden="true" />}
        onClick={() => void save()}
      >
        {text.export}
      </Button>
      {source !== null && <p className={styles.source}>{source}</p>}
    </div>
  );
}
