import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { overrideWindowText as text } from '#shared/text/window/override.ts';
import { setOverrideReason, useOverrideReasons } from './override-reasons.ts';
import styles from './release.module.css';

type Block = Pick<GuardFinding, 'id' | 'verdict' | 'message' | 'overridable' | 'whyNotOverridable'>;

/** Why whoever works here may not override a block; null where they may. */
function whyNotHere({ role, temporary, readOnly }: WorkspaceSummary): string | null {
  if (temporary) return text.saveFirst;
  if (role !== null && role !== 'approver') return text.forApprovers(role);
  return readOnly ? text.readOnly : null;
}

/** Asks why, and says who signs. The reason goes with the next Run. */
function OverrideDialog({
  block,
  signs,
  onKeep,
  onClose,
}: {
  block: Block;
  signs: string;
  onKeep(reason: string): void;
  onClose(): void;
}) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      opened
      danger
      disabled={reason.trim() === ''}
      title={text.title(block.id)}
      confirm={text.keep}
      onClose={onClose}
      onConfirm={async () => onKeep(reason.trim())}
    >
      <p>{block.message}</p>
      <p>{text.staysBlocked}</p>
      <ReasonField label={text.reason} value={reason} onChange={setReason} autoFocus />
      <p>{text.noNames}</p>
      <p>{signs}</p>
    </ConfirmDialog>
  );
}

/** What can be done about a block that is not to be mended: an approver's reason, or why there is none. */
export function OverrideButton({ block, datasetId, recipe }: { block: Block; datasetId: string; recipe: Recipe }) {
  const { data: workspace } = useWorkspace();
  const reason = useOverrideReasons(datasetId, recipe)[block.id];
  const [asking, setAsking] = useState(false);
  const hint = useId();
  if (block.verdict !== 'block' || !workspace) return null;
  if (block.overridable !== true) return <p className={styles.soft}>{block.whyNotOverridable}</p>;
  const keep = (given: string | null): void =>
    setOverrideReason(datasetId, { by: workspace.operator, recipe }, block.id, given);
  if (reason !== undefined)
    return (
      <div className={styles.override}>
        <p className={styles.sentence}>{text.kept(reason)}</p>
        <Button onClick={() => keep(null)}>{text.takeBack(block.id)}</Button>
      </div>
    );
  const whyNot = whyNotHere(workspace);
  return (
    <div className={styles.override}>
      <Button
        disabled={whyNot !== null}
        {...(whyNot === null ? {} : { 'aria-describedby': hint })}
        onClick={() => setAsking(true)}
      >
        {text.open}
      </Button>
      {whyNot !== null && (
        <p id={hint} className={styles.soft}>
          {whyNot}
        </p>
      )}
      {asking && (
        <OverrideDialog
          block={block}
          signs={text.signs(workspace.operator, workspace.role)}
          onKeep={keep}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
