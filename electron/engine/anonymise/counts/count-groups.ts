import { Failure } from '#shared/contract/failure.ts';
import { countsText } from '#shared/text/engine/counts.ts';
import { codeArray, type CodedTable } from '../coded/coded-table.ts';
import { oneClass, Splitter, type Classes, type People } from '../narrow/classes.ts';

export interface CountGroupsInput {
  /** Places of the columns to group by, one at least. */
  columns: readonly number[];
  /** People (rows, where nobody tells people apart) a shown group has at least; from 1. */
  k: number;
  /** A number for the person per row, below 2³¹; absent: every row is a person. */
  people?: Uint32Array;
}

export interface GroupCounts {
  /** A row per shown group, the columns those that were grouped by. */
  groups: CodedTable;
  /** People (rows, where nobody tells people apart) of each group. */
  counts: Uint32Array;
  /** Per column and value the sum of the shown groups that have it: totals of what is shown. */
  totals: Uint32Array[];
  /** Rows that are in no shown group, ascending. */
  leftOut: Uint32Array;
}

/** People in the rows of some classes, each counted once. */
function peopleIn({ order, starts }: Classes, classes: Iterable<number>, people: People): number {
  const seen = new Set<number>();
  for (const at of classes)
    for (let index = starts[at]!; index < starts[at + 1]!; index += 1) {
      const row = order[index]!;
      seen.add(people === null ? row : people[row]!);
    }
  return seen.size;
}

/** Classes not shown: those of fewer than k, and the smallest others until k people are hidden or nobody is. */
function hiddenOf(classes: Classes, heads: Uint32Array, k: number, people: People): Set<number> {
  const bySize = Array.from(heads.keys()).sort((a, b) => heads[a]! - heads[b]! || a - b);
  const hidden = new Set(bySize.filter((at) => heads[at]! < k));
  if (hidden.size === 0) return hidden;
  for (const at of bySize.slice(hidden.size)) {
    if (peopleIn(classes, hidden, people) >= k) break;
    hidden.add(at);
  }
  return hidden;
}

/**
 * How many people are in each group, groups of fewer than k not among them. A group without anybody and one of fewer
 * than k look alike: neither is listed. Totals are sums of what is shown. The people hidden are nobody or k at least,
 * so that whoever knows how many rows there are learns no smaller number by subtraction; where the small groups alone
 * are fewer, the smallest others are hidden with them. A total that counts the hidden rows too, published elsewhere,
 * undoes this: there must be none.
 * @throws Failure RECIPE_INVALID: no column, k no whole number from 1
 */
export function countGroups(table: CodedTable, { columns, k, people }: CountGroupsInput): GroupCounts {
  if (columns.length === 0) throw new Failure('RECIPE_INVALID', countsText.noColumns);
  if (!(Number.isSafeInteger(k) && k >= 1)) throw new Failure('RECIPE_INVALID', countsText.k);
  const by = columns.map((column) => table.columns[column]!);
  const who = people ?? null;
  const splitter = new Splitter(1, Math.max(1, ...by.map(({ values }) => values.length)), who);
  let classes = oneClass(table.rows, who);
  for (const column of by) classes = splitter.split(classes, column);
  const { order, starts } = classes;
  const count = table.rows === 0 ? 0 : starts.length - 1;
  const heads = Uint32Array.from({ length: count }, (_, at) => peopleIn(classes, [at], who));
  const hidden = hiddenOf(classes, heads, k, who);
  const shown = Array.from(heads.keys()).filter((at) => !hidden.has(at));
  const groups: CodedTable = {
    rows: shown.length,
    columns: by.map(({ name, codes, values }) => {
      const out = codeArray(values.length, shown.length);
      shown.forEach((at, row) => (out[row] = codes[order[starts[at]!]!]!));
      return { name, codes: out, values };
    }),
  };
  const counts = Uint32Array.from(shown, (at) => heads[at]!);
  const totals = groups.columns.map(({ codes, values }) => {
    const sums = new Uint32Array(values.length);
    codes.forEach((code, row) => (sums[code]! += counts[row]!));
    return sums;
  });
  const leftOut = Uint32Array.from([...hidden].flatMap((at) => [...order.subarray(starts[at], starts[at + 1])])).sort();
  return { groups, counts, totals, leftOut };
}
