import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { RetentionLine, RetentionRan, RetentionTimeline } from '#shared/contract/retention.ts';
import { retentionWindowText as text } from '#shared/text/window/retention.ts';
import { engine } from '#renderer/client/connection.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { rowsChanged } from '#renderer/client/rows-changed.ts';
import { runJob } from '#renderer/client/use-job.ts';

/** A line of the timeline by itself: one rule, one dataset, one column. */
export const lineKey = ({ datasetId, rule, column }: Pick<RetentionLine, 'datasetId' | 'rule' | 'column'>): string =>
  JSON.stringify([datasetId, rule, column]);

/** What expires when. Days go by and rules change: it is counted anew whenever the screen is opened. */
export function useTimeline(): UseQueryResult<RetentionTimeline | null> {
  const { data: workspace } = useWorkspace();
  return useQuery({
    queryKey: keys.retention,
    queryFn: () => runJob(text.job, () => engine.retention.timeline({})),
    enabled: Boolean(workspace),
    staleTime: 0,
  });
}

/** What decides otherwise: the timeline is out of date, and the register has an entry more. */
export const decided = (): Promise<void> =>
  refresh(keys.retention, keys.policy, keys.register, keys.verification, keys.principles);

/** Dry runs and runs of single lines, with what they came to. */
export function useRuns() {
  const [rehearsed, setRehearsed] = useState<ReadonlyMap<string, RetentionRan['lines'][number]>>(new Map());
  const [ran, setRan] = useState<RetentionRan | null>(null);
  const rehearse = async (lines: readonly RetentionLine[]): Promise<void> => {
    const only = lines.map(({ datasetId, rule, column }) => ({ datasetId, rule, column }));
    const found = await runJob(text.job, () => engine.retention.run({ dryRun: true, only }));
    if (found === null) return;
    setRehearsed((before) => new Map([...before, ...found.lines.map((line) => [lineKey(line), line] as const)]));
    await refresh(keys.register, keys.verification);
  };
  const anonymise = async (line: RetentionLine, expect: number): Promise<void> => {
    const suggestedName = text.anonymisedFile(line.dataset);
    const grant = await window.custos.requestSave({ kind: 'release', suggestedName });
    if (grant) await run(line, expect, { grantId: grant.grantId });
  };
  const run = async (line: RetentionLine, expect: number, into?: { grantId: string }): Promise<void> => {
    const { datasetId, rule, column } = line;
    const only = [{ datasetId, rule, column }];
    const done = await runJob(text.runJob, () =>
      engine.retention.run({ dryRun: false, only, expect, ...(into === undefined ? {} : { anonymise: into }) }),
    );
    if (done === null) return;
    setRan(done);
    // What was counted before is of rows that are not there any more.
    void queryClient.resetQueries({ queryKey: keys.retention });
    setRehearsed(new Map());
    void rowsChanged();
  };
  return { rehearsed, ran, rehearse, run, anonymise };
}
