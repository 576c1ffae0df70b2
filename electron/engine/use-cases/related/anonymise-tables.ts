import { randomBytes } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { AnonymisedTables } from '#shared/domain/anonymised-tables.ts';
import { relatedText as text } from '#shared/text/engine/related-tables.ts';
import type { PublishedTables } from '#engine/anonymise/related/publish-related.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { fileBorder } from '#engine/release/place/file-border.ts';
import { mark } from '#engine/release/place/hidden-names.ts';
import { checkTarget, stageFile } from '#engine/release/place/place-file.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import { rememberReleased } from '#engine/workspace-folder/released-places.ts';
import { ownerToken } from '#engine/workspace/work-directory.ts';
import { requireEnterable } from '../require-enterable.ts';
import type { AskedTables } from './asked-tables.ts';
import { certifyTables, type StagedTable, type StagedTables } from './certify-tables.ts';
import { enterRefusal } from './enter-refusal.ts';
import { groupTables } from './group-tables.ts';
import { judgeTables } from './judge-tables.ts';
import type { LoadedTable } from './load-table.ts';
import { measureJoined, type MeasuredJoin } from './measure-joined.ts';
import type { OpenTables } from './open-tables.ts';
import { searchedAs } from '../releases/released-files.ts';
import { placeTables } from './place-tables.ts';
import type { Related } from './relate-tables.ts';
import { resultOf } from './result-of-tables.ts';
import { dealKeys, writeTable } from './write-tables.ts';

/** Where everything goes, and under which hidden names it is made. */
interface Places {
  outputs: readonly string[];
  certificate: string;
  stagingId: string;
}

/** @throws Failure WRONG_USAGE, TARGET_PROTECTED, TARGET_EXISTS, TARGET_UNWRITABLE, ROLE_REFUSED, WORKSPACE_READ_ONLY */
async function placesFor(state: EngineSession, asked: AskedTables): Promise<Places> {
  const { workspace } = state;
  if (workspace !== null) requireEnterable(workspace, 'tables.released');
  const { outputs, certificate } = asked;
  const all = [...outputs, certificate];
  if (outputs.length !== asked.keys.length) throw new Failure('WRONG_USAGE', text.onePlaceEach);
  const twice = all.find((path, at) => all.indexOf(path) !== at);
  if (twice !== undefined) throw new Failure('WRONG_USAGE', text.sameName(basename(twice)));
  await guardWrite(
    state,
    all.map((path) => ({ path, companion: path === certificate })),
  );
  const stagingId = mark(ownerToken(), randomBytes(8));
  for (const path of all) await checkTarget(path, stagingId, asked.force, fileBorder);
  return { outputs, certificate, stagingId };
}

/** Writes every table beside its place. */
async function stageTables(
  loaded: readonly LoadedTable[],
  made: PublishedTables,
  { tables, leftOut }: Related,
  { places, signal, staged }: { places: Places; signal: AbortSignal; staged: StagedTable[] },
): Promise<void> {
  const keys = dealKeys(tables.people);
  for (const [at, one] of loaded.entries()) {
    const target = places.outputs[at]!;
    const written = await writeTable(one, made, { table: at, target, keys, signal });
    const parts = [Buffer.from(written.format.head(written.columns), 'utf8'), { file: written.path }];
    const file = await stageFile(target, parts, { releaseId: places.stagingId, files: fileBorder, signal });
    const child = at === 0 ? null : made.children[at - 1]!;
    const noPlace = child?.leftOut ?? 0;
    staged.push({
      loaded: one,
      written,
      file,
      target,
      leftOut: [...leftOut[at]!, ...(noPlace > 0 ? [{ why: 'no-place' as const, rows: noPlace }] : [])],
      loss: child?.loss ?? made.person.loss,
    });
  }
}

/** @throws Failure INTERNAL where the written files do not hold what was grouped */
async function measure(
  staged: readonly StagedTable[],
  people: number,
  k: number,
  signal: AbortSignal,
): Promise<MeasuredJoin> {
  const files = staged.map(({ file, written, loaded }) => ({
    path: file.path,
    format: written.format,
    names: written.columns.map(({ name }) => name),
    key: loaded.key.name,
    longestRow: written.longestRow,
  }));
  const measured = await measureJoined(files, staged[0]!.loaded.table.directory, signal);
  const holds =
    measured.k >= k &&
    measured.keysHold &&
    measured.people === people &&
    measured.rows.every((rows, at) => rows === staged[at]!.written.rows);
  if (!holds) throw new Failure('INTERNAL', text.differs);
  return measured;
}

/** So that a search for somebody looks through them, too, as long as they lie where this machine wrote them. */
function rememberPlaces({ workspace, environment }: EngineSession, { releaseId, tables }: StagedTables): void {
  if (workspace === null) return;
  for (const [table, { target }] of tables.entries())
    rememberReleased(environment.profileDirectory, workspace.id, searchedAs({ releaseId, table }), resolve(target));
}

/**
 * Releases several related tables together: people read alike in groups over all tables joined, under keys that are new.
 * All files get their names, or none.
 * @throws Failure as `placesFor`, `loadTable` and `relateTables`; GUARDRAIL_BLOCKS, REGISTER_CONTRADICTS, DISK_FULL,
 *   JOB_CANCELLED
 */
export async function anonymiseTables(
  state: EngineSession,
  job: JobContext,
  asked: AskedTables,
  open: OpenTables,
): Promise<AnonymisedTables> {
  const places = await placesFor(state, asked);
  return open(jobPart(job, 0, 10), async (files) => {
    try {
      return await release(state, job, { asked, places, files });
    } catch (error) {
      enterRefusal(state, files, asked, error);
      throw error;
    }
  });
}

async function release(
  state: EngineSession,
  job: JobContext,
  { asked, places, files }: { asked: AskedTables; places: Places; files: readonly FileInHand[] },
): Promise<AnonymisedTables> {
  const { signal } = job;
  const { workspace } = state;
  const grouped = await groupTables(state, job, files, asked);
  const { loaded, related, made, attacked } = grouped;
  const staged: StagedTable[] = [];
  try {
    await stageTables(loaded, made, related, { places, signal, staged });
    const measured = await measure(staged, related.tables.people, asked.k, signal);
    const judged = await judgeTables(state, grouped, { staged, measured, asked, signal });
    const whole: StagedTables = {
      releaseId: state.newId(),
      tables: staged,
      measured,
      targetK: asked.k,
      counts: related.tables.households === undefined ? 'people' : 'households',
      loss: made.loss,
      attacked,
      judged,
      asked,
    };
    const certificate = { target: places.certificate, text: certifyTables(state, whole) };
    for (const file of files) await file.unchanged?.();
    job.commit();
    const placed = await placeTables(whole, certificate, {
      workspace,
      stagingId: places.stagingId,
      force: asked.force,
    });
    rememberPlaces(state, whole);
    return resultOf(whole, { ...placed, certificate: places.certificate, releaseId: whole.releaseId });
  } finally {
    for (const { file } of staged) await file.discard().catch(() => undefined);
  }
}
