import type { Ladder } from './step-spec.ts';
import type { TableWork } from './choose-levels.ts';
import { rivalOf, wishOf } from './rivals.ts';
import type { TableInput } from './table-search.ts';

/** A table of more columns is not narrow any more, however alike its rows are. */
export const mostColumns = 12;
const atATime = 200;

/** What every search for a table starts from, but for where its columns stand. */
export async function searchInput(work: TableWork): Promise<Omit<TableInput, 'start'>> {
  const { person, allowed, breathe } = work;
  const [first] = await work.load(work.ladders.slice(0, 1));
  const { input } = work.on;
  return {
    rows: { count: first?.codes.length ?? person?.length ?? 0, weights: null, person },
    k: input.k,
    allowed,
    most: input.release === 'anonymised' && input.way !== 'levels' ? mostColumns : Number.POSITIVE_INFINITY,
    wishOf: (ladder: Ladder) => wishOf(ladder, input.purpose),
    rival: (ladder: Ladder, kept: readonly Ladder[]) => rivalOf(ladder, kept)?.by,
    breathe,
  };
}

/** Columns of a wide file, some at a time. */
export const inParts = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / atATime) }, (_, part) =>
    items.slice(part * atATime, (part + 1) * atATime),
  );
