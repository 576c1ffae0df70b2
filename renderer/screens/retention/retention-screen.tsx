import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import type { RetentionTimeline } from '#shared/contract/retention.ts';
import { retentionWindowText as text } from '#shared/text/window/retention.ts';
import { useDatasets, useWorkspace } from '#renderer/client/queries.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { JobButton } from '#renderer/design/job-button.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { NoDataset } from '#renderer/workspace/no-dataset.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { Holds } from './holds.tsx';
import type { LineWish } from './line-deeds.tsx';
import { RanNotice } from './ran-notice.tsx';
import { Rules } from './rules.tsx';
import { UnusedColumns } from './unused-columns.tsx';
import { TimelineTable } from './timeline-table.tsx';
import { UndatedDialog } from './undated-dialog.tsx';
import { lineKey, useRuns, useTimeline } from './use-retention.ts';

type Runs = ReturnType<typeof useRuns>;

/** What was asked of a line, in its dialog. */
function LineDialog({ wish, timeline, runs, onClose }: WishProps) {
  const { line, kind } = wish;
  const rule = timeline.rules.find(({ id }) => id === line.rule);
  const rehearsed = runs.rehearsed.get(lineKey(line));
  if (kind === 'length' && rule !== undefined) return <DecideDialog rule={rule} onClose={onClose} />;
  if (kind === 'undated') return <UndatedDialog line={line} onClose={onClose} />;
  if (kind !== 'act' || rehearsed === undefined) return null;
  const due = rehearsed.over - rehearsed.held;
  return (
    <ConfirmDialog
      opened
      danger
      title={text.confirm.title(line, due)}
      confirm={text.act(line.action, due)}
      job={text.runJob}
      onClose={onClose}
      onConfirm={() => runs.run(line, due)}
    >
      <p>{text.confirm.sentence(line)}</p>
      <p>{text.confirm.proof}</p>
    </ConfirmDialog>
  );
}

interface WishProps {
  wish: LineWish;
  timeline: RetentionTimeline;
  runs: Runs;
  onClose(): void;
}

/** The timeline, and under it what it goes by. */
function Shown({ timeline, runs, mayApprove }: { timeline: RetentionTimeline; runs: Runs; mayApprove: boolean }) {
  const [wish, setWish] = useState<LineWish | null>(null);
  const ask = (wanted: LineWish): void => {
    if (wanted.kind === 'rehearse') void guarded(() => runs.rehearse([wanted.line]));
    else if (wanted.kind === 'act' && wanted.line.action === 'anonymise') {
      const found = runs.rehearsed.get(lineKey(wanted.line));
      if (found !== undefined) void guarded(() => runs.anonymise(wanted.line, found.over - found.held));
    } else setWish(wanted);
  };
  const { lines, rules, unbound, notRead, unused } = timeline;
  return (
    <>
      {notRead.map(({ dataset, why }) => (
        <Notice key={dataset} tone="warn">
          {text.notRead(dataset, why)}
        </Notice>
      ))}
      {lines.length > 0 && (
        <Section title={text.timeline.title}>
          <TimelineTable timeline={timeline} rehearsed={runs.rehearsed} mayApprove={mayApprove} onWish={ask} />
        </Section>
      )}
      {unbound.length > 0 && <Notice>{text.unbound(unbound.map(({ name }) => name))}</Notice>}
      {unused.datasets.length > 0 && <UnusedColumns unused={unused} />}
      <Holds timeline={timeline} mayApprove={mayApprove} />
      <Rules rules={rules} mayApprove={mayApprove} />
      {wish !== null && <LineDialog wish={wish} timeline={timeline} runs={runs} onClose={() => setWish(null)} />}
    </>
  );
}

/** What expires when, and what is over: the periods of retention of the workspace. */
export function RetentionScreen() {
  const workspace = useWorkspace();
  const datasets = useDatasets();
  const timeline = useTimeline();
  const runs = useRuns();
  if (workspace.isPending || (workspace.data && datasets.isPending)) return <SkeletonRows rows={8} />;
  if (!workspace.data || datasets.data?.length === 0)
    return <NoDataset title={text.title} icon={Hourglass} words={text.closed} />;
  const { readOnly, role } = workspace.data;
  const isApprover = role === null || role === 'approver';
  const counted = timeline.data?.lines.filter(({ duration }) => duration !== null) ?? [];
  return (
    <Screen
      title={text.title}
      note={text.note}
      actions={
        <JobButton
          job={text.job}
          variant="filled"
          disabled={counted.length === 0}
          onClick={() => void guarded(() => runs.rehearse(counted))}
        >
          {text.dryRun}
        </JobButton>
      }
    >
      {(readOnly || !isApprover) && <Notice>{readOnly && isApprover ? text.cannotWrite : text.approverOnly}</Notice>}
      {runs.ran !== null && <RanNotice ran={runs.ran} />}
      {timeline.isError && <FailureNotice error={timeline.error} onRetry={() => void timeline.refetch()} />}
      {timeline.isPending && <SkeletonRows rows={8} />}
      {timeline.data && <Shown timeline={timeline.data} runs={runs} mayApprove={!readOnly && isApprover} />}
    </Screen>
  );
}
