import type { CodedHierarchy } from '../coded/coded-hierarchy.ts';
import { treeColumn, treeOrder, type HierarchyColumn } from '../local/tree-columns.ts';
import { rowsOf, type ChildRows } from './related-tables.ts';

/** Labels that no value reads, so that no row is like none but no row. */
const [none, mixed] = ['\u0000none', '\u0000mixed'];

/** The hierarchy with one more leaf, for no row, which nothing but a new top has in common with the values. */
function withNone({ column, levels, domain }: CodedHierarchy): CodedHierarchy {
  const values = levels[0]!.of.length;
  const own = levels.map(({ labels, of, leaves }) => ({
    labels: [...labels, none],
    of: Uint32Array.from({ length: values + 1 }, (_, value) => (value === values ? labels.length : of[value]!)),
    leaves: Uint32Array.from([...leaves, 1]),
  }));
  const top = { labels: [mixed], of: new Uint32Array(values + 1), leaves: Uint32Array.of(domain + 1) };
  return { column, levels: [...own, top], domain: domain + 1 };
}

/** Rows in an order by what they say: columns of few values first, values in the order of their trees. */
export function orderOfRows({ columns }: ChildRows): (one: number, other: number) => number {
  const keys = columns
    .map(({ codes, hierarchy }) => ({ codes, place: treeOrder(treeColumn(hierarchy)) }))
    .toSorted((a, b) => a.place.length - b.place.length);
  return (one, other) => {
    for (const { codes, place } of keys) {
      const apart = place[codes[one]!]! - place[codes[other]!]!;
      if (apart !== 0) return apart;
    }
    return 0;
  };
}

/**
 * The first rows of each person side by side, in the order of `orderOfRows`: columns of people, the cells of a missing
 * row being *none*. People with other numbers of rows are thus as far apart as can be.
 * @param slots how many rows
 */
export function slotColumns(child: ChildRows, slots: number): HierarchyColumn[] {
  if (slots === 0) return [];
  const people = child.start.length - 1;
  const order = orderOfRows(child);
  const rowAt = new Int32Array(slots * people).fill(-1);
  for (let person = 0; person < people; person += 1) {
    if (rowsOf(child, person) === 0) continue;
    const own = Array.from(child.rows.subarray(child.start[person], child.start[person + 1])).toSorted(order);
    for (const [slot, row] of own.slice(0, slots).entries()) rowAt[slot * people + person] = row;
  }
  return child.columns.flatMap(({ codes, hierarchy }) => {
    const wide = withNone(hierarchy);
    const noRow = hierarchy.levels[0]!.of.length;
    return Array.from({ length: slots }, (_, slot) => ({
      hierarchy: wide,
      codes: Uint32Array.from(rowAt.subarray(slot * people, (slot + 1) * people), (row) =>
        row < 0 ? noRow : codes[row]!,
      ),
    }));
  });
}
