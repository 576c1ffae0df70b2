// Twelve months of the same people: whoever has two releases of a year takes one from the other.
import { describe, expect, it } from 'vitest';
import { seeded } from '#test/support/seeded.ts';
import { pointedAt, type Membership } from './pointed-at.ts';

const k = 5;
const groups = 60;

interface Person {
  id: number;
  group: number;
}

/**
 * A year of 600 people in 60 groups. Each month some leave alone in their group (planted, never two of a group at once),
 * some leave as another comes to the same group, and one group gets as many newcomers as no target minds.
 */
function year(seed: number): { months: Person[][]; planted: number[] } {
  const random = seeded(seed);
  let next = 600;
  // Only who was there from the beginning is planted: who came for another would uncover the other.
  let own = Array.from({ length: 600 }, (_, id) => ({ id, group: id % groups }));
  let others: Person[] = [];
  const months: Person[][] = [own];
  const planted: number[] = [];
  for (let month = 1; month < 12; month += 1) {
    const quiet = new Set<number>();
    for (let times = 0; times < (month <= 7 ? 4 : 3); times += 1) {
      const free = own.filter(({ group }) => !quiet.has(group));
      const gone = free[Math.floor(random() * free.length)]!;
      quiet.add(gone.group);
      planted.push(gone.id);
      own = own.filter(({ id }) => id !== gone.id);
    }
    const came: Person[] = [];
    for (const person of [...own, ...others])
      if (!quiet.has(person.group) && random() < 0.03) {
        came.push({ id: (next += 1), group: person.group });
        own = own.filter(({ id }) => id !== person.id);
        others = others.filter(({ id }) => id !== person.id);
      }
    const many = [...Array(groups).keys()].find((group) => !quiet.has(group) && group % 12 === month % 12)!;
    others = [...others, ...came, ...Array.from({ length: k + 1 }, () => ({ id: (next += 1), group: many }))];
    months.push([...own, ...others]);
  }
  return { months, planted };
}

const coded = (people: readonly Person[]): Membership => ({
  people: Int32Array.from(people, ({ id }) => id),
  groups: Int32Array.from(people, ({ group }) => group),
});

/** The same by another way: group by group, with lists. */
function byHand(before: readonly Person[], after: readonly Person[], atLeast: number): number[] {
  const found: number[] = [];
  for (const group of new Set([...before, ...after].map((person) => person.group))) {
    const ids = (people: readonly Person[]) => people.filter((person) => person.group === group).map(({ id }) => id);
    const [then, now] = [ids(before), ids(after)];
    const gone = then.filter((id) => !now.includes(id));
    const came = now.filter((id) => !then.includes(id));
    const changed = [...gone, ...came];
    if ((gone.length === 0 || came.length === 0) && changed.length < atLeast) found.push(...changed);
  }
  return [...new Set(found)].toSorted((one, other) => one - other);
}

describe('whom two releases of the same people point at', () => {
  it('are the 40 who left alone in twelve months, each of them and nobody else', () => {
    const { months, planted } = year(11);
    expect(planted).toHaveLength(40);
    expect(new Set(planted).size).toBe(40);
    const found = new Set<number>();
    let churn = 0;
    for (const [at, after] of months.entries())
      for (const before of months.slice(0, at)) {
        const { people, left } = pointedAt(coded(before), coded(after), k);
        expect(people).toEqual(byHand(before, after, k));
        expect(left).toBe(people.length);
        for (const person of people) found.add(person);
        churn += before.filter(({ id }) => !after.some((person) => person.id === id)).length;
      }
    expect([...found].toSorted((one, other) => one - other)).toEqual(planted.toSorted((one, other) => one - other));
    // Most who left were masked by somebody who came.
    expect(churn).toBeGreaterThan(1000);
  });

  it('are those whom the counts of an outsider give away: a group one smaller than the month before', () => {
    const { months, planted } = year(23);
    const counts = (people: readonly Person[]): number[] =>
      Array.from({ length: groups }, (_, group) => people.filter((person) => person.group === group).length);
    let smaller = 0;
    for (const [at, after] of months.entries())
      if (at > 0) {
        const [then, now] = [counts(months[at - 1]!), counts(after)];
        smaller += then.filter((size, group) => now[group] === size - 1).length;
        const told = pointedAt(coded(months[at - 1]!), coded(after), k);
        expect(told.groups).toEqual(then.flatMap((size, group) => (now[group] === size - 1 ? [group] : [])));
      }
    expect(smaller).toBe(planted.length);
  });

  it('agrees with going through the groups one by one, on any change of any people', () => {
    const random = seeded(5);
    let pointed = 0;
    for (let times = 0; times < 300; times += 1) {
      const some = (): Person[] => {
        const many = Math.floor(random() * 30);
        return Array.from({ length: many }, () => ({
          id: Math.floor(random() * 25),
          group: Math.floor(random() * 6),
        }));
      };
      const [before, after] = [some(), some()];
      const atLeast = 2 + Math.floor(random() * 4);
      const unlike = (people: Person[]): Person[] =>
        people.filter((one, at) => people.findIndex(({ id, group }) => id === one.id && group === one.group) === at);
      const { people, left, joined, changed } = pointedAt(coded(before), coded(after), atLeast);
      expect(people).toEqual(byHand(unlike(before), unlike(after), atLeast));
      expect(left).toBe(people.filter((id) => !after.some((one) => one.id === id)).length);
      expect(joined).toBe(people.filter((id) => !before.some((one) => one.id === id)).length);
      expect(left + joined + changed).toBe(people.length);
      pointed += people.length;
    }
    expect(pointed).toBeGreaterThan(100);
  });

  it('are nobody where k went at once, and who changed groups is pointed at once', () => {
    const group = (ids: readonly number[], of: number): Person[] => ids.map((id) => ({ id, group: of }));
    const before = [...group([1, 2, 3, 4, 5, 6, 7], 0), ...group([8, 9, 10, 11, 12], 1)];
    const at = (people: Person[]) => pointedAt(coded(before), coded(people), k);
    expect(at(before.slice(5))).toMatchObject({ people: [], groups: [] });
    expect(at(before.slice(4))).toMatchObject({ people: [1, 2, 3, 4], groups: [0], left: 4 });
    const moved = [...group([2, 3, 4, 5, 6, 7], 0), ...group([1, 8, 9, 10, 11, 12], 1)];
    expect(at(moved)).toEqual({ people: [1], groups: [0, 1], left: 0, joined: 0, changed: 1 });
    expect(at([...before, { id: 13, group: 0 }])).toMatchObject({ people: [13], joined: 1, left: 0 });
    // Somebody else in the place of one who went: the difference is nobody's own.
    expect(at([...before.slice(1), { id: 13, group: 0 }])).toMatchObject({ people: [] });
  });
});
