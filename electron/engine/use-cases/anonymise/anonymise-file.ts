import { randomUUID } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import type { AnonymisedFile } from '#shared/domain/anonymised-file.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import { readHierarchies } from '#engine/anonymise/hierarchies/read-hierarchies.ts';
import type { SearchColumn } from '#engine/anonymise/lattice/column-levels.ts';
import { searchLattice, type LatticeResult } from '#engine/anonymise/lattice/search.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { ModelToJudge } from '#engine/privacy/judge-models.ts';
import { fileBorder } from '#engine/release/place/file-border.ts';
import { checkTarget, stageFile, type StagedFile } from '#engine/release/place/place-file.ts';
import { placement } from '#engine/release/place/placement.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';
import { askedModels, rulesFor } from './asked-models.ts';
import { withDistances } from './hierarchical-distance.ts';
import { loadColumns, namedColumns, type LoadedColumns } from './load-columns.ts';
import { measureWritten, type MeasuredFile } from './measure-written.ts';
import type { Recoding } from './recoding.ts';
import { requirePossible, searchColumns } from './search-columns.ts';
import { formatFor, writeRows } from './write-rows.ts';

const seconds = (from: number): number => Math.round(performance.now() - from) / 1000;

/**
 * Finds the least lossy levels under which the models hold, writes the rows with them, and says what the written file
 * measures. Nothing bears the output's name before that.
 * @throws Failure WRONG_USAGE, COLUMN_UNKNOWN, FILE_EMPTY, FILE_DAMAGED for a hierarchy; TARGET_MISSED where no levels
 *   reach the target; TARGET_PROTECTED, TARGET_EXISTS, TARGET_UNWRITABLE, DISK_FULL, JOB_CANCELLED
 */
export async function anonymiseFile(
  state: EngineSession,
  table: FileInHand,
  asked: AskedAnonymise,
  job: Pick<JobContext, 'signal' | 'commit' | 'progress'>,
): Promise<AnonymisedFile> {
  const { signal } = job;
  const path = state.grants.path(asked.outputGrantId, 'write');
  await guardWrite(state, [{ path }]);
  const releaseId = randomUUID();
  await checkTarget(path, releaseId, asked.force, fileBorder);
  const named = namedColumns(table, asked);
  const paths = new Map(
    asked.hierarchies.map(({ column, grantId }) => [column, state.grants.readPath(grantId, 'source')]),
  );
  const models = askedModels(await withDistances(asked, paths));
  const { format, delimiter } = formatFor(path, table);
  const begun = performance.now();
  const loaded = await loadColumns(table, named, signal);
  table.holdCount(loaded.qi.rows);
  requirePossible(table.fileName, asked, loaded);
  const { hierarchies, notes } = await readHierarchies(loaded.qi, paths);
  const columns = searchColumns(loaded, hierarchies, asked);
  const load = seconds(begun);
  const searching = performance.now();
  const found = await search(asked, { columns, loaded, models }, job);
  const recoding = { hierarchies, levels: found.levels, hidden: found.hidden };
  const timings = { load, search: seconds(searching) };
  const writing = performance.now();
  const rows = await writeRows(table, recoding, loaded, {
    target: path,
    format,
    delimiter,
    keepOrder: asked.keepOrder,
    signal,
  });
  const parts = [Buffer.from(format.head(rows.columns), 'utf8'), { file: rows.path }];
  const file = await stageFile(path, parts, { releaseId, files: fileBorder, signal });
  try {
    const names = table.columns.map(({ name }) => name);
    const measured = await measureWritten(
      { path: file.path, names, format, longestRow: rows.longestRow, directory: table.directory },
      recoding,
      models,
      signal,
    );
    requireSame(measured, found, models, loaded.qi.rows);
    await table.unchanged?.();
    job.commit();
    await place(file, path, releaseId, asked.force);
    return {
      ...told(asked, { found, recoding, measured, models }),
      output: path,
      sha256: file.sha256,
      timings: { ...timings, write: seconds(writing) },
      notes: [...table.warnings, ...notes, ...notesOf(table, asked, { found, measured })],
    };
  } catch (error) {
    await file.discard();
    throw error;
  }
}

interface Found extends LatticeResult {
  levels: Uint8Array;
}

/** @throws Failure TARGET_MISSED where no levels reach the target, or none were found in time; JOB_CANCELLED */
async function search(
  asked: AskedAnonymise,
  { columns, loaded, models }: { columns: SearchColumn[]; loaded: LoadedColumns; models: readonly ModelToJudge[] },
  { signal, progress }: Pick<JobContext, 'signal' | 'progress'>,
): Promise<Found> {
  const guarded = loaded.guarded.columns;
  const { rows } = loaded.qi;
  const found = await searchLattice({
    columns,
    guarded,
    rows,
    rules: rulesFor(models, guarded),
    utility: asked.metric,
    mostHidden: Math.floor(rows * asked.suppression + 1e-9),
    seconds: asked.seconds,
    signal,
    onProgress: ({ checked }) => progress({ phase: text.searching, done: checked, total: null, unit: 'steps' }),
  });
  const { levels, proven } = found;
  if (levels !== null) return { ...found, levels };
  throw new Failure(
    'TARGET_MISSED',
    proven ? text.missed(models.map(inWords), asked.suppression) : text.notFound(asked.seconds),
  );
}

const inWords = ({ model, settings, column }: ModelToJudge): string => text.model(model.title, settings, column);

/** @throws Failure INTERNAL where the written file is not what was searched for */
function requireSame(measured: MeasuredFile, found: Found, models: readonly ModelToJudge[], rows: number): void {
  const holds =
    measured.rows === rows &&
    measured.suppressedRows === found.hiddenRows &&
    Number.isFinite(measured.loss) &&
    measured.models.every(({ met }) => met) &&
    measured.models.length <= models.length;
  if (!holds) throw new Failure('INTERNAL', text.differs);
}

async function place(file: StagedFile, target: string, releaseId: string, force: boolean): Promise<void> {
  const placed = placement([{ file, target }], { releaseId, force, border: fileBorder });
  await placed.commit();
  await placed.settle();
}

function told(
  asked: AskedAnonymise,
  made: { found: Found; recoding: Recoding; measured: MeasuredFile; models: readonly ModelToJudge[] },
): Omit<AnonymisedFile, 'output' | 'sha256' | 'timings' | 'notes'> {
  const { found, recoding, measured, models } = made;
  const { models: judged, ...figures } = measured;
  return {
    ...figures,
    k: judged.find(({ asked: { column } }) => column !== null && column === asked.person)?.value ?? figures.k,
    model: models.map(inWords).join('; '),
    levels: Object.fromEntries(
      recoding.hierarchies.map(({ column, levels }, at) => [
        column,
        { level: found.levels[at]!, of: levels.length - 1 },
      ]),
    ),
    metric: asked.metric,
    score: found.score,
    bound: found.bound,
    nodes: found.nodes,
    nodesChecked: found.checked,
    optimal: found.proven,
    measured: judged.map(({ asked: { model, column }, value, met }) => ({ model: model.id, column, value, met })),
  };
}

/** What a person should know of the result. */
function notesOf(
  { columns }: FileInHand,
  { qi, sensitive, person, k }: AskedAnonymise,
  { found, measured }: { found: Found; measured: MeasuredFile },
): string[] {
  const named = [...qi, ...sensitive, person];
  const left = columns.flatMap(({ name }) => (named.includes(name) ? [] : [name]));
  const { suppressedRows: out } = measured;
  return [
    person === undefined ? text.rowsCounted : text.peopleCounted(person),
    ...(left.length === 0 ? [] : [text.left(left)]),
    ...(out > 0 && out < k ? [text.hiddenFew(out, k)] : []),
    ...(found.proven ? [] : [text.best(found.bound)]),
  ];
}
