import { useState } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import type { Referrer } from '#shared/contract/records.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { ActPanel } from './act-panel.tsx';
import styles from './review.module.css';

const text = recordsText.review;

const namesOf = (referredBy: readonly Referrer[]): string[] => [
  ...new Set(referredBy.map(({ ref, title }) => `${ref} ${title}`.trim())),
];

/** Takes a record out of use, with a reason; who names it still is told first. */
export function RetirePanel({
  version,
  referredBy,
  onClose,
}: {
  version: RecordVersion;
  referredBy: readonly Referrer[];
  onClose(): void;
}) {
  const [reason, setReason] = useState('');
  return (
    <ActPanel
      kind={version.kind}
      title={text.retire.title(version.ref)}
      confirm={text.retire.confirm}
      disabled={reason.trim() === ''}
      onClose={onClose}
      onConfirm={async () => {
        await engine.records.retire({
          kind: version.kind,
          id: version.id,
          reason: reason.trim(),
          recordSha256: version.sha256,
        });
        notifyDone(text.retire.done(version.ref));
        onClose();
      }}
    >
      <p className={styles.words}>{text.retire.means}</p>
      {referredBy.length > 0 && <p className={styles.words}>{text.retire.named(namesOf(referredBy))}</p>}
      <ReasonField label={text.retire.reason} value={reason} onChange={setReason} />
    </ActPanel>
  );
}

/** Throws the draft away, with a reason; the version that holds stays. */
export function DiscardPanel({ draft, onClose, onDone }: { draft: RecordVersion; onClose(): void; onDone(): void }) {
  const [reason, setReason] = useState('');
  return (
    <ActPanel
      kind={draft.kind}
      title={text.discard.title(draft.ref)}
      confirm={text.discard.confirm}
      disabled={reason.trim() === ''}
      onClose={onClose}
      onConfirm={async () => {
        await engine.records.discardDraft({
          kind: draft.kind,
          id: draft.id,
          reason: reason.trim(),
          recordSha256: draft.sha256,
        });
        notifyDone(text.discard.done(draft.ref));
        onDone();
      }}
    >
      <p className={styles.words}>{text.discard.means}</p>
      <ReasonField label={text.discard.reason} value={reason} onChange={setReason} />
    </ActPanel>
  );
}
