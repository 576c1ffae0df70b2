import type { ColumnProfile } from '#shared/domain/profile.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { coarseHistogram } from '#engine/profile/coarse-histogram.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';

/** What its columns look like; without `examples` nothing of it is anybody's value. */
export async function profileTable(
  table: TableInHand,
  job: JobContext,
  { examples }: { examples: boolean },
): Promise<ColumnProfile[]> {
  const columns = await profileColumns(table.duck, table.relation, table.columns, {
    rows: table.rows,
    signal: job.signal,
    withTop: examples,
    onProgress: (done, total) => job.progress({ phase: jobsText.phases.profiling, done, total, unit: 'columns' }),
  });
  if (columns[0]) table.holdCount(columns[0].rows);
  return examples
    ? columns
    : columns.map((column) => ({
        ...column,
        min: null,
        max: null,
        top: [],
        histogram: coarseHistogram(column.histogram),
      }));
}
