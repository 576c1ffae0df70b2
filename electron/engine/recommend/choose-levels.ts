import { quoteIdentifier } from '#shared/sql/quote.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import { sensitiveOutputs } from '#engine/privacy/sensitive-columns.ts';
import { assemble } from './assemble.ts';
import { codeColumns, codePersons } from './coded-columns.ts';
import { judgeInference, smallRows, type Measuring } from './measure-recipe.ts';
import { formOf } from './form.ts';
import { comesSecond, rivalOf, wishOf } from './rivals.ts';
import { searchLevels } from './search-levels.ts';
import { dropped, entry, isDropped, standOf, stepAt, tellsNothing, type CodedColumn, type Stand } from './stands.ts';
import type { Choice, Ladder } from './step-spec.ts';
import { TableSearch } from './table-search.ts';
import { loadTuples } from './tuples.ts';

export interface LevelSearch {
  on: Measuring;
  choices: readonly Choice[];
  ladders: readonly Ladder[];
  /** Temporary table of the sample, and how many rows the file has. */
  sample: string;
  rows: number;
  /** Share (0..1) of the rows that may lie in small classes. */
  share: number;
  breathe: () => Promise<void>;
}

export interface Found {
  stands: Map<Ladder, Stand>;
  leftOut: Map<Ladder, string>;
}

/** More rows than this are searched on a sample; the whole file then has the last word. */
export const searchRows = 2_000_000;
/**
 * Columns that are weighed against each other; of a wider file the others are then tried one by one, some at a time.
 */
const weighed = 80;
const atATime = 200;
/** An anonymised table has so many columns, where they fit, before any becomes finer. */
const columnsFirst = 4;
/** A table of more columns is not narrow any more, however alike its rows are. */
export const mostColumns = 12;
/** More columns left out than this share one reason. */
const reasonsEach = 60;

/**
 * Decides where every ladder stands: an anonymised table grows from nothing, the others start from every column and
 * coarsen; then nothing may be one step finer.
 */
export async function chooseLevels(work: LevelSearch): Promise<Found> {
  const { on, ladders, rows } = work;
  const { input, person } = on;
  const every = Math.max(1, Math.ceil(rows / searchRows));
  const ids = ladders.map(({ column }) => quoteIdentifier(column.physical));
  const searched =
    every < 2 || ids.length === 0
      ? on.relation
      : `(SELECT * FROM ${on.relation} WHERE hash(${person ?? ids.slice(0, 50).join(', ')}) % ${every} = 0)`;
  if (ladders.length === 0) return { stands: new Map(), leftOut: new Map() };
  const allowed = Math.floor((rows / every) * work.share);
  const load = (some: readonly Ladder[]): Promise<CodedColumn[]> =>
    codeColumns(
      on.duck,
      searched,
      [...some],
      { step: 0, referenceDate: input.referenceDate, keyName: input.purpose.id, k: input.k },
      rows / every,
      work.breathe,
    );
  const table =
    input.release === 'anonymised' && input.way !== 'levels'
      ? await growTable(work, allowed, searched, load)
      : await coarsenTable(work, allowed, searched, load);
  const stands = new Map([...table.search.stands].map(([column, stand]) => [column.ladder, stand]));
  for (const ladder of ladders) if (!stands.has(ladder)) stands.set(ladder, dropped(ladder));
  const leftOut = await whyLeftOut(work, { ...table, stands }, every, load);
  return { stands, leftOut };
}

interface Table {
  search: TableSearch;
  /** Columns that cannot stand in the table because they could be inferred from it, with what was measured. */
  inferable: Map<Ladder, string>;
}

type Load = (some: readonly Ladder[]) => Promise<CodedColumn[]>;

async function codedRows({ on }: LevelSearch, searched: string, first: CodedColumn | undefined) {
  const person = on.person === null ? null : await codePersons(on.duck, searched, on.person);
  return { count: first?.codes.length ?? person?.length ?? 0, weights: null, person };
}

function searchInput(work: LevelSearch, allowed: number) {
  const { input } = work.on;
  return {
    k: input.k,
    allowed,
    most: input.release === 'anonymised' && input.way !== 'levels' ? mostColumns : Number.POSITIVE_INFINITY,
    wishOf: (ladder: Ladder) => wishOf(ladder, input.purpose),
    rival: (ladder: Ladder, kept: readonly Ladder[]) => rivalOf(ladder, kept)?.by,
    breathe: work.breathe,
  };
}

/**
 * An anonymised table: first what the purpose wants most, then whatever else fits; what could be inferred from the rest
 * comes last.
 */
async function growTable(work: LevelSearch, allowed: number, searched: string, load: Load): Promise<Table> {
  const { on, ladders } = work;
  const isSensitive = (ladder: Ladder): boolean =>
    sensitiveOutputs(
      [{ name: ladder.column.name, sources: [ladder.column.name], treatment: 'generalised' }],
      on.input.findings,
      [],
    ).length > 0;
  const first = ladders.filter((ladder) => !isSensitive(ladder) && !comesSecond(ladder, ladders));
  const chosen = inTurn(first, (ladder) => wishOf(ladder, on.input.purpose)).slice(0, weighed);
  const columns = await load(chosen);
  const search = new TableSearch({
    ...searchInput(work, allowed),
    rows: await codedRows(work, searched, columns[0]),
    start: new Map(),
  });
  // What the purpose names comes before what it only does not rule out.
  const named = columns.filter(({ ladder }) => wishOf(ladder, on.input.purpose).need !== '');
  await search.improve(named, columnsFirst);
  await search.improve(columns);
  const late = ladders
    .filter((ladder) => !isSensitive(ladder) && !chosen.includes(ladder))
    .sort((a, b) => Number(comesSecond(a, ladders)) - Number(comesSecond(b, ladders)));
  for (const part of inParts(late)) {
    if (search.kept().length >= mostColumns) break;
    for (const column of await load(part)) {
      await work.breathe();
      if (search.smallWith(column) <= allowed) await search.improve([column]);
    }
  }
  const inferable = new Map<Ladder, string>();
  for (const column of await load(ladders.filter(isSensitive)))
    await addSensitive(work, search, column, { allowed, inferable });
  return { search, inferable };
}

/** Adds a column that could be inferred from the others, as far as it cannot be. */
async function addSensitive(
  work: LevelSearch,
  search: TableSearch,
  column: CodedColumn,
  { allowed, inferable }: { allowed: number; inferable: Map<Ladder, string> },
): Promise<void> {
  const { on, choices, ladders } = work;
  search.mayTake = async (stands) => {
    const trial = new Map<Ladder, Stand>(ladders.map((ladder) => [ladder, dropped(ladder)]));
    for (const [{ ladder }, stand] of stands) trial.set(ladder, stand);
    const recipe = assemble(on.input, choices, { stands: trial, leftOut: new Map() });
    const kept = [...trial]
      .filter(([ladder, stand]) => !isDropped(ladder, stand))
      .map(([ladder]) => ladder.column.name);
    const missed = (
      await judgeInference(
        on,
        recipe,
        kept.filter(
          (each) =>
            sensitiveOutputs([{ name: each, sources: [each], treatment: 'generalised' }], on.input.findings, [])
              .length > 0,
        ),
      )
    ).filter(({ met }) => !met);
    if (missed.length > 0) inferable.set(column.ladder, missed.map(({ detail }) => detail).join(' '));
    return missed.length === 0;
  };
  if (search.smallWith(column) <= allowed) await search.improve([column]);
  search.mayTake = undefined;
}

/** Columns by turns of the needs they serve, what is wanted most first. */
function inTurn(ladders: readonly Ladder[], wish: (ladder: Ladder) => { weight: number; need: string }): Ladder[] {
  const queues = new Map<string, Ladder[]>();
  for (const ladder of [...ladders].sort((a, b) => wish(b).weight - wish(a).weight))
    queues.set(wish(ladder).need, [...(queues.get(wish(ladder).need) ?? []), ladder]);
  const turns = [...queues.values()];
  const most = Math.max(0, ...turns.map((queue) => queue.length));
  return Array.from({ length: most }, (_, turn) => turns.flatMap((queue) => queue[turn] ?? [])).flat();
}

const inParts = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / atATime) }, (_, part) =>
    items.slice(part * atATime, (part + 1) * atATime),
  );

/** Levels at which every column together holds, then finer ones as far as they go. */
async function coarsenTable(work: LevelSearch, allowed: number, searched: string, load: Load): Promise<Table> {
  const { on, ladders } = work;
  const first = ladders.filter((ladder) => !comesSecond(ladder, ladders));
  const losses = first.map(({ levels }) => levels.map(({ loss }) => loss));
  const context = { step: 0, referenceDate: on.input.referenceDate, keyName: on.input.purpose.id, k: on.input.k };
  const tuples = await loadTuples(on.duck, searched, work.sample, first, on.person, context, work.breathe);
  const levels =
    (await searchLevels({
      tuples,
      losses,
      k: on.input.k,
      allowed,
      start: losses.map(() => 0),
      breathe: work.breathe,
    })) ?? losses.map((each) => each.length - 1);
  const columns = await load(ladders);
  const start = new Map(
    columns.map((column) => {
      const at = first.indexOf(column.ladder);
      return [column, at < 0 ? dropped(column.ladder) : standOf(column.ladder, levels[at] ?? 0)];
    }),
  );
  const search = new TableSearch({
    ...searchInput(work, allowed),
    rows: await codedRows(work, searched, columns[0]),
    start,
  });
  if (search.partition.small <= allowed) await search.improve([]);
  return { search, inferable: new Map() };
}

/**
 * Why each ladder that is left out is: another column tells it already, it could be inferred, or too many rows would be
 * alone with it; measured on the finished table.
 */
async function whyLeftOut(
  work: LevelSearch,
  { search, inferable, stands }: Table & { stands: Map<Ladder, Stand> },
  every: number,
  load: Load,
): Promise<Map<Ladder, string>> {
  const { on, choices } = work;
  const { k, release } = on.input;
  const allowed = Math.floor(work.rows * on.input.suppression);
  const out = work.ladders.filter((ladder) => isDropped(ladder, stands.get(ladder) ?? dropped(ladder)));
  const kept = work.ladders.filter((ladder) => !out.includes(ladder));
  const reasons = new Map<Ladder, string>();
  const costly: Ladder[] = [];
  for (const ladder of out) {
    const rival = rivalOf(ladder, kept);
    const told = inferable.get(ladder);
    if (rival !== undefined) reasons.set(ladder, recommendText.alreadyTold[rival.told](rival.by.column.name));
    else if (told !== undefined) reasons.set(ladder, recommendText.inferable(told));
    else if (release === 'anonymised' && kept.length >= mostColumns)
      reasons.set(ladder, recommendText.narrowEnough(kept.length));
    else costly.push(ladder);
  }
  const small = new Map<Ladder, { rows: number; form: string }>();
  for (const part of inParts(costly)) {
    for (const column of await load(part)) {
      await work.breathe();
      const { ladder } = column;
      if (tellsNothing(column)) {
        reasons.set(ladder, recommendText.sameThroughout);
        continue;
      }
      const whole = (): Promise<number> =>
        smallRows(
          on,
          assemble(on.input, choices, { stands: new Map([...stands, [ladder, entry(column)]]), leftOut: new Map() }),
        );
      small.set(ladder, {
        rows: every > 1 ? await whole() : search.smallWith(column),
        form: formOf(stepAt(ladder, entry(column))),
      });
    }
  }
  const counts = [...small.values()].map(({ rows }) => rows);
  const sentence = release === 'anonymised' ? recommendText.leftOut.anonymised : recommendText.leftOut.otherwise;
  for (const [ladder, { rows, form }] of small)
    reasons.set(
      ladder,
      costly.length > reasonsEach
        ? recommendText.leftOut.many(k, Math.min(...counts), Math.max(...counts), allowed)
        : sentence(k, form, rows, allowed),
    );
  return reasons;
}
