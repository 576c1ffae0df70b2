import type { AttackedHalf } from './attack-input.ts';
import { inTurn, shuffle, someBelow, type Chance } from './chance.ts';
import type { NearestClasses } from './nearest-classes.ts';
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
  const { classes, nearest, known, members, strangers, targets, chance, pause } = half;
  if (known.length < 2 || classes.rows === 0) return [];
  const order = Array.from(shuffle(Uint32Array.from(known), chance));
  const [left, right] = [order.slice(0, order.length >> 1), order.slice(order.length >> 1)];
  const tallies = [
    ...looks.map((size) => noTally({ attack: 'linkability', size, level: 'row', judged: size === 1 })),
    noTally({ attack: 'linkability', size: 1, level: 'group', judged: false }),
  ];
  const most = Math.max(...looks);
  const linked = (place: number): boolean[] => {
    const one = nearestRows(nearest, nearest.look(2 * place), most, chance);
    const other = nearestRows(nearest, nearest.look(2 * place + 1), most, chance);
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
    for (const together of inTurn(someBelow(rows.length, targets.linkability, chance), nearest.atOnce >> 1)) {
      nearest.seek(together.flatMap((at) => [left, right].map((columns) => ({ row: rows[at]!, known: columns }))));
      for (const place of together.keys()) {
        linked(place).forEach((success, each) => {
          const tally = tallies[each]!;
          tally[`${side}Targets`]++;
          if (success) tally[side]++;
        });
        if (side === 'main')
          blind().forEach((success, each) => {
            tallies[each]!.baselineTargets++;
            if (success) tallies[each]!.baseline++;
          });
      }
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
function nearestRows(nearest: NearestClasses, least: number, many: number, chance: Chance): NearestRows {
  const { size, start, rows: inAll } = nearest.classes;
  const found: NearestRows = { rows: [], groups: [] };
  for (let level = least; ; level = nearest.above(level)) {
    const equal = nearest.between(level, level);
    let rows = 0;
    for (const group of equal) rows += size[group]!;
    const drawn = someBelow(rows, many - found.rows.length, chance);
    placeRows(drawn, equal, { size, start }, found);
    if (found.rows.length >= Math.min(many, inAll)) return found;
  }
}

/** Finds the class of each drawn row, counted through the classes of equal distance. */
function placeRows(
  drawn: readonly number[],
  equal: Uint32Array,
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
