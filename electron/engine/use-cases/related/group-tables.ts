import { Failure } from '#shared/contract/failure.ts';
import { policyOn } from '#shared/policy/index.ts';
import { relatedText as text } from '#shared/text/engine/related-tables.ts';
import { groupPeople } from '#engine/anonymise/related/group-people.ts';
import type { PublishedTables } from '#engine/anonymise/related/publish-related.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { attackLimits } from '#engine/release/attack-rows.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import type { ReleaseBasis } from '../releases/release-basis.ts';
import type { AskedTables } from './asked-tables.ts';
import { attackJoined, type AttackedJoin } from './attack-joined.ts';
import { basesOf, guardTables, refuseBlocked } from './guard-tables.ts';
import { checkColumns, loadTable, type LoadedTable } from './load-table.ts';
import { relateTables, type Related } from './relate-tables.ts';

async function loadAll(
  files: readonly FileInHand[],
  { keys, household, qi, cells, hierarchies }: AskedTables,
  signal: AbortSignal,
): Promise<LoadedTable[]> {
  const twice = files.find(({ sha256 }, at) => files.findIndex((other) => other.sha256 === sha256) !== at);
  if (twice !== undefined) throw new Failure('WRONG_USAGE', text.sameFile(twice.fileName));
  checkColumns(files, { keys, household, qi });
  const loaded: LoadedTable[] = [];
  for (const [at, file] of files.entries())
    loaded.push(
      await loadTable(
        file,
        { key: keys[at]!, household: at === 0 ? household : undefined, qi, cells, hierarchies },
        signal,
      ),
    );
  if (loaded.every(({ kept }) => kept.length === 0))
    throw new Failure('WRONG_USAGE', text.nothingLeft(files.map(({ fileName }) => fileName)));
  return loaded;
}

/** @throws Failure TARGET_MISSED where more rows of a table find no place than may be left out */
function requirePlaces(loaded: readonly LoadedTable[], made: PublishedTables, related: Related, most: number): void {
  for (const [at, { rows, table }] of loaded.entries()) {
    if (at === 0) continue;
    const above = related.leftOut[at]!.find(({ why }) => why === 'above-bound')?.rows ?? 0;
    const lost = made.children[at - 1]!.leftOut + above;
    if (lost > most * rows) throw new Failure('TARGET_MISSED', text.tooManyLeftOut(table.fileName, lost, rows, most));
  }
}

/** What was grouped, and what is told of it beside the rows. */
export interface GroupedTables {
  loaded: readonly LoadedTable[];
  bases: readonly ReleaseBasis[];
  related: Related;
  made: PublishedTables;
  attacked: AttackedJoin;
}

/**
 * Reads the tables, groups people and attacks them; what the guardrails block by columns alone is refused first.
 * @throws Failure as `loadTable` and `relateTables`; GUARDRAIL_BLOCKS, REGISTER_CONTRADICTS, TARGET_MISSED, JOB_CANCELLED
 */
export async function groupTables(
  state: EngineSession,
  job: JobContext,
  files: readonly FileInHand[],
  asked: AskedTables,
): Promise<GroupedTables> {
  const { signal } = job;
  const { k, effort, cells: as, attack, suppression } = asked;
  const policy = policyOn(state.today(), state.policyOverrides());
  const loaded = await loadAll(files, asked, signal);
  const bases = await basesOf(state, loaded, asked);
  refuseBlocked(guardTables(loaded, bases, { k, targetK: k, policy, written: null }));
  const related = relateTables(loaded, asked);
  const { tables, seed } = related;
  const told = (part: JobContext, phase: string) => (share: number) =>
    part.progress({ phase, done: Math.round(100 * share), total: 100, unit: 'percent' });
  const onProgress = told(jobPart(job, 10, 50), text.grouping);
  const made = await groupPeople(tables, { k, seed, effort, as, signal, onProgress });
  if (suppression !== undefined) requirePlaces(loaded, made, related, suppression);
  const limits = attackLimits(policy);
  const telling = told(jobPart(job, 50, 90), text.attacking);
  const attacked: AttackedJoin = attack
    ? await attackJoined(tables, { k, effort, as, limits, signal, onProgress: telling })
    : { findings: null, why: 'skipped' };
  return { loaded, bases, related, made, attacked };
}
