import type { CodedColumn } from '../coded/coded-table.ts';
import type { CodedHierarchy } from '../coded/coded-hierarchy.ts';
import { treeColumn, treeOrder, type HierarchyColumn } from '../local/tree-columns.ts';
import { textsOf } from './label-column.ts';
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

/** The first rows of each person, in the order of `orderOfRows`: by slot and person, −1 where there is none. */
function firstRows(child: ChildRows, slots: number): Int32Array {
  const people = child.start.length - 1;
  const order = orderOfRows(child);
  const rowAt = new Int32Array(slots * people).fill(-1);
  for (let person = 0; person < people; person += 1) {
    if (rowsOf(child, person) === 0) continue;
    const own = Array.from(child.rows.subarray(child.start[person], child.start[person + 1])).toSorted(order);
    for (const [slot, row] of own.slice(0, slots).entries()) rowAt[slot * people + person] = row;
  }
  return rowAt;
}

/** Codes of a column in one slot, of a missing row one more than there are values. */
const codesIn = (
  { codes, hierarchy }: HierarchyColumn,
  rowAt: Int32Array,
  { slot, people }: { slot: number; people: number },
): Uint32Array =>
  Uint32Array.from(rowAt.subarray(slot * people, (slot + 1) * people), (row) =>
    row < 0 ? hierarchy.levels[0]!.of.length : codes[row]!,
  );

/**
 * The first rows of each person side by side: columns of people, the cells of a missing row being *none*. People with
 * other numbers of rows are thus as far apart as can be.
 * @param slots how many rows
 */
export function slotColumns(child: ChildRows, slots: number): HierarchyColumn[] {
  const people = child.start.length - 1;
  const rowAt = firstRows(child, slots);
  return child.columns.flatMap((column) => {
    const hierarchy = withNone(column.hierarchy);
    return Array.from({ length: slots }, (_, slot) => ({ hierarchy, codes: codesIn(column, rowAt, { slot, people }) }));
  });
}

/**
 * The same for groups of sets, in which a missing row costs no more than any value: a column beside the others says
 * whether there is one, and weighs as much as all of the row.
 */
export function slotSets(child: ChildRows, slots: number): { column: CodedColumn; weight: number }[] {
  const people = child.start.length - 1;
  const rowAt = firstRows(child, slots);
  return Array.from({ length: slots }, (_, slot) => {
    const there = Uint32Array.from(rowAt.subarray(slot * people, (slot + 1) * people), (row) => Number(row >= 0));
    return [
      { column: { name: '', codes: there, values: [none, mixed] }, weight: child.columns.length },
      ...child.columns.map((column) => {
        const codes = codesIn(column, rowAt, { slot, people });
        return { column: { name: '', codes, values: [...textsOf(column), null] }, weight: 1 };
      }),
    ];
  }).flat();
}
