import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { Segmentation } from '#shared/domain/segments.ts';
import { segmentsText as text } from '#shared/text/segments.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { writeEntered, writeWhole } from '#engine/release/place/write-whole.ts';
import { randomBelow } from '#engine/segments/random-below.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { requireEnterable } from '../require-enterable.ts';
import type { AskedSegments } from './asked-segments.ts';
import { segmentsFile } from './segments-text.ts';
import { segmentTable, type MadeSegments } from './segment-table.ts';

/** ε of the counts of a source that left before, together; null where no log tells. */
function epsilonBefore({ workspace }: EngineSession, { sha256 }: TableInHand): number | null {
  if (workspace === null) return null;
  const left = workspace.catalog
    .entriesOf('segments.exported')
    .flatMap(({ payload }) =>
      payload.sourceSha256 === sha256 && payload.epsilon !== undefined ? [Number(payload.epsilon)] : [],
    );
  return Math.round(left.reduce((sum, one) => sum + one, 0) * 1000) / 1000;
}

/**
 * Segments the people of a table; where a granted place is given, writes the counts there and enters into the open
 * workspace's log what left: counts of people by segment, no cell of a row.
 * @throws Failure as `segmentTable`; WRONG_USAGE, TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL, ROLE_REFUSED,
 *   WORKSPACE_READ_ONLY
 */
export async function segmentsOfTable(
  state: EngineSession,
  table: TableInHand,
  asked: AskedSegments & { outputGrantId?: string | undefined },
  job: Pick<JobContext, 'signal' | 'commit'>,
): Promise<Segmentation> {
  const { workspace } = state;
  const purpose = state.purpose(asked.purpose);
  const path = asked.outputGrantId === undefined ? null : state.grants.path(asked.outputGrantId, 'write');
  if (path !== null) {
    if (!/\.(csv|json)$/i.test(path)) throw new Failure('WRONG_USAGE', text.badEnding(basename(path)));
    if (workspace) requireEnterable(workspace, 'segments.exported');
    await guardWrite(state, [{ path }]);
  }
  const chances = {
    epsilonBefore: epsilonBefore(state, table),
    below: randomBelow((many) => state.environment.random(many)),
  };
  const made = await segmentTable(state, table, asked, chances, job.signal);
  await table.unchanged?.();
  if (path === null) return { ...made, output: null, sha256: null, registerEntry: null };
  const content = segmentsFile(made, path);
  const sha256 = createHash('sha256').update(content).digest('hex');
  job.commit();
  const written = { ...made, output: path, sha256 };
  if (!workspace) {
    await writeWhole(path, content);
    return { ...written, registerEntry: null };
  }
  const { seq } = await writeEntered(path, content, () =>
    workspace.register.append({
      kind: 'segments.exported',
      subjectRef: table.datasetId ?? sha256,
      payload: {
        datasetId: table.datasetId,
        sourceSha256: table.sha256,
        fileName: basename(path),
        sha256,
        purpose: purpose.id,
        ...countsOf(made),
      },
    }),
  );
  return { ...written, registerEntry: seq };
}

/** What the log says of the counts that left. */
const countsOf = ({ by, columns, referenceDate, k, small, groups, hidden, people, noise }: MadeSegments) => ({
  by,
  columns: Object.values(columns).flatMap((column) => (column === null ? [] : [column.name])),
  referenceDate,
  k,
  small,
  groups: groups.length - (hidden?.groups ?? 0),
  hiddenGroups: hidden?.groups ?? 0,
  people,
  ...(noise === null ? {} : { epsilon: String(noise.epsilon) }),
});
