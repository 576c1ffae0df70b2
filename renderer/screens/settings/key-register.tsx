import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeyRegister } from '#shared/contract/keys.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { keysWindowText as text } from '#shared/text/window/keys.ts';
import styles from './settings.module.css';

type Pseudonym = KeyRegister['pseudonyms'][number];

function RotateDialog({ of: { name, title }, onClose }: { of: Pseudonym; onClose(): void }) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      opened
      title={text.dialog.title(title)}
      confirm={text.dialog.confirm}
      disabled={reason.trim() === ''}
      onClose={onClose}
      onConfirm={async () => {
        await engine.keys.rotate({ name, reason });
        await refresh(keys.keyRegister, keys.register, keys.verification, keys.due);
        notifyDone(text.changed(title));
      }}
    >
      <p>{text.dialog.whole}</p>
      <ReasonField label={text.dialog.reason} value={reason} onChange={setReason} autoFocus />
    </ConfirmDialog>
  );
}

function Pseudonyms({
  of,
  readOnly,
  onChange,
}: {
  of: Pseudonym[];
  readOnly: boolean;
  onChange(one: Pseudonym): void;
}) {
  if (of.length === 0) return <p className={styles.help}>{text.none}</p>;
  return (
    <table className={styles.rows} aria-label={text.table}>
      <caption>{text.table}</caption>
      <ColumnHeads names={Object.values(text.columns)} />
      <tbody>
        {of.map((one) => (
          <tr key={one.name}>
            <th scope="row">{one.title}</th>
            <td>{one.since === null ? text.never : text.at(one.since)}</td>
            <td>{text.by(one.rotateBy)}</td>
            <td>{text.files(one.releases.find(({ epoch }) => epoch === one.epoch)?.fileNames ?? [])}</td>
            <td className={styles.change}>
              <Button
                size="compact-sm"
                aria-label={text.changeOf(one.title)}
                disabled={readOnly}
                onClick={() => onChange(one)}
              >
                {text.change}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function KeyFacts({ workspace, ledgerSince, sealed, notKnown }: KeyRegister) {
  const moments = (at: string | null): string => (at === null ? text.never : text.at(at));
  return (
    <Facts
      items={[
        { label: text.facts.workspace, value: text.since(workspace.keyId, workspace.since) },
        { label: text.facts.passphrase, value: moments(workspace.passphraseChangedAt) },
        { label: text.facts.recovery, value: moments(workspace.recoveryRenewedAt) },
        { label: text.facts.ledger, value: ledgerSince === null ? text.notUsed : text.inUse(ledgerSince) },
        { label: text.facts.sealed, value: text.sealed(sealed.datasets, sealed.missing) },
        ...(notKnown === 0 ? [] : [{ label: text.facts.notKnown, value: text.notKnown(notKnown) }]),
      ]}
    />
  );
}

/** Which keys there are, what was written with them, and how often somebody looked past them. */
export function KeySection({ readOnly }: { readOnly: boolean }) {
  const found = useQuery({ queryKey: keys.keyRegister, queryFn: () => engine.keys.list({}), staleTime: 0 });
  const [changing, setChanging] = useState<Pseudonym | null>(null);
  if (found.isError) return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <SkeletonRows rows={4} />;
  const { pseudonyms, revealed } = found.data;
  return (
    <Section title={text.title}>
      <p className={styles.help}>{text.help}</p>
      <KeyFacts {...found.data} />
      <div className={styles.gap} />
      <Pseudonyms of={pseudonyms} readOnly={readOnly} onChange={setChanging} />
      {revealed.length > 0 && (
        <ul aria-label={text.revealedTitle}>
          {revealed.map(({ kind, times, last }) => (
            <li key={kind}>{text.revealed(kind, times, last)}</li>
          ))}
        </ul>
      )}
      {changing !== null && <RotateDialog of={changing} onClose={() => setChanging(null)} />}
    </Section>
  );
}
