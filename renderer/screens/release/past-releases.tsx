import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReleaseSummary } from '#shared/contract/releases.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { usePurposes, useReleases } from '#renderer/client/queries.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { figuresText } from '#shared/text/figures.ts';
import { count, moment } from '#shared/text/numbers.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import { OtherVersions } from '#renderer/workspace/other-versions.tsx';
import { CertificateView } from './certificate-view.tsx';
import styles from './release.module.css';
import { ToldRuns } from './told-runs.tsx';

function Removal({ release, onClose }: { release: ReleaseSummary; onClose(): void }) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      opened
      danger
      disabled={reason.trim() === ''}
      title={text.removeTitle(release.fileName)}
      confirm={text.removeConfirm}
      onClose={onClose}
      onConfirm={async () => {
        await engine.releases.delete({ releaseId: release.id, reason: reason.trim() });
        await refresh(keys.releases, keys.register, keys.verification);
      }}
    >
      <p>{text.removeWhy}</p>
      <ReasonField label={text.reason} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

/** Everything this workspace has released, newest first. */
export function PastReleases({ readOnly }: { readOnly: boolean }) {
  const releases = useReleases();
  const purposes = usePurposes().data;
  /** A purpose that is gone keeps its id. */
  const titleOf = (id: string): string => purposes?.find((purpose) => purpose.id === id)?.title ?? id;
  const [reading, setReading] = useState<ReleaseSummary | null>(null);
  const [removing, setRemoving] = useState<ReleaseSummary | null>(null);
  return (
    <Section title={text.past}>
      <OtherVersions kinds={['release']} />
      {releases.isError ? (
        <FailureNotice error={releases.error} onRetry={() => void releases.refetch()} />
      ) : releases.isPending ? (
        <SkeletonRows rows={3} />
      ) : releases.data.length === 0 ? (
        <p className={styles.soft}>{text.none}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text.columns.file}</th>
              <th scope="col">{text.columns.purpose}</th>
              <th scope="col">{text.columns.recipient}</th>
              <th scope="col">{text.columns.label}</th>
              <th scope="col" className={styles.number}>
                {text.columns.rows}
              </th>
              <th scope="col" className={styles.number}>
                {text.columns.k}
              </th>
              <th scope="col">{text.columns.made}</th>
              <th scope="col">{text.columns.actions}</th>
            </tr>
          </thead>
          <tbody>
            {releases.data.map((release) => (
              <tr key={release.id}>
                <td>{release.fileName}</td>
                <td>{titleOf(release.purpose)}</td>
                <td>{release.recipient ?? text.notNamed}</td>
                <td title={text.label[release.label]}>{text.shortLabel[release.label]}</td>
                <td className={styles.number}>{count(release.rowsOut)}</td>
                <td className={styles.number}>{figuresText.smallest(release.k)}</td>
                <td>{moment(release.createdAt)}</td>
                <td>
                  <div className={styles.buttons}>
                    <Button aria-label={text.readOf(release.fileName)} onClick={() => setReading(release)}>
                      {text.read}
                    </Button>
                    <Button
                      disabled={readOnly}
                      aria-label={text.removeOf(release.fileName)}
                      onClick={() => setRemoving(release)}
                    >
                      {text.remove}
                    </Button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ToldRuns />
      {reading && (
        <CertificateView releaseId={reading.id} fileName={reading.fileName} onClose={() => setReading(null)} />
      )}
      {removing && <Removal release={removing} onClose={() => setRemoving(null)} />}
    </Section>
  );
}
