import type { AttackedHalf } from './attack-input.ts';
import { someBelow } from './chance.ts';
import type { ReleasedClasses } from './released-classes.ts';
import { noTally, type AttackTally } from './tally.ts';

/** What a predicate asks of one column: a value, by its code. */
interface Term {
  at: number;
  code: number;
}

/** Numbers of columns that predicates name, as far as there are so many; one with all is tried besides. */
const sizes = [1, 3, 5, 8];

/** Draws of a predicate until one fits a single released row. */
const mostDraws = 20;

/** Cells of the release looked at for all draws of one number of columns. */
const mostCells = 4e8;

/**
 * Somebody says of a person what a released row says in some of its columns: singled out where exactly one person fits.
 * Predicates that fit one released row are taken first, since those are the attacker's best guess; where the release has
 * none, what its rows say is taken as it is, and of a cell of several values one of them. The control are the people
 * the release was not made from, under the same predicates; the naive attacker takes values at random, by how common
 * each is.
 */
export async function singleOut(half: AttackedHalf): Promise<AttackTally[]> {
  const { classes, known, members, strangers, targets, pause } = half;
  if (known.length === 0 || classes.rows === 0) return [];
  const tallies: AttackTally[] = [];
  // Where no class has a single row, no draw can fit one row only, and one is as good as twenty.
  const draws = classes.size.includes(1) ? mostDraws : 1;
  const tried = [...new Set([...sizes.filter((size) => size < known.length), known.length])];
  for (const size of tried) {
    const tally = noTally({ attack: 'singling-out', size, judged: true });
    const budget = { each: draws, looks: Math.max(targets.predicates, Math.floor(mostCells / classes.size.length)) };
    for (let at = 0; at < targets.predicates; at++) {
      const predicate = drawPredicate(half, size, budget);
      tally.mainTargets++;
      tally.baselineTargets++;
      if (strangers.length > 0) tally.controlTargets++;
      if (fitsOne(predicate, classes, members)) tally.main++;
      if (fitsOne(predicate, classes, strangers)) tally.control++;
      if (fitsOne(naive(predicate, half), classes, members)) tally.baseline++;
      await pause();
    }
    tallies.push(tally);
  }
  return tallies;
}

/** What a released row says in some columns; one that says it alone where that is found. */
function drawPredicate(half: AttackedHalf, size: number, budget: { each: number; looks: number }): Term[] {
  const { classes, known, chance } = half;
  let predicate: Term[] = [];
  for (let draw = 0; draw < budget.each; draw++) {
    const group = classOf(classes, chance.int(classes.rows));
    const places = someBelow(known.length, size, chance).map((place) => known[place]!);
    predicate = places.flatMap((at) => termOf(classes, at, group, chance) ?? []);
    // A class of several rows says nothing alone in fewer of its columns.
    if (classes.size[group] === 1 && predicate.length === size) {
      if (size === classes.columns.length) return predicate;
      if (budget.looks-- <= 0 || saidOnce(classes, predicate)) return predicate;
    }
  }
  return predicate;
}

function termOf(
  { columns }: ReleasedClasses,
  at: number,
  group: number,
  chance: AttackedHalf['chance'],
): Term | undefined {
  const { labels, cover } = columns[at]!;
  const from = cover.from[labels[group]!]!;
  const many = cover.from[labels[group]! + 1]! - from;
  return many === 0 ? undefined : { at, code: cover.codes[from + (many === 1 ? 0 : chance.int(many))]! };
}

/** The class of a row, rows being numbered class after class. */
function classOf({ start }: ReleasedClasses, row: number): number {
  let low = 0;
  let high = start.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (start[middle]! <= row) low = middle;
    else high = middle;
  }
  return low;
}

/** Whether one released row at most can be meant. */
function saidOnce({ columns, size }: ReleasedClasses, predicate: readonly Term[]): boolean {
  const fits = predicate.map(({ at, code }) => {
    const { labels, labelOf, cover, holders } = columns[at]!;
    const of = new Uint8Array(cover.from.length);
    if (labelOf !== null) of[labelOf[code]!] = 1;
    else for (let each = holders.from[code]!; each < holders.from[code + 1]!; each++) of[holders.labels[each]!] = 1;
    return { labels, of };
  });
  let rows = 0;
  for (let group = 0; group < size.length && rows < 2; group++)
    if (fits.every(({ labels, of }) => of[labels[group]!] === 1)) rows += size[group]!;
  return rows === 1;
}

/** The same columns, their values drawn each for itself by how common they are. */
function naive(predicate: readonly Term[], { classes, chance }: AttackedHalf): Term[] {
  return predicate.map(({ at, code }) => {
    const group = classOf(classes, chance.int(classes.rows));
    return termOf(classes, at, group, chance) ?? { at, code };
  });
}

/** Whether exactly one of the people fits. */
function fitsOne(predicate: readonly Term[], { columns }: ReleasedClasses, people: Uint32Array): boolean {
  if (predicate.length === 0) return false;
  // The rarest value first: most people are passed over by it alone.
  const terms = predicate
    .map(({ at, code }) => ({ codes: columns[at]!.person.codes, code, common: columns[at]!.expected[code]! }))
    .toSorted((a, b) => a.common - b.common);
  const [{ codes, code }, ...others] = terms as [(typeof terms)[0], ...typeof terms];
  let found = 0;
  for (let at = 0; at < people.length && found < 2; at++) {
    const row = people[at]!;
    if (codes[row] === code && others.every((term) => term.codes[row] === term.code)) found++;
  }
  return found === 1;
}
