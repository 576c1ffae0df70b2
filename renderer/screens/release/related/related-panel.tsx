import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BookOpenCheck, Link2, Play } from 'lucide-react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { engine } from '#renderer/client/connection.ts';
import { useDatasets, usePurposes } from '#renderer/client/queries.ts';
import { keys } from '#renderer/client/query-client.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import { openDataset } from '#renderer/workspace/open-dataset.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { relatedWindowText as text } from '#shared/text/window/related.ts';
import styles from '../release.module.css';
import page from './related.module.css';
import { keyOf, offeredBy, useRelatedDraft, wishOf } from './related-draft.ts';
import { RelatedForm } from './related-form.tsx';
import { runRelated, useRelatedOutcome, type RelatedOutcome } from './related-outcome.ts';
import { RelatedTables } from './related-tables.tsx';

/** Columns of some of the datasets, each name once, those that join them left out. */
const columnsOf = (
  datasets: readonly DatasetSummary[],
  ids: readonly string[],
  joining: readonly string[],
): string[] => [
  ...new Set(
    datasets
      .filter(({ id }) => ids.includes(id))
      .flatMap(({ columns }) => columns.map(({ name }) => name))
      .filter((name) => !joining.includes(name)),
  ),
];

/** How the last Run ended that wrote nothing. */
function Ended({ outcome }: { outcome: RelatedOutcome | null }) {
  if (outcome?.kind === 'cancelled') return <Notice>{text.cancelled}</Notice>;
  if (outcome?.kind !== 'failed') return null;
  const { error, entry } = outcome;
  const show = entry !== null && (
    <Button leftSection={<BookOpenCheck size={14} aria-hidden="true" />} onClick={() => goToEntry(entry)}>
      {text.refusedEntry(entry)}
    </Button>
  );
  return <FailureNotice error={error} actions={show || undefined} />;
}

/** Chooses which tables of the same people go along, and how; writes them together. */
export function RelatedPanel({ dataset, readOnly }: { dataset: DatasetSummary; readOnly: boolean }) {
  const draft = useRelatedDraft(dataset.id);
  const purposes = usePurposes();
  const datasets = useDatasets().data ?? [];
  const outcome = useRelatedOutcome(dataset.id);
  const proposed = useQuery({
    queryKey: keys.related(dataset.id),
    queryFn: () => engine.related.propose({ datasetId: dataset.id }),
  });
  const failed = [purposes, proposed].find((query) => query.isError);
  if (failed) return <FailureNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!proposed.data || !purposes.data) return <SkeletonRows rows={6} label={text.proposing} />;
  const key = keyOf(draft, proposed.data);
  const offered = key === null ? [] : offeredBy(draft, proposed.data, key);
  if (key === null || offered.length === 0)
    return (
      <EmptyState
        icon={Link2}
        title={text.nothing.title}
        actions={
          <Button variant="filled" disabled={readOnly} onClick={() => void openDataset()}>
            {text.nothing.open}
          </Button>
        }
      >
        {text.nothing.sentence}
      </EmptyState>
    );
  const wish = wishOf(draft, { datasetId: dataset.id, key, offered });
  const taken = offered.flatMap(({ datasetId, by }) => (by === null ? [] : [datasetId]));
  const joining = [key, ...offered.flatMap(({ by }) => by?.column ?? [])];
  const busy = outcome?.kind === 'running';
  return (
    <div className={styles.page}>
      <div>
        <p className={page.told}>{text.sentence}</p>
        <RelatedTables
          dataset={dataset}
          draft={draft}
          proposal={proposed.data}
          column={key}
          offered={offered}
          busy={busy}
        />
        <Ended outcome={outcome} />
      </div>
      <aside className={styles.side}>
        <Section title={text.how}>
          <div className={styles.form}>
            <RelatedForm
              dataset={dataset}
              draft={draft}
              purposes={purposes.data}
              columns={columnsOf(datasets, [dataset.id, ...taken], joining)}
              own={columnsOf(datasets, [dataset.id], joining)}
              busy={busy}
            />
            {readOnly && <Notice>{text.readOnly}</Notice>}
            {wish === null && <Notice>{text.noneChosen}</Notice>}
            <Button
              variant="filled"
              leftSection={<Play size={15} aria-hidden="true" />}
              loading={busy}
              disabled={readOnly || wish === null}
              onClick={() => wish !== null && void guarded(() => runRelated(dataset, wish))}
            >
              {text.run}
            </Button>
          </div>
        </Section>
      </aside>
    </div>
  );
}
