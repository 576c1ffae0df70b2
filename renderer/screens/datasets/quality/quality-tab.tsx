import { Button } from '@mantine/core';
import { useState } from 'react';
import type { QualityShown } from '#shared/contract/quality.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { isOpen } from '#shared/domain/quality.ts';
import { qualityText } from '#shared/text/quality.ts';
import { qualityWindowText as text } from '#shared/text/window/quality.ts';
import { checkQuality, useQuality } from '#renderer/client/quality.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { JobButton } from '#renderer/design/job-button.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { Findings } from './findings.tsx';
import { RhythmDialog } from './rhythm-dialog.tsx';
import { SampleAudit } from './sample-audit.tsx';
import styles from './quality.module.css';

/** What would be checked, each with its reason. */
function Proposed({ checks }: { checks: QualityShown['proposed'] }) {
  return (
    <table className={styles.table} aria-label={text.proposed}>
      <thead>
        <tr>
          <th scope="col">{text.heads.asks}</th>
          <th scope="col">{text.heads.why}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => (
          <tr key={check.id}>
            <th scope="row">{qualityText.asks(check)}</th>
            <td>{qualityText.why(check)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rhythm({ shown, readOnly }: { shown: QualityShown; readOnly: boolean }) {
  const [changing, setChanging] = useState(false);
  return (
    <p className={styles.rhythm} data-overdue={shown.overdue || undefined}>
      {text.rhythm(shown.everyDays, shown.next, shown.overdue)}{' '}
      {!readOnly && (
        <Button variant="subtle" onClick={() => setChanging(true)}>
          {text.change}
        </Button>
      )}
      {changing && <RhythmDialog shown={shown} onClose={() => setChanging(false)} />}
    </p>
  );
}

/** The accuracy of a dataset: checks, what they found, what became of it, and samples held against their source. */
export function QualityTab({ dataset, readOnly }: { dataset: DatasetSummary; readOnly: boolean }) {
  const quality = useQuality(dataset.id);
  if (quality.isPending) return <SkeletonRows rows={8} />;
  if (quality.isError) return <FailureNotice error={quality.error} onRetry={() => void quality.refetch()} />;
  const { last, proposed, next, audits } = quality.data;
  const run = (): void => void guarded(() => checkQuality(dataset));
  const open = last?.findings.filter(isOpen).length ?? 0;
  return (
    <>
      <Section
        title={text.title}
        aside={
          <div className={styles.deeds}>
            {last !== null && <Button onClick={() => goToEntry(last.entry)}>{text.entry(last.entry)}</Button>}
            <JobButton
              job={text.job(dataset.name)}
              variant="filled"
              disabled={readOnly || proposed.length === 0}
              onClick={run}
            >
              {last === null ? text.run : text.again}
            </JobButton>
          </div>
        }
      >
        {proposed.length === 0 && <Notice tone="warn">{text.nothing}</Notice>}
        {last === null && proposed.length > 0 && <Notice tone="warn">{text.never(proposed.length, next)}</Notice>}
        {last !== null && (
          <p className={styles.sentence}>{text.checked(last.at, last.findings.length, last.rows, open)}</p>
        )}
        <Rhythm shown={quality.data} readOnly={readOnly} />
        {last === null ? (
          <Proposed checks={proposed} />
        ) : (
          <Findings datasetId={dataset.id} run={last} readOnly={readOnly} />
        )}
      </Section>
      <SampleAudit dataset={dataset} audits={audits} readOnly={readOnly} />
    </>
  );
}
