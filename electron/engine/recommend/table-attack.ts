import type { AttackLimits, AttackResult } from '#shared/domain/attack-results.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { attackHalves } from '#engine/anonymise/attack/attack-halves.ts';
import { attackSeed, attackSplits, attackTargets } from '#engine/anonymise/attack/usual-attack.ts';
import { pickRows, withoutSmallClasses } from '#engine/anonymise/attack/without-small-classes.ts';
import { codeArray, type CodedColumn as TableColumn, type CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import { isDropped, labelled, type CodedColumn, type Stand } from './stands.ts';

export interface TableAttackInput {
  limits: AttackLimits;
  /** The smallest group of a release. */
  k: number;
  /** Rows that are searched. */
  rows: number;
  /** Columns in the order in which they are written. */
  columns: readonly SourceColumn[];
  /** A number for the person of each row, 0 for nobody; null: each row is of another person. */
  person: Uint32Array | null;
  signal: AbortSignal | undefined;
  /** Tables that may be attacked; absent: so many as their rows allow. */
  most?: number | undefined;
  /** Called before each attack. @param share of all that may be tried, 0…1 */
  onTry?: ((share: number) => void) | undefined;
}

/** Tables that are attacked at most: fewer of a larger file, whose attacks take longer. A number, not a time. */
const mostTables = (rows: number): number => Math.min(60, Math.max(12, Math.floor(1_200_000 / Math.max(1, rows))));

/** The attack of several that is refused with most reason; null where none is. */
export function worstRefused(results: readonly AttackResult[]): AttackResult | null {
  const refused = results.filter(({ verdict }) => verdict === 'refused');
  return refused.toSorted((a, b) => (b.low ?? 0) - (a.low ?? 0))[0] ?? null;
}

/** A column as a table would be written with it; null where every row reads the same. */
function written(column: CodedColumn, stand: Stand): TableColumn | null {
  const { codes, map } = labelled(column, stand);
  const places = new Map<number, number>();
  const of = codeArray(map.length, codes.length);
  for (let row = 0; row < codes.length; row += 1) {
    const label = map[codes[row] ?? 0] ?? 0;
    const place = places.get(label) ?? places.size;
    if (place === places.size) places.set(label, place);
    of[row] = place;
  }
  const values = Array.from({ length: places.size }, (_, at) => String(at));
  return places.size < 2 ? null : { name: column.ladder.column.name, codes: of, values };
}

/** Persons by number, whoever is nobody being a person of their own. */
export const eachSomebody = (person: Uint32Array): Uint32Array => {
  const places = new Map<number, number>();
  return Uint32Array.from(person, (number, row) => {
    if (number === 0) return person.length + row;
    const place = places.get(number) ?? places.size;
    places.set(number, place);
    return place;
  });
};

/** The attacks that a release is held to, on tables that a search thinks of: the same halves, targets and limits. */
export class TableAttack {
  private readonly input: TableAttackInput;
  private readonly places: ReadonlyMap<string, number>;
  private readonly persons: Uint32Array | undefined;
  private readonly most: number;
  private readonly known = new Map<string, AttackResult | null>();

  constructor(input: TableAttackInput) {
    this.input = input;
    this.places = new Map(input.columns.map(({ name }, at) => [name, at]));
    this.most = input.most ?? mostTables(input.rows);
    this.persons = input.person === null ? undefined : eachSomebody(input.person);
  }

  /** Tables that were attacked. */
  get tried(): number {
    return this.known.size;
  }

  /** Whether as many were attacked as may be. */
  get isSpent(): boolean {
    return this.tried >= this.most;
  }

  /** The attack on a table that is refused with most reason; null where none is. @throws Failure JOB_CANCELLED */
  async worst(stands: ReadonlyMap<CodedColumn, Stand>): Promise<AttackResult | null> {
    const placeOf = ({ ladder: { column } }: CodedColumn): number => this.places.get(column.name) ?? 0;
    const kept = [...stands]
      .filter(([{ ladder }, stand]) => !isDropped(ladder, stand))
      .toSorted(([a], [b]) => placeOf(a) - placeOf(b));
    const key = JSON.stringify(kept.map(([column, stand]) => [placeOf(column), stand]));
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.input.onTry?.(Math.min(1, this.tried / this.most));
    const columns = kept.flatMap(([column, stand]) => written(column, stand) ?? []);
    const { rows } = this.input;
    const found = await worstAttack({ rows, columns }, { ...this.input, persons: this.persons });
    this.known.set(key, found);
    return found;
  }
}

/**
 * The attack on a table, as it would be released, that is refused with most reason: classes of fewer than k people are
 * left out of each half. Null where none is.
 * @throws Failure JOB_CANCELLED
 */
export async function worstAttack(
  people: CodedTable,
  {
    k,
    persons,
    limits,
    signal,
  }: Pick<TableAttackInput, 'k' | 'limits' | 'signal'> & { persons?: Uint32Array | undefined },
): Promise<AttackResult | null> {
  if (people.columns.length === 0) return null;
  const by = people.columns.map(({ name }) => name);
  const { results } = await attackHalves({
    people,
    persons,
    releaseOf: (half) => ({ released: pickRows(people, withoutSmallClasses(people, half, { k, by, persons })) }),
    splits: attackSplits,
    targets: attackTargets,
    limits,
    seed: attackSeed,
    signal,
  });
  return worstRefused(results);
}
