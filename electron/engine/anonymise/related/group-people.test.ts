import { describe, expect, it } from 'vitest';
import { buildHierarchy } from '../hierarchies/build-hierarchy.ts';
import { codeRows, type CodedTable } from '../coded/coded-table.ts';
import type { HierarchyColumn } from '../local/tree-columns.ts';
import { alignRows } from './align-rows.ts';
import { boundRows, quantileOfRows } from './bound-rows.ts';
import { groupPeople } from './group-people.ts';
import { viewOfPeople, viewOfRelease } from './joined-view.ts';
import { setLabels, treeLabels, type LabelColumn } from './label-column.ts';
import type { PublishedTables } from './publish-related.ts';
import { rowsByPerson, somePeople, type RelatedTables } from './related-tables.ts';

/** A small generator of its own, so that no draw of the code under test is among these. */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return (state >>> 8) % below;
  };
}

const columnsOf = (table: CodedTable): HierarchyColumn[] =>
  table.columns.map((column) => ({ codes: column.codes, hierarchy: buildHierarchy(column).hierarchy }));

/** People of few ages and towns with 0 to 4 orders; one has half of all orders. */
function madeUp(seed: number, people: number, households = false): RelatedTables {
  const draw = drawing(seed);
  const own = codeRows(
    ['age', 'town'],
    Array.from({ length: people }, () => [String(20 + draw(40)), ['Aby', 'Bo', 'Cley'][draw(3)]!]),
  );
  const personOf: number[] = [];
  for (let person = 0; person < people; person += 1) for (let n = draw(5); n > 0; n -= 1) personOf.push(person);
  const many = personOf.length;
  for (let n = 0; n < many; n += 1) personOf.push(0);
  const orders = codeRows(
    ['item', 'paid'],
    personOf.map(() => [['tea', 'rye', 'oil', 'fig'][draw(4)]!, String(5 * draw(30))]),
  );
  return {
    people,
    person: columnsOf(own),
    children: [{ name: 'orders', columns: columnsOf(orders), ...rowsByPerson(Int32Array.from(personOf), people) }],
    ...(households && { households: Uint32Array.from({ length: people }, (_, person) => 1 + (person >> 1)) }),
  };
}

/** What a reader of all files has of each person: their row, and their rows elsewhere in no order. */
function joined(made: PublishedTables): string[] {
  const read = (labels: readonly LabelColumn[], cells: Int32Array, at: number): string =>
    labels.map((label, place) => label.text(cells[at * labels.length + place]!)).join(' & ');
  return Array.from(made.groupOf, (group) => {
    const lists = made.children.map(({ start, cells, labels }) =>
      Array.from({ length: start[group + 1]! - start[group]! }, (_, row) =>
        read(labels, cells, start[group]! + row),
      ).toSorted(),
    );
    return JSON.stringify([read(made.person.labels, made.person.cells, group), lists]);
  });
}

const ways = ['levels', 'sets'] as const;
const options = { k: 4, seed: 7, effort: 'quick' as const };

describe.each(ways)('people grouped over their tables, cells being %s', (as) => {
  it.each([1, 2, 3])('have at least k behind everything that can be joined (seed %i)', async (seed) => {
    const tables = madeUp(seed, 60);
    const made = await groupPeople(tables, { ...options, as });
    const many = new Map<string, number>();
    for (const one of joined(made)) many.set(one, (many.get(one) ?? 0) + 1);
    expect(Math.min(...many.values())).toBeGreaterThanOrEqual(4);
    // Every label is true of each of its people.
    const { labels, cells } = made.person;
    for (const [column, { codes }] of tables.person.entries())
      for (const [person, group] of made.groupOf.entries())
        expect(labels[column]!.covers(cells[group * labels.length + column]!)).toContain(codes[person]);
  });

  it('never get a row that they do not have, nor two rows of one', async () => {
    const tables = madeUp(4, 40);
    const { groupOf, children } = await groupPeople(tables, { ...options, as });
    const [{ columns, start, rows }] = tables.children as [RelatedTables['children'][number]];
    const published = children[0]!;
    const { labels, cells } = published;
    let left = rows.length;
    for (const [person, group] of groupOf.entries()) {
      const own = rows.subarray(start[person], start[person + 1]);
      const many = published.start[group + 1]! - published.start[group]!;
      expect(many).toBeLessThanOrEqual(own.length);
      left -= many;
      const covers = (slot: number, row: number): boolean =>
        columns.every(({ codes }, column) =>
          labels[column]!.covers(cells[(published.start[group]! + slot) * labels.length + column]!).includes(
            codes[row]!,
          ),
        );
      // A matching of slots to rows of their own (augmenting paths).
      const slotOf = new Map<number, number>();
      const place = (slot: number, seen: Set<number>): boolean =>
        Array.from(own).some((row) => {
          if (seen.has(row) || !covers(slot, row)) return false;
          seen.add(row);
          if (slotOf.has(row) && !place(slotOf.get(row)!, seen)) return false;
          slotOf.set(row, slot);
          return true;
        });
      for (let slot = 0; slot < many; slot += 1) expect(place(slot, new Set())).toBe(true);
    }
    expect(published.leftOut).toBe(left);
  });

  it('lose what their labels say, and a cell of a row without a place all of it', async () => {
    const tables = madeUp(10, 40);
    const { groupOf, person, children, loss } = await groupPeople(tables, { ...options, as });
    const [{ columns, rows }] = tables.children as [RelatedTables['children'][number]];
    const published = children[0]!;
    const lost = (of: typeof tables.person, { labels, cells }: Omit<typeof person, 'loss'>, row: number): number =>
      labels.reduce((sum, label, column) => {
        const values = of[column]!.hierarchy.domain;
        return sum + (label.covers(cells[row * labels.length + column]!).length - 1) / (values - 1);
      }, 0);
    let [sum, kept] = [0, 0];
    for (const group of groupOf) {
      sum += lost(tables.person, person, group);
      for (let row = published.start[group]!; row < published.start[group + 1]!; row += 1, kept += 1)
        sum += lost(columns, published, row);
    }
    sum += (rows.length - kept) * columns.length;
    expect(loss).toBeCloseTo(sum / (40 * tables.person.length + rows.length * columns.length), 9);
  });

  it('stay together by households, which are counted', async () => {
    const { groupOf } = await groupPeople(madeUp(5, 60, true), { ...options, as });
    const behind = new Map<number, Set<number>>();
    for (const [person, group] of groupOf.entries()) {
      expect(group).toBe(groupOf[person ^ 1]);
      behind.set(group, (behind.get(group) ?? new Set()).add(person >> 1));
    }
    for (const households of behind.values()) expect(households.size).toBeGreaterThanOrEqual(4);
  });
});

it('draws of a person with too many rows as many as are allowed, and takes nobody else any', () => {
  const [child] = madeUp(6, 30).children as [RelatedTables['children'][number]];
  const bound = boundRows(child, 3, 1);
  for (let person = 0; person < 30; person += 1) {
    const [before, after] = [child, bound].map(({ rows, start }) => rows.slice(start[person], start[person + 1]));
    expect(after).toHaveLength(Math.min(3, before!.length));
    expect(new Set(after).size).toBe(after!.length);
    for (const row of after!) expect(before).toContain(row);
  }
  expect(quantileOfRows({ ...child, start: Uint32Array.of(0, 0, 1, 3, 6, 16) }, 0.5)).toBe(2);
});

it('takes some of the people with their rows', () => {
  const tables = madeUp(8, 20);
  const some = somePeople(tables, Uint32Array.of(2, 5, 19));
  const [all, few] = [tables.children[0]!, some.children[0]!];
  for (const [at, person] of [2, 5, 19].entries()) {
    expect(few.rows.slice(few.start[at], few.start[at + 1])).toEqual(
      all.rows.slice(all.start[person], all.start[person + 1]),
    );
    expect(some.person[0]!.codes[at]).toBe(tables.person[0]!.codes[person]);
  }
});

it('aligns rows by what they have in common', () => {
  const table = codeRows(['item'], [['tea'], ['oil'], ['oil'], ['fig'], ['tea']]);
  const [column] = columnsOf(table) as [HierarchyColumn];
  const codeOf = (row: number): number => column.codes[row]!;
  // tea and oil of the one; oil, fig and tea of the other: fig finds no place.
  for (const labels of [treeLabels(column), setLabels(column)]) {
    const found = alignRows({ labels: [labels], codeOf }, [Uint32Array.of(0, 1), Uint32Array.of(2, 3, 4)]);
    expect(Array.from(found, (label) => labels.text(label))).toEqual(['tea', 'oil']);
  }
});

const names = {
  rows: (table: string) => `${table}: rows`,
  commonest: (table: string, column: string) => `${table}: ${column}`,
};

it('shows an attacker of each person what the tables say together', async () => {
  const tables = madeUp(9, 40);
  const people = viewOfPeople(tables, names);
  expect(people.columns.map(({ name }) => name)).toEqual([
    'age',
    'town',
    'orders: rows',
    'orders: item',
    'orders: paid',
  ]);
  const [{ columns, start, rows }] = tables.children as [RelatedTables['children'][number]];
  const items = columns[0]!.hierarchy.levels[0]!;
  for (let person = 0; person < 40; person += 1) {
    const own = Array.from(
      rows.subarray(start[person], start[person + 1]),
      (row) => items.labels[items.of[columns[0]!.codes[row]!]!]!,
    );
    const read = (at: number): string | null => people.columns[at]!.values[people.columns[at]!.codes[person]!]!;
    expect(read(2)).toBe(String(own.length));
    const times = (item: string): number => own.filter((other) => other === item).length;
    if (own.length === 0) expect(read(3)).toBeNull();
    else expect(times(read(3)!)).toBe(Math.max(...own.map(times)));
  }
  // What is published of a person stands for what they are, wherever no row was left out.
  const made = await groupPeople(tables, { ...options, as: 'levels' });
  const { released, cells } = viewOfRelease(tables, made, tables, names);
  for (const [at, { name, codes }] of people.columns.slice(0, 2).entries())
    for (const [person, code] of codes.entries()) {
      const { from, codes: covered } = cells!.get(name)!;
      const label = released.columns[at]!.codes[person]!;
      expect(covered.slice(from[label], from[label + 1])).toContain(code);
    }
  expect(released.columns[2]!.codes.every((many, person) => many <= start[person + 1]! - start[person]!)).toBe(true);
});
