import type { AttackResult } from '#shared/domain/attack-results.ts';
import type { CodedColumn, Stand } from './stands.ts';
import type { Ladder } from './step-spec.ts';
import type { TableAttack } from './table-attack.ts';
import type { TableSearch } from './table-search.ts';

/** Where columns stand that attacks keep from becoming finer, or from coming in. */
export type Frozen = ReadonlyMap<Ladder, Stand>;

interface Making {
  /** Makes a table as fine as k allows, with some columns held where they stand; the same for the same ones. */
  make(frozen: Frozen): Promise<TableSearch>;
  /** What a finer table is held to besides. */
  mayTake(stands: ReadonlyMap<CodedColumn, Stand>): Promise<boolean>;
}

interface Held {
  search: TableSearch;
  frozen: ReadonlySet<Ladder>;
  /** The attack that was refused on the table as fine as k alone allows it; null where none was. */
  refused: AttackResult | null;
}

/**
 * A table that no attack is refused on. Where one is, the first step that made it so is looked for by halving the steps, its
 * column is held where it stood before, and the table is made again without it: other columns take its place. At the
 * end every column that was held is tried once more beside those that are there now, so that no column is coarser than
 * it has to be. A table that starts from nothing is refused by no attack; one that does not must start where none is.
 * @param attack null: nothing is attacked
 * @throws Failure JOB_CANCELLED
 */
export async function holdAgainstAttacks(attack: TableAttack | null, { make, mayTake }: Making): Promise<Held> {
  const frozen = new Map<Ladder, Stand>();
  let search = await make(frozen);
  let refused: AttackResult | null = null;
  if (attack === null) return { search, frozen: new Set(), refused };
  // So many steps are known to be refused by none.
  let sure = 0;
  for (let found = await attack.worst(search.stands); found !== null; found = await attack.worst(search.stands)) {
    refused ??= found;
    sure = await stepsThatHold(attack, search, sure);
    const { column, before } = search.taken[sure]!;
    frozen.set(column.ladder, before);
    search = attack.isSpent ? search.from(sure) : await make(frozen);
  }
  if (frozen.size > 0) await tryAgain(attack, search, mayTake);
  return { search, frozen: new Set(frozen.keys()), refused };
}

/** How many steps may be taken until an attack is refused, one more being refused. @param sure so many may */
async function stepsThatHold(attack: TableAttack, search: TableSearch, sure: number): Promise<number> {
  let [holds, fails] = [sure, search.taken.length];
  while (fails - holds > 1) {
    const middle = (holds + fails) >> 1;
    if ((await attack.worst(search.after(middle))) === null) holds = middle;
    else fails = middle;
  }
  return holds;
}

/** Takes whatever further step is refused by no attack, until none is left or as many tables were tried as may be. */
async function tryAgain(attack: TableAttack, search: TableSearch, mayTake: Making['mayTake']): Promise<void> {
  search.thaw();
  search.mayTake = async (stands) =>
    !attack.isSpent && (await mayTake(stands)) && (await attack.worst(stands)) === null;
  for (let before = -1; before < search.taken.length && !attack.isSpent;) {
    before = search.taken.length;
    await search.improve([]);
  }
  search.mayTake = undefined;
}
