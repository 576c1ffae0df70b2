import type { CodedTable } from '../coded/coded-table.ts';
import type { AttackedHalf, AttackTargets } from './attack-input.ts';
import type { CellCover } from './cell-cover.ts';
import { inferColumns } from './inference.ts';
import { linkHalves } from './linkability.ts';
import { nearestClasses, type NearestClasses } from './nearest-classes.ts';
import { releasedClasses } from './released-classes.ts';
import { singleOut } from './singling-out.ts';
import type { AttackTally } from './tally.ts';

export interface ReleaseInput extends Omit<AttackedHalf, 'classes' | 'nearest' | 'known'> {
  /** May have fewer columns and fewer rows than the people, or rows that nobody has. */
  released: CodedTable;
  /** By the name of a column how its cells stand for values; absent: by what they read. */
  cells?: ReadonlyMap<string, CellCover> | undefined;
  /** Names of columns that nobody knows who attacks: they are guessed, and nothing is looked for by them. */
  unknown?: readonly string[] | undefined;
  /** Called after each of the three attacks. */
  onAttack?: (() => void) | undefined;
}

/** People of either side that all predicates of one number of columns are held against. */
const mostPeople = 6e8;

/** As many targets as are asked for; fewer where a release has many classes and columns, but never very few. */
function affordable(targets: AttackTargets, { classes, cells }: NearestClasses, people: number): AttackTargets {
  const most = Math.max(500, Math.floor(cells / Math.max(1, classes.size.length * classes.columns.length)));
  return {
    predicates: Math.min(targets.predicates, Math.max(200, Math.floor(mostPeople / Math.max(1, people)))),
    // Each is looked for twice.
    linkability: Math.min(targets.linkability, Math.ceil(most / 2)),
    inference: Math.min(targets.inference, most),
  };
}

/**
 * Singling out, linkability and inference of each column on one release: successes on the people it was made from, on
 * strangers, and of the naive guess.
 * @throws what `pause` throws
 */
export async function attackRelease(input: ReleaseInput): Promise<AttackTally[]> {
  const { released, cells, people, unknown = [], members, strangers, chance, pause, onAttack } = input;
  const classes = releasedClasses(released, people, cells);
  const nearest = nearestClasses(classes);
  const targets = affordable(input.targets, nearest, people.rows);
  const known = [...classes.columns.keys()].filter((at) => !unknown.includes(classes.columns[at]!.name));
  const half = { classes, nearest, people, known, members, strangers, targets, chance, pause };
  const tallies: AttackTally[] = [];
  for (const attack of [singleOut, linkHalves, inferColumns]) {
    tallies.push(...(await attack(half)));
    onAttack?.();
  }
  return tallies;
}
