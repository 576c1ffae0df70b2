import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { AnonymisedTables } from '#shared/domain/anonymised-tables.ts';
import { policyOn } from '#shared/policy/index.ts';
import { relatedText as text } from '#shared/text/engine/related-tables.ts';
import { groupPeople } from '#engine/anonymise/related/group-people.ts';
import type { PublishedTables } from '#engine/anonymise/related/publish-related.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { attackLimits } from '#engine/release/attack-rows.ts';
import { fileBorder } from '#engine/release/place/file-border.ts';
import { mark } from '#engine/release/place/hidden-names.ts';
import { checkTarget, stageFile } from '#engine/release/place/place-file.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { withFile, type FileInHand } from '#engine/tables/from-file.ts';
import { ownerToken } from '#engine/workspace/work-directory.ts';
import { requireEnterable } from '../require-enterable.ts';
import type { AskedTables } from './asked-tables.ts';
import { attackJoined } from './attack-joined.ts';
import { certifyTables, notesOf, type StagedTable, type StagedTables } from './certify-tables.ts';
import { checkColumns, loadTable, type LoadedTable } from './load-table.ts';
import { measureJoined, type MeasuredJoin } from './measure-joined.ts';
import { placeTables } from './place-tables.ts';
import { relateTables, type Related } from './relate-tables.ts';
import { dealKeys, writeTable } from './write-tables.ts';

/** Where everything goes, and under which hidden names it is made. */
interface Places {
  outputs: string[];
  certificate: string;
  stagingId: string;
}

/** Opens files one in the other, so that all are open together and each is let go. */
async function withFiles<T>(
  state: EngineSession,
  files: readonly AskedTables['children'][number][],
  job: JobContext,
  work: (tables: FileInHand[]) => Promise<T>,
): Promise<T> {
  const open = (at: number, tables: FileInHand[]): Promise<T> =>
    at === files.length
      ? work(tables)
      : withFile(state, files[at]!, jobPart(job, at, at + 1), (table) => open(at + 1, [...tables, table]), {
          forRelease: true,
        });
  return open(0, []);
}

/** @throws Failure WRONG_USAGE, TARGET_PROTECTED, TARGET_EXISTS, TARGET_UNWRITABLE, ROLE_REFUSED, WORKSPACE_READ_ONLY */
async function placesFor(state: EngineSession, asked: AskedTables): Promise<Places> {
  const { grants, workspace } = state;
  if (workspace !== null) requireEnterable(workspace, 'tables.released');
  const outputs = asked.outputGrantIds.map((grant) => grants.path(grant, 'write'));
  const certificate = grants.path(asked.certificateGrantId, 'write');
  const all = [...outputs, certificate];
  if (outputs.length !== asked.children.length + 1) throw new Failure('WRONG_USAGE', text.onePlaceEach);
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

async function loadAll(
  state: EngineSession,
  files: readonly FileInHand[],
  asked: AskedTables,
  signal: AbortSignal,
): Promise<LoadedTable[]> {
  const { key, household, qi, cells, children } = asked;
  const twice = files.find(({ sha256 }, at) => files.findIndex((other) => other.sha256 === sha256) !== at);
  if (twice !== undefined) throw new Failure('WRONG_USAGE', text.sameFile(twice.fileName));
  const keys = [key, ...children.map((child) => child.key)];
  checkColumns(files, { keys, household, qi });
  const hierarchies = new Map(
    asked.hierarchies.map(({ column, grantId }) => [column, state.grants.readPath(grantId, 'source')]),
  );
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

/**
 * Releases several related tables together: people read alike in groups over all tables joined, under keys that are new.
 * All files get their names, or none.
 * @throws Failure as `placesFor`, `loadTable` and `relateTables`; DISK_FULL, JOB_CANCELLED
 */
export async function anonymiseTables(
  state: EngineSession,
  job: JobContext,
  asked: AskedTables,
): Promise<AnonymisedTables> {
  const { signal } = job;
  const { k, effort, cells: as, attack, force } = asked;
  const places = await placesFor(state, asked);
  return withFiles(state, [asked, ...asked.children], jobPart(job, 0, 10), async (files) => {
    const loaded = await loadAll(state, files, asked, signal);
    const related = relateTables(loaded, asked);
    const { tables, seed } = related;
    const told = (part: JobContext, phase: string) => (share: number) =>
      part.progress({ phase, done: Math.round(100 * share), total: 100, unit: 'percent' });
    const onProgress = told(jobPart(job, 10, 50), text.grouping);
    const made = await groupPeople(tables, { k, seed, effort, as, signal, onProgress });
    const limits = attackLimits(policyOn(state.today(), state.policyOverrides()));
    const attacked = attack
      ? await attackJoined(tables, {
          k,
          effort,
          as,
          limits,
          signal,
          onProgress: told(jobPart(job, 50, 90), text.attacking),
        })
      : ({ findings: null, why: 'skipped' } as const);
    const staged: StagedTable[] = [];
    try {
      await stageTables(loaded, made, related, { places, signal, staged });
      const measured = await measure(staged, tables.people, k, signal);
      const whole: StagedTables = {
        releaseId: state.newId(),
        tables: staged,
        measured,
        targetK: k,
        counts: tables.households === undefined ? 'people' : 'households',
        cells: as,
        loss: made.loss,
        attacked,
      };
      const certificate = { target: places.certificate, text: certifyTables(state, whole) };
      for (const file of files) await file.unchanged?.();
      job.commit();
      const { workspace } = state;
      const placed = await placeTables(whole, certificate, { workspace, stagingId: places.stagingId, force });
      return resultOf(whole, { ...placed, certificate: places.certificate });
    } finally {
      for (const { file } of staged) await file.discard().catch(() => undefined);
    }
  });
}

function resultOf(
  staged: StagedTables,
  { certificate, sha256, registerEntry }: { certificate: string; sha256: string; registerEntry: number | null },
): AnonymisedTables {
  const { tables, measured, targetK, counts, cells, loss, attacked } = staged;
  return {
    label: 'k-anonymous',
    k: measured.k,
    targetK,
    counts,
    people: measured.people,
    cells,
    classes: measured.classes,
    loss,
    tables: tables.map(({ loaded, written, file, target, leftOut, loss: own }) => ({
      source: loaded.table.fileName,
      output: target,
      sha256: file.sha256,
      key: loaded.key.name,
      rowsIn: loaded.rows,
      rowsOut: written.rows,
      leftOut,
      columns: written.columns.map(({ name }) => name),
      dropped: loaded.dropped,
      loss: own,
    })),
    attacks: attacked.findings?.results ?? null,
    certificate,
    certificateSha256: sha256,
    registerEntry,
    notes: [...tables.flatMap(({ loaded: { table, notes } }) => [...table.warnings, ...notes]), ...notesOf(staged)],
  };
}
