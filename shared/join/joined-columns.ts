import type { Finding } from '#shared/domain/finding.ts';
import { joinSides, type JoinedColumn, type JoinSide } from '#shared/domain/joined-view.ts';
import { namesPeople } from './key-columns.ts';

/** A dataset as far as its columns go: the finding of each, in file order, and which of them is the key. */
export interface SideColumns {
  name: string;
  key: string;
  findings: readonly Finding[];
}

export type WhyLeftOut = 'identifier' | 'online';

export interface ColumnsOfView {
  /** The name of the column with the keyed hash. */
  key: string;
  columns: JoinedColumn[];
  leftOut: { side: JoinSide; column: string; why: WhyLeftOut }[];
}

/** Why a column says by itself who somebody is; null where it does not. */
function identifies({ class: kind, flags, type }: Finding): WhyLeftOut | null {
  if (flags.includes('online_identifier')) return 'online';
  return kind === 'linked' || namesPeople(type) ? 'identifier' : null;
}

/** A name that none has whose lower case is in `taken`, which it is added to. */
function take(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted} (${number})`;
  taken.add(name.toLowerCase());
  return name;
}

/**
 * The columns of a view: a keyed hash in place of both key columns, and of each dataset what names nobody by itself. A
 * name that both have is told apart by the dataset's.
 */
export function columnsOfView(left: SideColumns, right: SideColumns): ColumnsOfView {
  const sides = { left, right };
  const leftOut: ColumnsOfView['leftOut'] = [];
  const kept: { side: JoinSide; from: string }[] = [];
  for (const side of joinSides)
    for (const finding of sides[side].findings) {
      if (finding.name === sides[side].key) continue;
      const why = identifies(finding);
      if (why === null) kept.push({ side, from: finding.name });
      else leftOut.push({ side, column: finding.name, why });
    }
  const times = new Map<string, number>();
  for (const { from } of kept) times.set(from.toLowerCase(), (times.get(from.toLowerCase()) ?? 0) + 1);
  const inBoth = (name: string): boolean => (times.get(name.toLowerCase()) ?? 0) > 1;
  // Names that stay as they are come first, so that none of them is taken by one that is told apart.
  const taken = new Set(kept.flatMap(({ from }) => (inBoth(from) ? [] : [from.toLowerCase()])));
  const key = take('person_key', taken);
  const columns = kept.map(({ side, from }) => ({
    name: inBoth(from) ? take(`${from} (${sides[side].name})`, taken) : from,
    side,
    from,
  }));
  return { key, columns, leftOut };
}
