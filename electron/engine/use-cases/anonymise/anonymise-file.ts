import { randomUUID } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import type { AnonymisedFile } from '#shared/domain/anonymised-file.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import type { JoinedPosition } from '#engine/anonymise/hierarchies/join-positions.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { fileBorder } from '#engine/release/place/file-border.ts';
import { checkTarget, stageFile, type StagedFile } from '#engine/release/place/place-file.ts';
import { placement } from '#engine/release/place/placement.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';
import { askedModels, inWords } from './asked-models.ts';
import { takeByTable } from './by-table.ts';
import type { Chosen } from './chosen.ts';
import { withDistances } from './hierarchical-distance.ts';
import { loadInput } from './load-input.ts';
import { measureWritten, type JudgedBy, type MeasuredFile } from './measure-written.ts';
import type { ByPopulation } from './population.ts';
import { partPositions } from './part-positions.ts';
import { recodeLocally } from './recode-locally.ts';
import { searchLevels } from './search-levels.ts';
import { formatFor, writeRows } from './write-rows.ts';

type Given = [given: Parameters<typeof searchLevels>[1], job: Parameters<typeof searchLevels>[2]];

const seconds = (from: number): number => Math.round(performance.now() - from) / 1000;

/**
 * Finds the least lossy levels under which the models hold, or labels row by row, writes the rows with them, and says
 * what the written file measures. Nothing bears the output's name before that.
 * @param everybody a table that the rows were drawn from, for k-map
 * @throws Failure WRONG_USAGE, COLUMN_UNKNOWN, FILE_EMPTY, FILE_DAMAGED for a hierarchy; TARGET_MISSED where no levels
 *   reach the target; TARGET_PROTECTED, TARGET_EXISTS, TARGET_UNWRITABLE, DISK_FULL, JOB_CANCELLED
 */
export async function anonymiseFile(
  state: EngineSession,
  table: FileInHand,
  given: AskedAnonymise,
  job: Pick<JobContext, 'signal' | 'commit' | 'progress'>,
  everybody?: FileInHand,
): Promise<AnonymisedFile> {
  const { asked, least } = takeByTable(given, everybody !== undefined);
  const { signal } = job;
  const path = state.grants.path(asked.outputGrantId, 'write');
  await guardWrite(state, [{ path }]);
  const releaseId = randomUUID();
  await checkTarget(path, releaseId, asked.force, fileBorder);
  const paths = new Map(
    asked.hierarchies.map(({ column, grantId }) => [column, state.grants.readPath(grantId, 'source')]),
  );
  const byPeopleOfTable = asked.local !== undefined && everybody !== undefined;
  // Where the people of a population are counted alone, nothing is asked of the file's.
  const models = askedModels(await withDistances(asked, paths)).filter(
    ({ column }) => !byPeopleOfTable || column === null || column !== asked.person,
  );
  const { format, delimiter } = formatFor(path, table);
  const begun = performance.now();
  const drawnFrom = everybody === undefined || least === null ? null : { table: everybody, k: least };
  const { notes, positions, ...input } = await loadInput(table, drawnFrom, asked, paths, signal);
  const { loaded, population } = input;
  const load = seconds(begun);
  const searching = performance.now();
  const chosen = partPositions(await choose(weighed(asked, positions), { ...input, models }, job), positions);
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
  const parts = [Buffer.from(format.head(rows.columns), 'utf8'), rows.rows];
  const file = await stageFile(path, parts, { releaseId, files: fileBorder, signal });
  try {
    const names = table.columns.map(({ name }) => name);
    const measured = await measureWritten(
      { path: file.path, names, format, longestRow: rows.longestRow, directory: table.directory },
      recoding,
      { models, population, person: asked.person },
      signal,
    );
    requireSame(measured, chosen, { models, population }, loaded.qi.rows);
    await table.unchanged?.();
    await everybody?.unchanged?.();
    job.commit();
    await place(file, path, releaseId, asked.force);
    return {
      ...told(asked, { chosen, measured, models, population }),
      refinement: known.refinement,
      downcoding: known.downcoding,
      output: path,
      sha256: file.sha256,
      timings: { ...timings, write: seconds(writing) },
      notes: [
        ...table.warnings,
        ...(everybody?.warnings ?? []).map((warning) => text.ofPopulation(everybody!.fileName, warning)),
        ...notes,
        ...notesOf(table, asked, measured, population),
        ...chosen.notes,
        ...known.notes,
      ],
    };
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/** Where levels are searched, a position counts as the two columns that it is. */
const weighed = (asked: AskedAnonymise, positions: readonly JoinedPosition[]): AskedAnonymise =>
  asked.local === undefined
    ? { ...asked, limits: [...asked.limits, ...positions.map(({ latitude }) => ({ column: latitude, weight: 2 }))] }
    : asked;

/** @throws Failure as the search that is asked for */
const choose = (asked: AskedAnonymise, ...rest: Given): Promise<Chosen> => {
  const { local } = asked;
  return local === undefined ? searchLevels(asked, ...rest) : recodeLocally({ ...asked, local }, ...rest);
};

/** @throws Failure INTERNAL where the written file is not what was searched for */
function requireSame(measured: MeasuredFile, chosen: Chosen, { models, population }: JudgedBy, rows: number): void {
  const holds =
    measured.rows === rows &&
    measured.asChosen &&
    measured.suppressedRows === chosen.hiddenRows &&
    Number.isFinite(measured.loss) &&
    Math.abs(measured.loss - (chosen.loss ?? measured.loss)) < 1e-9 &&
    measured.models.every(({ met }) => met) &&
    measured.models.length <= models.length &&
    (measured.population?.least ?? Infinity) >= (population?.k ?? 0);
  if (!holds) throw new Failure('INTERNAL', text.differs);
}

async function place(file: StagedFile, target: string, releaseId: string, force: boolean): Promise<void> {
  const placed = placement([{ file, target }], { releaseId, force, border: fileBorder });
  await placed.commit();
  await placed.settle();
}

function told(
  asked: AskedAnonymise,
  made: { chosen: Chosen; measured: MeasuredFile } & JudgedBy,
): Omit<AnonymisedFile, 'output' | 'sha256' | 'timings' | 'notes' | 'refinement' | 'downcoding'> {
  const { levels, score, bound, nodes, nodesChecked, optimal } = made.chosen;
  const { models: judged, population: people, asChosen: _, ...figures } = made.measured;
  const { population } = made;
  const least = people?.least ?? null;
  const models = [
    ...made.models.map(inWords),
    ...(population === undefined ? [] : [text.byTable(population.k, population.fileName)]),
  ].join('; ');
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
    measured: [
      ...judged.map(({ asked: { model, column }, value, met }) => ({ model: model.id, column, value, met })),
      ...(least === null ? [] : [{ model: 'k-map', column: null, value: least, met: least >= (population?.k ?? 0) }]),
    ],
    population:
      population === undefined
        ? null
        : {
            file: population.fileName,
            sha256: population.sha256,
            people: population.people,
            counted: population.person === null ? 'rows' : 'people',
            k: population.k,
            least,
          },
  };
}

/** What a person should know of the result, whichever way it was chosen. */
function notesOf(
  { columns }: FileInHand,
  { qi, sensitive, person, k }: AskedAnonymise,
  { suppressedRows: out, population: people }: MeasuredFile,
  population: ByPopulation | undefined,
): string[] {
  const most = Math.max(k, population?.k ?? 0);
  const named = [...qi, ...sensitive, person];
  const left = columns.flatMap(({ name }) => (named.includes(name) ? [] : [name]));
  return [
    person === undefined ? text.rowsCounted : text.peopleCounted(person),
    ...(left.length === 0 ? [] : [text.left(left)]),
    ...(out > 0 && out < most ? [text.hiddenFew(out, most)] : []),
    ...(population === undefined ? [] : text.drawnFrom(population, { person, short: people?.short ?? 0 })),
  ];
}
