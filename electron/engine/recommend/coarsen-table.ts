import type { Table, TableWork } from './choose-levels.ts';
import { holdAgainstAttacks, type Frozen } from './hold-against-attacks.ts';
import { comesSecond } from './rivals.ts';
import { addSensitive, isSensitive, missedModels } from './sensitive-last.ts';
import { searchInput } from './search-input.ts';
import { searchLevels } from './search-levels.ts';
import { dropped, standOf, type CodedColumn, type Stand } from './stands.ts';
import type { Ladder } from './step-spec.ts';
import { TableSearch } from './table-search.ts';
import { loadTuples, type Tuples } from './tuples.ts';

/**
 * Levels at which every column together holds, then finer ones as far as they go. Where attacks find too much in that, it
 * starts from levels at which larger groups hold, larger and larger until no attack is refused. What could be inferred
 * from the rest of an anonymised table comes last.
 */
export async function coarsenTable(work: TableWork): Promise<Table> {
  const { on, ladders, attack, allowed, load } = work;
  const inferable = new Map<Ladder, string>();
  const others = ladders.filter((ladder) => !isSensitive(ladder, work));
  const first = others.filter((ladder) => !comesSecond(ladder, others));
  const context = { step: 0, referenceDate: on.input.referenceDate, keyName: on.input.purpose.id, k: on.input.k };
  const tuples =
    first.length === 0
      ? null
      : await loadTuples(on.duck, work.searched, work.sample, first, on.person, context, work.breathe);
  const columns = await load(others);
  const standsAt = (levels: readonly number[]): Map<CodedColumn, Stand> =>
    new Map(
      columns.map((column) => {
        const at = first.indexOf(column.ladder);
        return [column, at < 0 ? dropped(column.ladder) : standOf(column.ladder, levels[at] ?? 0)];
      }),
    );
  const makeFrom = async (start: Map<CodedColumn, Stand>, frozen: Frozen): Promise<TableSearch> => {
    const search = new TableSearch({ ...(await searchInput(work)), start, frozen });
    if (search.partition.small > allowed) return search;
    await search.improve([]);
    await addSensitive(work, search, inferable);
    return search;
  };
  let levels = await levelsFor(work, tuples, { ladders: first, k: on.input.k });
  const finest = await makeFrom(standsAt(levels), new Map());
  const refused = attack === null ? null : await attack.worst(finest.stands);
  if (attack === null || refused === null) return { search: finest, frozen: new Set(), refused: null, inferable };
  for (let { k } = on.input; (await attack.worst(standsAt(levels))) !== null;) {
    k *= 2;
    levels = await levelsFor(work, tuples, { ladders: first, k, start: levels });
  }
  const start = standsAt(levels);
  const held = await holdAgainstAttacks(attack, {
    make: (frozen) => makeFrom(start, frozen),
    mayTake: async (stands) => (await missedModels(work, stands)).length === 0,
  });
  return { ...held, refused, inferable };
}

/** The levels at which k holds, none finer than those it starts from; everything dropped where no others do. */
async function levelsFor(
  { allowed, breathe }: TableWork,
  tuples: Tuples | null,
  { ladders, k, start }: { ladders: readonly Ladder[]; k: number; start?: number[] },
): Promise<number[]> {
  if (tuples === null) return [];
  const losses = ladders.map(({ levels }) => levels.map(({ loss }) => loss));
  const found = await searchLevels({ tuples, losses, k, allowed, start: start ?? losses.map(() => 0), breathe });
  return found ?? losses.map((each) => each.length - 1);
}
