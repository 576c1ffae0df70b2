import { Button } from '@mantine/core';
import { Megaphone } from 'lucide-react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { usePurposes } from '#renderer/client/queries.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { audienceFactsText } from '#shared/text/audience.ts';
import { audienceText as text } from '#shared/text/window/audience.ts';
import { AudienceFacts } from './audience-facts.tsx';
import { useAudienceDraft, wishOf } from './audience-draft.ts';
import { useAudienceOutcome, writeAudience } from './audience-outcome.ts';
import { useRehearsal, useSegmentColumns } from './audience-queries.ts';
import { PlatformFields } from './platform-fields.tsx';
import { RefusedAudience } from './refused-audience.tsx';
import { RehearsalView } from './rehearsal-view.tsx';
import { NotOffered, SegmentFields } from './segment-fields.tsx';
import styles from '../release.module.css';

/** Chooses a platform and a segment, shows who would be in it before anything is written, and writes it. */
export function AudiencePanel({ dataset, readOnly }: { dataset: DatasetSummary; readOnly: boolean }) {
  const draft = useAudienceDraft(dataset.id);
  const purposes = usePurposes();
  const columns = useSegmentColumns(dataset.id);
  const wish = wishOf(draft);
  const rehearsal = useRehearsal(dataset.id, wish);
  const outcome = useAudienceOutcome(dataset.id);
  const failed = [purposes, columns].find((query) => query.isError);
  if (failed) return <FailureNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!columns.data || !purposes.data) return <SkeletonRows rows={8} />;
  const told = rehearsal.data;
  const ready = wish !== null && told !== undefined && told.refused === null && !rehearsal.isFetching;
  return (
    <div className={styles.page}>
      <div className={styles.form}>
        <Section title={text.whom}>
          <div className={styles.form}>
            <SegmentFields datasetId={dataset.id} draft={draft} columns={columns.data} />
            <NotOffered columns={columns.data} />
          </div>
        </Section>
        {wish === null && <Notice>{text.choose}</Notice>}
        {wish !== null && rehearsal.isPending && <SkeletonRows rows={6} label={text.measuring} />}
        {wish !== null && rehearsal.isError && (
          <FailureNotice error={rehearsal.error} onRetry={() => void rehearsal.refetch()} />
        )}
        {wish !== null && told !== undefined && (
          <RehearsalView datasetId={dataset.id} purpose={draft.purpose} rehearsal={told} />
        )}
      </div>
      <aside className={styles.side}>
        <Section title={text.platform}>
          <div className={styles.form}>
            <PlatformFields datasetId={dataset.id} draft={draft} purposes={purposes.data} />
            {readOnly && <Notice>{text.readOnly}</Notice>}
            <Button
              variant="filled"
              leftSection={<Megaphone size={15} aria-hidden="true" />}
              loading={outcome?.kind === 'running'}
              disabled={readOnly || !ready}
              onClick={() => wish !== null && void guarded(() => writeAudience(dataset, wish))}
            >
              {text.write}
            </Button>
            {!ready && !readOnly && <p className={styles.soft}>{text.waits}</p>}
            {outcome?.kind === 'cancelled' && <Notice>{text.cancelled}</Notice>}
            {outcome?.kind === 'failed' && (
              <RefusedAudience datasetId={dataset.id} purpose={draft.purpose} error={outcome.error} />
            )}
          </div>
        </Section>
        {told !== undefined && (
          <Section title={audienceFactsText.title}>
            <AudienceFacts audience={told.audience} />
          </Section>
        )}
      </aside>
    </div>
  );
}
