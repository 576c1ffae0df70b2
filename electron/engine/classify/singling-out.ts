import { isLinkable } from '#shared/domain/could-be-known.ts';
import type { Finding, SinglingOut } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { RowsAlone, SetsAlone } from '../privacy/measure/rows-alone.ts';
import { countsPeople } from '../privacy/person/person-column.ts';
import type { ColumnFacts } from './column-facts.ts';

/**
 * Columns a combination is grown from, its largest size, how many are reported, and the share below which nothing is
 * said.
 */
const pool = 10;
const largest = 4;
const reported = 8;
const worthSaying = 0.005;

/** Columns that are ranked by themselves: of a wide table those in which most of the rows looked at are alone. */
const mostRanked = 200;

type Cell = string | null;

/** The class of each row, numbered from 0 in the order they are met. */
interface Classes {
  of: Int32Array;
  count: number;
}

function classesOf(cells: readonly Cell[]): Classes {
  const numbers = new Map<Cell, number>();
  const of = Int32Array.from(cells, (cell) => {
    const known = numbers.get(cell);
    if (known !== undefined) return known;
    numbers.set(cell, numbers.size);
    return numbers.size - 1;
  });
  return { of, count: numbers.size };
}

/** Classes of two together: rows agree in both. */
function combine(left: Classes, right: Classes): Classes {
  const numbers = new Map<number, number>();
  const of = left.of.map((number, row) => {
    const key = number * right.count + (right.of[row] ?? 0);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
  return { of, count: numbers.size };
}

/** How many of the rows are alone in their class. @param who number of each row's person, −1 for nobody's */
function countAlone({ of, count }: Classes, who: Int32Array | null): RowsAlone {
  // One person's class is that of the first of whom a row is met; −2: of several.
  const people = new Int32Array(count).fill(-1);
  const sizes = new Int32Array(count);
  for (const [row, number] of of.entries()) {
    sizes[number]! += 1;
    const person = who === null ? row : who[row]!;
    if (person < 0 || people[number] === person) continue;
    people[number] = people[number] === -1 ? person : -2;
  }
  return { rows: of.length, alone: sizes.reduce((sum, size, at) => sum + (people[at] === -2 ? 0 : size), 0) };
}

/** Classes of columns and of combinations, each column numbered once. */
function classesIn(cells: readonly (readonly Cell[])[]): (set: readonly number[]) => Classes {
  const known = new Map<number, Classes>();
  const column = (at: number): Classes => {
    const classes = known.get(at) ?? classesOf(cells[at] ?? []);
    known.set(at, classes);
    return classes;
  };
  return ([first = 0, ...others]) => others.reduce((classes, at) => combine(classes, column(at)), column(first));
}

interface Varied {
  at: number;
  alone: number;
  rows: number;
}

/** Columns with more than one value, whatever their class, those in which most rows are alone first. */
function byAlone(
  facts: readonly ColumnFacts[],
  classes: (set: readonly number[]) => Classes,
  who: Int32Array | null,
): Varied[] {
  return facts
    .filter((column) => !column.kinds.has('empty') && column.distinct > 1)
    .map((column) => ({ at: column.at, ...countAlone(classes([column.at]), who) }))
    .sort((left, right) => right.alone - left.alone || left.at - right.at);
}

const ranked = (columns: readonly Varied[]): number[][] =>
  columns
    .filter(({ alone }) => alone > 0)
    .slice(0, mostRanked)
    .map(({ at }) => [at]);

/** The people of a column of ids, numbered; −1 where a row has none. Null where rows are counted. */
function peopleOf(ids: readonly Cell[]): Int32Array | null {
  const numbers = new Map<string, number>();
  const who = Int32Array.from(ids, (id) => {
    if (id === null || id === '') return -1;
    if (!numbers.has(id)) numbers.set(id, numbers.size);
    return numbers.get(id)!;
  });
  const filled = who.reduce((sum, person) => sum + (person < 0 ? 0 : 1), 0);
  return countsPeople({ rows: who.length, filled, distinct: numbers.size }) ? who : null;
}

const whoIn = (facts: readonly ColumnFacts[], person: number | undefined): Int32Array | null =>
  person === undefined ? null : peopleOf(facts[person]?.cells ?? []);

/** What is measured by itself: every column, linked ones and others, in which a row of those at hand is alone. */
export const singleColumns = (facts: readonly ColumnFacts[], person?: number): number[][] =>
  ranked(byAlone(facts, classesIn(facts.map((column) => column.cells)), whoIn(facts, person)));

/**
 * Whether a column is put together with others: one that recognises people in company and repeats, or one that points at
 * them and still hardly makes a row unique, as a first name does. Keys that are unique by nature say nothing of the rest, and nobody knows texts word for word.
 */
const growsFrom = (finding: Finding | undefined, { alone, rows }: Varied): boolean =>
  finding !== undefined &&
  ((isLinkable(finding) && alone < 0.5 * rows) ||
    (finding.class === 'linked' && !finding.flags.includes('free_text_pii') && alone < 0.1 * rows));

/**
 * Which columns and which growing sets of columns are worth measuring: every column in which a row is alone, then, from
 * each of the most telling starts of those that may be known of a person, the column that adds most, step by step. Found
 * on the rows at hand.
 */
export function candidateSets(
  facts: readonly ColumnFacts[],
  findings: readonly Finding[],
  person?: number,
): number[][] {
  const classes = classesIn(facts.map((column) => column.cells));
  const who = whoIn(facts, person);
  const varied = byAlone(facts, classes, who);
  const growing = varied.filter((column) => growsFrom(findings[column.at], column));
  const byVariety = growing
    .map(({ at }) => at)
    .sort((left, right) => (facts[right]?.distinct ?? 0) - (facts[left]?.distinct ?? 0))
    .slice(0, pool);
  const found = new Map<string, number[]>();
  for (const start of byVariety.slice(0, 3)) {
    let set = [start];
    while (set.length < largest) {
      const together = classes(set);
      const next = byVariety
        .filter((at) => !set.includes(at))
        .map((at) => ({ at, alone: countAlone(combine(together, classes([at])), who).alone }))
        .sort((left, right) => right.alone - left.alone)[0];
      if (!next) break;
      set = [...set, next.at].sort((left, right) => left - right);
      found.set(set.join(), set);
    }
  }
  return [...ranked(varied), ...found.values()];
}

/**
 * What `rowsAlone` counts, of rows that are all at hand.
 * @param cells by column, then row
 * @param person position of the column that may tell people apart
 */
export function aloneInCells(
  cells: readonly (readonly Cell[])[],
  sets: readonly (readonly number[])[],
  person?: number,
): SetsAlone {
  const who = person === undefined ? null : peopleOf(cells[person] ?? []);
  const classes = classesIn(cells);
  return { sets: sets.map((set) => countAlone(classes(set), who)), people: who !== null };
}

/**
 * Every column that singles out at least one row in two hundred, and of the combinations those that do more than each of
 * their parts. Worst first; of two with about the same share the smaller set, because it takes less to single out by it.
 */
export function listSinglingOut(
  columns: readonly SourceColumn[],
  sets: readonly (readonly number[])[],
  found: readonly RowsAlone[],
  isEstimate: boolean,
): SinglingOut[] {
  const measured = sets.map((set, at) => ({ set, ...(found[at] ?? { rows: 0, alone: 0 }) }));
  const shareOf = ({ rows, alone }: RowsAlone): number => alone / Math.max(1, rows);
  const telling = measured
    .filter((one) => shareOf(one) >= worthSaying)
    .toSorted((left, right) => shareOf(right) - shareOf(left) || left.set.length - right.set.length);
  const together = telling
    .filter(
      (one) =>
        one.set.length > 1 &&
        !measured.some(
          (other) =>
            other.set.length < one.set.length &&
            other.set.every((at) => one.set.includes(at)) &&
            shareOf(other) >= shareOf(one) - 0.01,
        ),
    )
    .slice(0, reported);
  return telling
    .filter((one) => one.set.length === 1 || together.includes(one))
    .map((one) => ({
      columns: one.set.map((at) => columns[at]?.name ?? ''),
      uniqueShare: Math.round(shareOf(one) * 10_000) / 10_000,
      alone: one.alone,
      of: one.rows,
      ...(isEstimate && { estimated: true as const }),
    }));
}
