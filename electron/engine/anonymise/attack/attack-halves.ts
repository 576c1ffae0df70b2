import type { AttackFindings, AttackLimits } from '#shared/domain/attack-results.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import { pace } from '#engine/jobs/pace.ts';
import type { CodedTable } from '../coded/coded-table.ts';
import type { AttackTargets } from './attack-input.ts';
import { attackRelease } from './attack-release.ts';
import type { CellCover } from './cell-cover.ts';
import { chanceOf, shuffle } from './chance.ts';
import { resultOf } from './result-of.ts';
import { addTallies, type AttackTally } from './tally.ts';

/** What a way of anonymising makes of some people. */
export interface HalfRelease {
  released: CodedTable;
  /** By the name of a column how its cells stand for values; absent: by what they read. */
  cells?: ReadonlyMap<string, CellCover>;
}

export interface HalvesInput {
  /** Everybody as the attacker may know them: values as the recipe writes them, before rows are compared. */
  people: CodedTable;
  /** Numbers of persons, one a row, where a person has several: nobody is on both sides. */
  persons?: Uint32Array | undefined;
  /** Names of columns that nobody knows who attacks. */
  unknown?: readonly string[] | undefined;
  /** Makes the release anew of some of them. @param rows their places, ascending */
  releaseOf: (rows: Uint32Array) => HalfRelease | Promise<HalfRelease>;
  /** Random splits; each gives two halves, which are both attacked. */
  splits: number;
  /** What every attack is tried on at most; lower where it would take too long. */
  targets: AttackTargets;
  limits: AttackLimits;
  seed: number;
  signal?: AbortSignal | undefined;
  /** @param share done, 0…1 */
  onProgress?: ((share: number) => void) | undefined;
}

/** Halves of the rows, whoever has several of them on one side. */
function splitRows({ people, persons }: HalvesInput, split: number, seed: number): [Uint32Array, Uint32Array] {
  const chance = chanceOf(seed + 7919 * split);
  const rows = Uint32Array.from({ length: people.rows }, (_, row) => row);
  const of = persons ?? rows;
  const everybody = persons === undefined ? rows.slice() : Uint32Array.from(new Set(persons));
  const first = new Uint8Array(of.reduce((most, one) => Math.max(most, one), 0) + 1);
  for (const one of shuffle(everybody, chance).subarray(0, everybody.length >> 1)) first[one] = 1;
  return [rows.filter((row) => first[of[row]!] === 1), rows.filter((row) => first[of[row]!] === 0)];
}

/**
 * The three attacks of WP216 by the published scheme (Giomi et al. 2023) on releases made anew of random halves: the
 * attack on people of the half, the same attack on the people of the other half as control, and a naive guess. Both
 * halves of a split are attacked, so that everybody is on either side once.
 * @throws Failure JOB_CANCELLED
 */
export async function attackHalves(input: HalvesInput): Promise<AttackFindings> {
  const { people, unknown, splits, limits, seed, signal } = input;
  const pause = pace(signal);
  const tallies: AttackTally[] = [];
  const steps = splits * 2 * 3;
  let done = 0;
  const step = (): void => input.onProgress?.(++done / steps);
  for (let split = 0; split < splits; split++) {
    const halves = splitRows(input, split, seed);
    for (const side of [0, 1]) {
      const [members, strangers] = [halves[side]!, halves[1 - side]!];
      const { released, cells } = await input.releaseOf(members);
      const chance = chanceOf(seed + 104_729 * (2 * split + side + 1));
      const whole = { released, cells, people, unknown, members, strangers, targets: input.targets, chance };
      await breathe(signal);
      tallies.push(...(await attackRelease({ ...whole, pause, onAttack: step })));
    }
  }
  return {
    halves: splits * 2,
    rows: people.rows,
    limits,
    results: addTallies(tallies).map((tally) => resultOf(tally, people.rows, limits)),
  };
}
