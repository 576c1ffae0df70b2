import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HandedOutRelease } from '#shared/contract/releases.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';
import { releasesChanged } from '#renderer/client/rows-changed.ts';
import { usePurposes } from '#renderer/client/queries.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { certificateSourceText } from '#shared/text/certificate.ts';
import { figuresText } from '#shared/text/figures.ts';
import { count, listed, moment } from '#shared/text/numbers.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import { OtherVersions } from '#renderer/workspace/other-versions.tsx';
import { CertificateView } from './certificate-view.tsx';
import { SaveCertificate } from './save-certificate.tsx';
import styles from './release.module.css';
import { ToldRuns } from './told-runs.tsx';

/** What the files of a release are called, one or several. */
const namesOf = ({ files }: HandedOutRelease): string => listed(files.map(({ fileName }) => fileName));

function Removal({ release, onClose }: { release: HandedOutRelease; onClose(): void }) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      opened
      danger
      disabled={reason.trim() === ''}
      title={text.removeTitle(namesOf(release))}
      confirm={text.removeConfirm}
      onClose={onClose}
      onConfirm={async () => {
        await engine.releases.delete({ releaseId: release.releaseId, reason: reason.trim() });
        await releasesChanged();
      }}
    >
      <p>{text.removeWhy}</p>
      <ReasonField label={text.reason} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

/** Its files, and whether what they were made of was written anew since: they hold what was taken out or put right. */
function Files({ release }: { release: HandedOutRelease }) {
  const { files, rewrittenSince: since } = release;
  return (
    <>
      {files.map(({ fileName }) => (
        <div key={fileName}>{fileName}</div>
      ))}
      {since && (
        <p className={styles.since} title={certificateSourceText.rewrittenSince(since)}>
          {text.rewritten(moment(since.lastAt), since.registerEntry)}
        </p>
      )}
    </>
  );
}

interface ActionsProps {
  release: HandedOutRelease;
  readOnly: boolean;
  onRead(): void;
  onRemove(): void;
}

/** The certificate of one file is read here and its record can be deleted; that of related tables is saved as a page. */
function Actions({ release, readOnly, onRead, onRemove }: ActionsProps) {
  const names = namesOf(release);
  const { releaseId } = release;
  if (release.related)
    return (
      <SaveCertificate
        said={text.read}
        label={text.readOf(names)}
        suggestedName={(ending) => text.print.name(release.files[0]!.fileName, ending)}
        print={(chosen) => engine.related.printCertificate({ releaseId, ...chosen })}
      />
    );
  return (
    <div className={styles.buttons}>
      <Button aria-label={text.readOf(names)} onClick={onRead}>
        {text.read}
      </Button>
      <Button disabled={readOnly} aria-label={text.removeOf(names)} onClick={onRemove}>
        {text.remove}
      </Button>
    </div>
  );
}

const rowsOf = ({ files }: HandedOutRelease): string =>
  files.map(({ rows }) => (rows === null ? '' : count(rows))).join(' + ');

/** Everything this workspace has released, newest first; of what somebody deleted the record of, the register tells. */
export function PastReleases({ readOnly }: { readOnly: boolean }) {
  const handedOut = useQuery({
    queryKey: [...keys.releases, 'handed-out'],
    queryFn: () => engine.releases.handedOut({}),
    select: (found) => found.filter(({ recorded }) => recorded),
  });
  const purposes = usePurposes().data;
  /** A purpose that is gone keeps its id. */
  const titleOf = (id: string): string => purposes?.find((purpose) => purpose.id === id)?.title ?? id;
  const [reading, setReading] = useState<HandedOutRelease | null>(null);
  const [removing, setRemoving] = useState<HandedOutRelease | null>(null);
  return (
    <Section title={text.past}>
      <OtherVersions kinds={['release']} />
      {handedOut.isError ? (
        <FailureNotice error={handedOut.error} onRetry={() => void handedOut.refetch()} />
      ) : handedOut.isPending ? (
        <SkeletonRows rows={3} />
      ) : handedOut.data.length === 0 ? (
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
            {handedOut.data.map((release) => (
              <tr key={release.releaseId}>
                <td>
                  <Files release={release} />
                </td>
                <td>{release.purpose === null ? text.noPurpose : titleOf(release.purpose)}</td>
                <td>{release.recipient ?? text.notNamed}</td>
                <td title={text.label[release.label]}>{text.shortLabel[release.label]}</td>
                <td className={styles.number}>{rowsOf(release)}</td>
                <td className={styles.number}>{release.k === null ? '' : figuresText.smallest(release.k)}</td>
                <td>{moment(release.writtenAt)}</td>
                <td>
                  <Actions
                    release={release}
                    readOnly={readOnly}
                    onRead={() => setReading(release)}
                    onRemove={() => setRemoving(release)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ToldRuns />
      {reading && (
        <CertificateView releaseId={reading.releaseId} fileName={namesOf(reading)} onClose={() => setReading(null)} />
      )}
      {removing && <Removal release={removing} onClose={() => setRemoving(null)} />}
    </Section>
  );
}
