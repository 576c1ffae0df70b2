import type { HierarchyColumn } from '../local/tree-columns.ts';

/** A table with several rows a person. */
export interface ChildRows {
  name: string;
  /** Codes of every row of the table, those of nobody among them. */
  columns: readonly HierarchyColumn[];
  /** Rows of person p: `rows[start[p]]` up to, and not, `rows[start[p + 1]]`. */
  start: Uint32Array;
  rows: Uint32Array;
}

/** People with their rows in one table each of their own, as numbers. */
export interface RelatedTables {
  people: number;
  /** Codes by person. */
  person: readonly HierarchyColumn[];
  children: readonly ChildRows[];
  /** The household of each person, numbered from 1, where households stay together. */
  households?: Uint32Array | undefined;
}

/** How many rows a person has in a table. */
export const rowsOf = ({ start }: ChildRows, person: number): number => start[person + 1]! - start[person]!;

/** Rows of a table, put together by whose they are. @param personOf one per row; −1: nobody's */
export function rowsByPerson(personOf: Int32Array, people: number): Pick<ChildRows, 'start' | 'rows'> {
  const start = new Uint32Array(people + 1);
  for (const person of personOf) if (person >= 0) start[person + 1]! += 1;
  for (let person = 0; person < people; person += 1) start[person + 1]! += start[person]!;
  const next = start.slice();
  const rows = new Uint32Array(start[people]!);
  for (const [row, person] of personOf.entries()) if (person >= 0) rows[next[person]!++] = row;
  return { start, rows };
}

/** The same of some of the people. @param chosen their numbers, ascending; they are numbered anew from 0 */
export function somePeople({ person, children, households }: RelatedTables, chosen: Uint32Array): RelatedTables {
  return {
    people: chosen.length,
    person: person.map(({ codes, hierarchy }) => ({
      codes: Uint32Array.from(chosen, (one) => codes[one]!),
      hierarchy,
    })),
    children: children.map((child) => {
      const start = new Uint32Array(chosen.length + 1);
      for (const [at, one] of chosen.entries()) start[at + 1] = start[at]! + rowsOf(child, one);
      const rows = new Uint32Array(start[chosen.length]!);
      for (const [at, one] of chosen.entries())
        rows.set(child.rows.subarray(child.start[one], child.start[one + 1]), start[at]);
      return { ...child, start, rows };
    }),
    ...(households && { households: Uint32Array.from(chosen, (one) => households[one]!) }),
  };
}
