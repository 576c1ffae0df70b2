import type { AttackedHalf } from './attack-input.ts';
import { shuffle, someBelow, type Chance } from './chance.ts';
import { NearestClasses } from './nearest-classes.ts';
import { noTally, type AttackTally } from './tally.ts';

/** How many nearest rows of each half of the columns are looked at. The first is judged. */
const looks = [1, 5] as const;

/**
 * Somebody has two sources about a person, each with half of the columns, and looks for the person in the release with
 * either: linked where the nearest rows of one are among the nearest rows of the other. Rows of equal distance are
 * taken at random. With one row each the attack is judged; five, and the group of rows that look the same, are told
 * beside it.
 */
export async function linkHalves(half: AttackedHalf): Promise<AttackTally[]> {
  const { classes, known, members, strangers, targets, chance, pause } = half;
  if (known.length < 2 || classes.rows === 0) return [];
  const nearest = new NearestClasses(classes);
  const order = Array.from(shuffle(Uint32Array.from(known), chance));
  const [left, right] = [order.slice(0, order.length >> 1), order.slice(order.length >> 1)];
  const tallies = [
    ...looks.map((size) => noTally({ attack: 'linkability', size, level: 'row', judged: size === 1 })),
    noTally({ attack: 'linkability', size: 1, level: 'group', judged: false }),
  ];
  const most = Math.max(...looks);
  const linked = (row: number): boolean[] => {
    const one = nearestRows(nearest, nearest.measure(row, left), most, chance);
    const other = nearestRows(nearest, nearest.measure(row, right), most, chance);
    return [
      ...looks.map((many) => one.rows.slice(0, many).some((each) => other.rows.slice(0, many).includes(each))),
      one.groups[0] === other.groups[0],
    ];
  };
  const blind = (): boolean[] => {
    const draw = (): number[] => someBelow(classes.rows, most, chance);
    const [one, other] = [draw(), draw()];
    return looks.map((many) => one.slice(0, many).some((each) => other.slice(0, many).includes(each)));
  };
  for (const [side, rows] of [
    ['main', members],
    ['control', strangers],
  ] as const)
    for (const at of someBelow(rows.length, targets.linkability, chance)) {
      linked(rows[at]!).forEach((success, place) => {
        const tally = tallies[place]!;
        tally[`${side}Targets`]++;
        if (success) tally[side]++;
      });
      if (side === 'main')
        blind().forEach((success, place) => {
          tallies[place]!.baselineTargets++;
          if (success) tallies[place]!.baseline++;
        });
      await pause();
    }
  return tallies;
}

/** Rows are numbered class after class; each of `rows` is in the class of the same place in `groups`. */
interface NearestRows {
  rows: number[];
  groups: number[];
}

/** The nearest rows, of equal ones each equally likely. @param least the least distance there is */
function nearestRows(
  { distance, classes: { size, start, rows: inAll } }: NearestClasses,
  least: number,
  many: number,
  chance: Chance,
): NearestRows {
  const found: NearestRows = { rows: [], groups: [] };
  let level = least;
  while (found.rows.length < Math.min(many, inAll)) {
    const equal: number[] = [];
    let rows = 0;
    let next = Infinity;
    for (let group = 0; group < distance.length; group++) {
      const far = distance[group]!;
      if (far === level) {
        equal.push(group);
        rows += size[group]!;
      } else if (far > level && far < next) next = far;
    }
    const drawn = someBelow(rows, many - found.rows.length, chance);
    placeRows(drawn, equal, { size, start }, found);
    level = next;
  }
  return found;
}

/** Finds the class of each drawn row, counted through the classes of equal distance. */
function placeRows(
  drawn: readonly number[],
  equal: readonly number[],
  { size, start }: { size: Uint32Array; start: Uint32Array },
  found: NearestRows,
): void {
  const at = drawn.map((row, place) => ({ row, place })).toSorted((a, b) => a.row - b.row);
  const rows: number[] = [];
  const groups: number[] = [];
  let before = 0;
  let next = 0;
  for (const group of equal) {
    while (next < at.length && at[next]!.row < before + size[group]!) {
      const { row, place } = at[next++]!;
      rows[place] = start[group]! + row - before;
      groups[place] = group;
    }
    before += size[group]!;
  }
  found.rows.push(...rows);
  found.groups.push(...groups);
}
