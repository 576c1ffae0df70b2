import { useState } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { useRecordDiff } from '#renderer/client/records.ts';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { ActPanel } from './act-panel.tsx';
import { DiffView } from './diff-view.tsx';
import styles from './review.module.css';

const text = recordsText.review;

/** Sends the draft for review: what changed against the version that holds, what is open, and why it is made. */
export function SendPanel({
  draft,
  holding,
  open,
  onClose,
  onDone,
}: {
  draft: RecordVersion;
  /** The version that holds, where there is one. */
  holding: number | null;
  /** Labels of what the law asks for and nobody answered. */
  open: readonly string[];
  onClose(): void;
  onDone(): void;
}) {
  const [reason, setReason] = useState('');
  const diff = useRecordDiff(draft.kind, draft.id, holding, 'draft');
  return (
    <ActPanel
      kind={draft.kind}
      title={text.send.title(draft.ref, draft.version)}
      confirm={text.send.confirm}
      disabled={draft.version > 1 && reason.trim() === ''}
      onClose={onClose}
      onConfirm={async () => {
        await engine.records.send({
          kind: draft.kind,
          id: draft.id,
          reason: reason.trim(),
          recordSha256: draft.sha256,
        });
        notifyDone(text.send.done(draft.ref, draft.version));
        onDone();
      }}
    >
      {open.length > 0 && <p className={styles.words}>{text.send.openFields(open)}</p>}
      {holding !== null && diff.data && (
        <>
          <p className={styles.quiet}>{text.send.changes(holding)}</p>
          <DiffView kind={draft.kind} differences={diff.data} />
        </>
      )}
      <ReasonField
        label={draft.version > 1 ? text.send.reason : text.send.firstReason}
        required={draft.version > 1}
        value={reason}
        onChange={setReason}
      />
    </ActPanel>
  );
}
