import type { CodedColumn, CodedTable } from '../coded/coded-table.ts';
import { coverOf } from '../attack/cell-cover.ts';
import type { HalfRelease } from '../attack/attack-halves.ts';
import { textsOf, type LabelColumn } from './label-column.ts';
import type { PublishedRows, PublishedTables } from './publish-related.ts';
import { rowsOf, type ChildRows, type RelatedTables } from './related-tables.ts';

/** What the columns of the view are called that stand for a person's rows in another table. */
export interface ViewNames {
  rows(table: string): string;
  commonest(table: string, column: string): string;
}

/** The number that occurs most often, of several the smallest; −1 of none. */
function commonest(numbers: Iterable<number>): number {
  const counts = new Map<number, number>();
  let best = -1;
  let most = 0;
  for (const one of numbers) {
    const many = (counts.get(one) ?? 0) + 1;
    counts.set(one, many);
    if (many > most || (many === most && one < best)) [best, most] = [one, many];
  }
  return best;
}

/** Numbers of rows that occur, rising. */
const countsOf = (child: ChildRows): number[] =>
  [...new Set(Array.from({ length: child.start.length - 1 }, (_, person) => rowsOf(child, person)))].toSorted(
    (a, b) => a - b,
  );

/**
 * People as somebody may know them who has all tables: their row and, of every other table, how many rows they have and
 * the commonest value of each of its columns.
 */
export function viewOfPeople({ people, person, children }: RelatedTables, names: ViewNames): CodedTable {
  const columns: CodedColumn[] = person.map((column) => ({
    name: column.hierarchy.column,
    codes: Uint32Array.from(column.codes),
    values: textsOf(column),
  }));
  for (const child of children) {
    const counts = countsOf(child);
    const place = new Map(counts.map((many, at) => [many, at]));
    columns.push({
      name: names.rows(child.name),
      codes: Uint32Array.from({ length: people }, (_, one) => place.get(rowsOf(child, one))!),
      values: counts.map(String),
    });
    for (const column of child.columns) {
      const values = textsOf(column);
      columns.push({
        name: names.commonest(child.name, column.hierarchy.column),
        codes: Uint32Array.from({ length: people }, (_, one) => {
          const own = child.rows.subarray(child.start[one], child.start[one + 1]);
          const code = commonest(Array.from(own, (row) => column.codes[row]!));
          return code < 0 ? values.length : code;
        }),
        values: [...values, null],
      });
    }
  }
  return { rows: people, columns };
}

/** A column of a release, and for each of its labels the values it stands for. */
interface ViewColumn {
  name: string;
  codes: Uint32Array;
  values: string[];
  cover: readonly (readonly number[])[];
}

/** How many rows a person has, as numbers of `counts`. */
function countColumn(name: string, groupOf: Uint32Array, { start }: PublishedRows, counts: readonly number[]) {
  const many = (group: number): number => start[group + 1]! - start[group]!;
  const place = new Map(counts.map((own, code) => [own, code]));
  const most = groupOf.reduce((high, group) => Math.max(high, many(group)), 0);
  const cover = Array.from({ length: most + 1 }, (_, own) => [place.get(own) ?? []].flat());
  return { name, codes: groupOf.map(many), values: cover.map((_, own) => String(own)), cover };
}

/** All labels, what they read and what they stand for. */
const allOf = (labels: LabelColumn) => {
  const all = Array.from({ length: labels.size() }, (_, label) => label);
  return { values: all.map((label) => labels.text(label)), cover: all.map((label) => labels.covers(label)) };
};

/** The commonest label of each group. @param noRow the value that stands for no row, as the last label does */
function commonestColumn(
  name: string,
  groupOf: Uint32Array,
  { start, cells, labels }: PublishedRows,
  { at, noRow }: { at: number; noRow: number },
): ViewColumn {
  const { values, cover } = allOf(labels[at]!);
  const ofGroup = Array.from({ length: start.length - 1 }, (_, group) => {
    const own: number[] = [];
    for (let row = start[group]!; row < start[group + 1]!; row += 1) own.push(cells[row * labels.length + at]!);
    const found = commonest(own);
    return found < 0 ? values.length : found;
  });
  return {
    name,
    codes: groupOf.map((group) => ofGroup[group]!),
    values: [...values, ''],
    cover: [...cover, [noRow]],
  };
}

/**
 * The same of what is published.
 * @param whole the people that the view was made of, in whose numbers of rows the counts are told
 */
export function viewOfRelease(
  tables: RelatedTables,
  { groupOf, person, children }: PublishedTables,
  whole: RelatedTables,
  names: ViewNames,
): HalfRelease {
  const width = tables.person.length;
  const columns = tables.person.map((column, at): ViewColumn => {
    const codes = groupOf.map((group) => person.cells[group * width + at]!);
    return { name: column.hierarchy.column, codes, ...allOf(person.labels[at]!) };
  });
  for (const [place, child] of tables.children.entries()) {
    const made = children[place]!;
    columns.push(countColumn(names.rows(child.name), groupOf, made, countsOf(whole.children[place]!)));
    for (const [at, column] of child.columns.entries()) {
      const name = names.commonest(child.name, column.hierarchy.column);
      const noRow = column.hierarchy.levels[0]!.of.length;
      columns.push(commonestColumn(name, groupOf, made, { at, noRow }));
    }
  }
  return {
    released: { rows: groupOf.length, columns: columns.map(({ name, codes, values }) => ({ name, codes, values })) },
    cells: new Map(columns.map(({ name, cover }) => [name, coverOf(cover)])),
  };
}
