import type { AttackedHalf } from './attack-input.ts';
import { someBelow } from './chance.ts';
import type { ReleasedClasses } from './released-classes.ts';
import { RowsByValue, type Term } from './rows-by-value.ts';
import { noTally, type AttackTally } from './tally.ts';

/** Numbers of columns that predicates name, as far as there are so many; one with all is tried besides. */
const sizes = [1, 3, 5, 8];

/** Draws of a predicate until one fits a single released row. */
const mostDraws = 20;

/** Cells of the release looked at for all draws of one number of columns. */
const mostCells = 4e9;

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
  const [released, ours, others] = [
    classesByValue(classes),
    peopleByValue(half, members),
    peopleByValue(half, strangers),
  ];
  const tallies: AttackTally[] = [];
  // Where no class has a single row, no draw can fit one row only, and one is as good as twenty.
  const draws = classes.size.includes(1) ? mostDraws : 1;
  const tried = [...new Set([...sizes.filter((size) => size < known.length), known.length])];
  for (const size of tried) {
    const tally = noTally({ attack: 'singling-out', size, judged: true });
    const budget = { each: draws, looks: Math.max(targets.predicates, Math.floor(mostCells / classes.size.length)) };
    for (let at = 0; at < targets.predicates; at++) {
      const predicate = drawPredicate(half, released, { size, budget });
      tally.mainTargets++;
      tally.baselineTargets++;
      if (strangers.length > 0) tally.controlTargets++;
      if (fitsOne(predicate, classes, ours)) tally.main++;
      if (fitsOne(predicate, classes, others)) tally.control++;
      if (fitsOne(naive(predicate, half), classes, ours)) tally.baseline++;
      await pause();
    }
    tallies.push(tally);
  }
  return tallies;
}

/** What a released row says in some columns; one that says it alone where that is found. */
function drawPredicate(
  half: AttackedHalf,
  released: RowsByValue,
  { size, budget }: { size: number; budget: { each: number; looks: number } },
): Term[] {
  const { classes, known, chance } = half;
  let predicate: Term[] = [];
  for (let draw = 0; draw < budget.each; draw++) {
    const group = classOf(classes, chance.int(classes.rows));
    const places = someBelow(known.length, size, chance).map((place) => known[place]!);
    predicate = places.flatMap((at) => termOf(classes, at, group, chance) ?? []);
    // A class of several rows says nothing alone in fewer of its columns.
    if (classes.size[group] === 1 && predicate.length === size) {
      if (size === classes.columns.length) return predicate;
      if (budget.looks-- <= 0 || saidOnce(predicate, classes, released)) return predicate;
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

/** The same columns, their values drawn each for itself by how common they are. */
function naive(predicate: readonly Term[], { classes, chance }: AttackedHalf): Term[] {
  return predicate.map(({ at, code }) => {
    const group = classOf(classes, chance.int(classes.rows));
    return termOf(classes, at, group, chance) ?? { at, code };
  });
}

/** The rarest value first: most rows are passed over by it alone. */
const rarestFirst = (predicate: readonly Term[], { columns }: ReleasedClasses): Term[] =>
  predicate.toSorted((a, b) => columns[a.at]!.expected[a.code]! - columns[b.at]!.expected[b.code]!);

/** Whether exactly one released row can be meant. */
function saidOnce(predicate: readonly Term[], classes: ReleasedClasses, released: RowsByValue): boolean {
  const [first, ...more] = released.having(rarestFirst(predicate, classes), 2);
  return first !== undefined && more.length === 0 && classes.size[first] === 1;
}

/** Whether exactly one of the people fits. */
const fitsOne = (predicate: readonly Term[], classes: ReleasedClasses, people: RowsByValue): boolean =>
  people.having(rarestFirst(predicate, classes), 2).length === 1;

/** Classes whose cell may stand for a value. */
function classesByValue({ columns, size }: ReleasedClasses): RowsByValue {
  return new RowsByValue(size.length, ({ at, code }, rows) => {
    const { labels, cover, holders } = columns[at]!;
    const of = new Uint8Array(cover.from.length);
    for (let each = holders.from[code]!; each < holders.from[code + 1]!; each++) of[holders.labels[each]!] = 1;
    for (let group = 0; group < labels.length; group++) rows[group >>> 5]! |= of[labels[group]!]! << (group & 31);
  });
}

/** Some people, in the order of their places. */
function peopleByValue({ classes: { columns } }: AttackedHalf, places: Uint32Array): RowsByValue {
  return new RowsByValue(places.length, ({ at, code }, rows) => {
    const { codes } = columns[at]!.person;
    for (let one = 0; one < places.length; one++) if (codes[places[one]!] === code) rows[one >>> 5]! |= 1 << (one & 31);
  });
}
