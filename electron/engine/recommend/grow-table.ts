import type { Table, TableWork } from './choose-levels.ts';
import { holdAgainstAttacks, type Frozen } from './hold-against-attacks.ts';
import { comesSecond, wishOf } from './rivals.ts';
import { inParts, mostColumns, searchInput } from './search-input.ts';
import { addSensitive, isSensitive, missedModels } from './sensitive-last.ts';
import type { Ladder } from './step-spec.ts';
import { TableSearch } from './table-search.ts';

/**
 * Columns that are weighed against each other; of a wider file the others are then tried one by one, some at a time.
 */
const weighed = 80;
/** An anonymised table has so many columns, where they fit, before any becomes finer. */
const columnsFirst = 4;

/** An anonymised table: see `grow`; where attacks find too much, without the steps that make them. */
export async function growTable(work: TableWork): Promise<Table> {
  const inferable = new Map<Ladder, string>();
  const held = await holdAgainstAttacks(work.attack, {
    make: (frozen) => grow(work, frozen, inferable),
    mayTake: async (stands) => (await missedModels(work, stands)).length === 0,
  });
  return { ...held, inferable };
}

/**
 * First what the purpose wants most, then whatever else fits; what could be inferred from the rest comes last.
 * @param inferable is told which columns could be
 */
async function grow(work: TableWork, frozen: Frozen, inferable: Map<Ladder, string>): Promise<TableSearch> {
  const { on, ladders, allowed, load } = work;
  const first = ladders.filter((ladder) => !isSensitive(ladder, work) && !comesSecond(ladder, ladders));
  const chosen = inTurn(first, (ladder) => wishOf(ladder, on.input.purpose)).slice(0, weighed);
  const columns = await load(chosen);
  const search = new TableSearch({ ...(await searchInput(work)), start: new Map(), frozen });
  // What the purpose names comes before what it only does not rule out.
  const named = columns.filter(({ ladder }) => wishOf(ladder, on.input.purpose).need !== '');
  await search.improve(named, columnsFirst);
  await search.improve(columns);
  const late = ladders
    .filter((ladder) => !isSensitive(ladder, work) && !chosen.includes(ladder))
    .sort((a, b) => Number(comesSecond(a, ladders)) - Number(comesSecond(b, ladders)));
  for (const part of inParts(late)) {
    if (search.kept().length >= mostColumns) break;
    for (const column of await load(part)) {
      await work.breathe();
      if (search.smallWith(column) <= allowed) await search.improve([column]);
    }
  }
  await addSensitive(work, search, inferable);
  return search;
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
