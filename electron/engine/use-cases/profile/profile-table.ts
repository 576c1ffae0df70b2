import { join } from 'node:path';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { coarseHistogram } from '#engine/profile/coarse-histogram.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import { countText } from '#engine/profile/counted/count-text.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';

/** What its columns look like; without `examples` nothing of it is anybody's value. */
export async function profileTable(
  table: FileInHand,
  job: JobContext,
  { examples }: { examples: boolean },
): Promise<ColumnProfile[]> {
  const { plain, directory } = table;
  const columns = await profileColumns(table.duck, table.relation, table.columns, {
    rows: table.rows,
    count: plain && ((kinds) => countText(plain, kinds, join(directory, 'counted.csv'), job.signal)),
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
