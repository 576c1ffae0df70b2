import type { LocalEffort } from '#shared/domain/anonymised-file.ts';
import type { TableLabels } from '#shared/domain/anonymised-tables.ts';
import { groupRows } from '../local/group-rows.ts';
import type { Watch } from '../local/run-blocks.ts';
import { recodeOnHierarchies } from '../local/recode-on-hierarchies.ts';
import { quantileOfRows } from './bound-rows.ts';
import { publishRelated, type PublishedTables } from './publish-related.ts';
import type { RelatedTables } from './related-tables.ts';
import { textsOf } from './label-column.ts';
import { slotColumns, slotSets } from './slot-columns.ts';

export interface GroupPeopleOptions extends Watch {
  /** Fewest people of a group; fewest households, where they stay together. */
  k: number;
  seed: number;
  effort: LocalEffort;
  as: TableLabels;
}

/** Rows of each table that people are compared by: of so large a share of those who have any, all of them. */
const shares = [0.5, 0.9];
/** And never more than these, nor more than make so many columns of all tables. */
const [mostSlots, mostColumns] = [16, 120];

/** How many rows of each table people may be compared by; no two choices are alike. */
function choices({ children }: RelatedTables): number[][] {
  const width = children.reduce((sum, { columns }) => sum + columns.length, 0);
  const most = Math.min(mostSlots, Math.max(1, Math.floor(mostColumns / Math.max(1, width))));
  const all = shares.map((share) => children.map((child) => Math.min(most, quantileOfRows(child, share))));
  return all.filter((one, at) => all.findIndex((other) => other.join() === one.join()) === at);
}

/**
 * Puts people into groups of at least k who read alike over all tables together: their own row, and in every other table
 * the same rows (multirelational k-anonymity, Nergiz, Clifton and Nergiz 2009). People are compared by their row and the
 * first rows of every table beside it; of several numbers of rows to compare by the one is kept that loses least.
 * @throws Failure TARGET_MISSED where there are fewer than k; RECIPE_INVALID, JOB_CANCELLED
 */
export async function groupPeople(tables: RelatedTables, options: GroupPeopleOptions): Promise<PublishedTables> {
  const { as, signal, onProgress } = options;
  let best: PublishedTables | null = null;
  const tried = choices(tables);
  for (const [at, slots] of tried.entries()) {
    const told = (share: number): void => onProgress?.((at + share) / tried.length);
    const group = as === 'sets' ? groupBySets : groupByLevels;
    const groupOf = await group(tables, slots, { ...options, onProgress: told });
    const made = await publishRelated(tables, groupOf, { as, signal });
    if (best === null || made.loss < best.loss) best = made;
  }
  return best!;
}

/** @param slots rows of each table that people are compared by */
async function groupByLevels(
  { people, person, children, households }: RelatedTables,
  slots: readonly number[],
  { k, seed, effort, signal, onProgress }: GroupPeopleOptions,
): Promise<Uint32Array> {
  const columns = [...person, ...children.flatMap((child, place) => slotColumns(child, slots[place]!))];
  // With no column at all everybody is one group: a column of one value stands for it.
  const { groupOf } = await recodeOnHierarchies(columns.length === 0 ? [sameForAll(people)] : columns, {
    k,
    people: households,
    seed,
    effort,
    signal,
    onProgress,
  });
  return groupOf;
}

async function groupBySets(
  { people, person, children, households }: RelatedTables,
  slots: readonly number[],
  { k, seed, effort, signal, onProgress }: GroupPeopleOptions,
): Promise<Uint32Array> {
  const wide = [
    ...person.map((column) => ({ column: { name: '', codes: column.codes, values: textsOf(column) }, weight: 1 })),
    ...children.flatMap((child, place) => slotSets(child, slots[place]!)),
  ];
  const columns = wide.map(({ column }) => column);
  const weights = wide.map(({ weight }) => weight);
  const { groupOf } = await groupRows(
    { rows: people, columns },
    { k, people: households, weights, seed, effort, signal, onProgress },
  );
  return groupOf;
}

const sameForAll = (people: number) => ({
  codes: new Uint32Array(people),
  hierarchy: {
    column: '',
    levels: [{ labels: [''], of: new Uint32Array(1), leaves: Uint32Array.of(1) }],
    domain: 1,
  },
});
