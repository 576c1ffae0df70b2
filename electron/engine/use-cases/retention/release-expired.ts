import { Failure } from '#shared/contract/failure.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';
import { appendNumbers } from '#engine/analysis/append-rows.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import { requireOwnCompanions } from '#engine/release/place/own-companions.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite, releaseOutputs } from '#engine/session/guard-write.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { releaseTable } from '../releases/release-table.ts';
import type { RetentionChange } from './change-of.ts';
import { editionOf, type LookedAt } from './look-at-datasets.ts';

/** The rows that are over; in memory, where every connection of the data engine sees them. */
const expiredRows = 'memory.main.retention_expired';
const numbersTable = 'retention_numbers';

/**
 * Releases the rows that are over by a recipe, as any release: measured, judged, certified, entered, and refused where
 * it is to be anonymised and is not. The rows stay where they are.
 * @throws Failure as `releaseTable`; TARGET_MISSED where the dataset is another by now than was looked at
 */
export async function releaseExpired(
  state: EngineSession,
  job: JobContext,
  {
    dataset,
    change,
    recipe,
    outputPath,
  }: { dataset: LookedAt; change: RetentionChange; recipe: Recipe; outputPath: string },
): Promise<ReleaseResult> {
  await guardWrite(state, releaseOutputs(outputPath));
  await requireOwnCompanions(outputPath);
  return withDataset(state, dataset.id, async (table) => {
    if (editionOf(state, dataset.id) !== dataset.edition)
      throw new Failure('TARGET_MISSED', text.changed(dataset.name));
    const { duck, columns } = table;
    const rows = Uint32Array.from(change.rows);
    try {
      await duck.run(`DROP TABLE IF EXISTS ${numbersTable}`);
      await appendNumbers(duck, numbersTable, rows);
      await duck.run(
        `CREATE OR REPLACE TABLE ${expiredRows} AS SELECT * FROM ${table.relation} ` +
          `WHERE rowid IN (SELECT n FROM ${numbersTable}) ORDER BY rowid`,
      );
      const profiles = await profileColumns(duck, expiredRows, [...columns], { signal: job.signal, withTop: true });
      const expired = { ...table, relation: expiredRows, rows: rows.length, profiles: async () => profiles };
      return await releaseTable(state, job, expired, {
        recipe,
        outputPath,
        keys: null,
        keepOrder: false,
        force: true,
        overriding: null,
      });
    } finally {
      await duck.run(`DROP TABLE IF EXISTS ${expiredRows}`);
    }
  });
}
