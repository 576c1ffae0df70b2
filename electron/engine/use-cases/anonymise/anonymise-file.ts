import { randomUUID } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import type { AnonymisedFile } from '#shared/domain/anonymised-file.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import { readHierarchies } from '#engine/anonymise/hierarchies/read-hierarchies.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { ModelToJudge } from '#engine/privacy/judge-models.ts';
import { fileBorder } from '#engine/release/place/file-border.ts';
import { checkTarget, stageFile, type StagedFile } from '#engine/release/place/place-file.ts';
import { placement } from '#engine/release/place/placement.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';
import { askedModels, inWords } from './asked-models.ts';
import type { Chosen } from './chosen.ts';
import { withDistances } from './hierarchical-distance.ts';
import { loadColumns, namedColumns } from './load-columns.ts';
import { measureWritten, type MeasuredFile } from './measure-written.ts';
import { recodeLocally } from './recode-locally.ts';
import { requirePossible } from './search-columns.ts';
import { searchLevels } from './search-levels.ts';
import { formatFor, writeRows } from './write-rows.ts';

type Given = [given: Parameters<typeof searchLevels>[1], job: Parameters<typeof searchLevels>[2]];

const seconds = (from: number): number => Math.round(performance.now() - from) / 1000;

/**
 * Finds the least lossy levels under which the models hold, or labels row by row, writes the rows with them, and says
 * what the written file measures. Nothing bears the output's name before that.
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
  const load = seconds(begun);
  const searching = performance.now();
  const chosen = await choose(asked, { hierarchies, loaded, models }, job);
  const { recoding } = chosen;
  const timings = { load, search: seconds(searching) };
  const known = await chosen.known();
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
    requireSame(measured, chosen, models, loaded.qi.rows);
    await table.unchanged?.();
    job.commit();
    await place(file, path, releaseId, asked.force);
    return {
      ...told(asked, { chosen, measured, models }),
      refinement: known.refinement,
      downcoding: known.downcoding,
      output: path,
      sha256: file.sha256,
      timings: { ...timings, write: seconds(writing) },
      notes: [...table.warnings, ...notes, ...notesOf(table, asked, measured), ...chosen.notes, ...known.notes],
    };
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/** @throws Failure as the search that is asked for */
const choose = (asked: AskedAnonymise, ...rest: Given): Promise<Chosen> => {
  const { local } = asked;
  return local === undefined ? searchLevels(asked, ...rest) : recodeLocally({ ...asked, local }, ...rest);
};

/** @throws Failure INTERNAL where the written file is not what was searched for */
function requireSame(measured: MeasuredFile, chosen: Chosen, models: readonly ModelToJudge[], rows: number): void {
  const holds =
    measured.rows === rows &&
    measured.asChosen &&
    measured.suppressedRows === chosen.hiddenRows &&
    Number.isFinite(measured.loss) &&
    Math.abs(measured.loss - (chosen.loss ?? measured.loss)) < 1e-9 &&
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
  made: { chosen: Chosen; measured: MeasuredFile; models: readonly ModelToJudge[] },
): Omit<AnonymisedFile, 'output' | 'sha256' | 'timings' | 'notes' | 'refinement' | 'downcoding'> {
  const { levels, score, bound, nodes, nodesChecked, optimal } = made.chosen;
  const { models: judged, asChosen: _, ...figures } = made.measured;
  const models = made.models.map(inWords).join('; ');
  return {
    ...figures,
    k: judged.find(({ asked: { column } }) => column !== null && column === asked.person)?.value ?? figures.k,
    model: asked.local === undefined ? models : text.byLocalRecoding(models),
    local: asked.local ?? null,
    levels,
    metric: asked.metric,
    score,
    bound,
    nodes,
    nodesChecked,
    optimal,
    measured: judged.map(({ asked: { model, column }, value, met }) => ({ model: model.id, column, value, met })),
  };
}

/** What a person should know of the result, whichever way it was chosen. */
function notesOf(
  { columns }: FileInHand,
  { qi, sensitive, person, k }: AskedAnonymise,
  { suppressedRows: out }: MeasuredFile,
): string[] {
  const named = [...qi, ...sensitive, person];
  const left = columns.flatMap(({ name }) => (named.includes(name) ? [] : [name]));
  return [
    person === undefined ? text.rowsCounted : text.peopleCounted(person),
    ...(left.length === 0 ? [] : [text.left(left)]),
    ...(out > 0 && out < k ? [text.hiddenFew(out, k)] : []),
  ];
}
