import type { EngineSession } from '#engine/session/engine-session.ts';
import { personColumns } from '#engine/privacy/person/person-column.ts';
import { pointingColumns } from '../pointing-columns.ts';
import type { Searched } from '../search-workspace.ts';
import type { Sought } from '../sought.ts';

/** The values that somebody is sought by, and what each is good for. */
export interface Identifiers {
  all: readonly Sought[];
  /**
   * By value, the one type of column in which it points at a person: number 1001 of a customer is nobody's order 1001.
   * A mail address, or a telephone number with its country, points wherever it stands and is not in here.
   */
  typeOf: ReadonlyMap<Sought, string>;
  /** Names of columns of which a person says that these values point at one person there, too. */
  by: ReadonlySet<string>;
}

/** Which type each value points by: of several, the one that names people most surely. */
export async function identifiersOf(
  state: EngineSession,
  { search, cells, ofOnePerson }: Pick<Searched, 'search' | 'cells' | 'ofOnePerson'>,
  by: readonly string[],
): Promise<Identifiers> {
  const types = new Map<Sought, { type: string; rank: number }>();
  for (const [id, found] of cells) {
    if (found.length === 0) continue;
    const findings = (await state.dataset(id)).effectiveFindings();
    const pointing = pointingColumns(findings);
    const surest = personColumns(findings);
    for (const { column, match, cells: texts } of found) {
      if (match !== 'plain' || !pointing.has(column)) continue;
      const type = findings.find(({ name }) => name === column)?.type ?? '';
      const at = surest.indexOf(column);
      const rank = at < 0 ? surest.length + pointing.size : at;
      for (const one of ofOnePerson) {
        if (one.isOfOnePerson || !texts.some((text) => one.heldBy(text) === 'plain')) continue;
        const before = types.get(one);
        if (before === undefined || rank < before.rank) types.set(one, { type, rank });
      }
    }
  }
  const typeOf = new Map([...types].map(([one, { type }]) => [one, type]));
  return { all: search.sought, typeOf, by: new Set(by) };
}

/** Whether a value points at one person, somewhere at least. */
export const pointsAtOne = (one: Sought, { typeOf }: Identifiers): boolean => one.isOfOnePerson || typeOf.has(one);

/** Values that are taken out of texts: names of several words, too; a town and a surname are not. */
export const takenOut = (identifiers: Identifiers): Sought[] =>
  identifiers.all.filter((one) => pointsAtOne(one, identifiers) || one.folded.includes(' '));
