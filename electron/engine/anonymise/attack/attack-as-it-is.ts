import type { AttackFindings, AttackLimits } from '#shared/domain/attack-results.ts';
import { pace } from '#engine/jobs/pace.ts';
import type { CodedTable } from '../coded/coded-table.ts';
import type { AttackTargets } from './attack-input.ts';
import { attackRelease } from './attack-release.ts';
import { chanceOf } from './chance.ts';
import { resultOf } from './result-of.ts';

/**
 * The attacks on a released table as it is, tried on everybody it may be made from. Nobody is known who is not in it, so
 * there is no control: what is found may be true of everybody alike, and nothing is judged by it.
 * @throws Failure JOB_CANCELLED
 */
export async function attackAsItIs(input: {
  released: CodedTable;
  people: CodedTable;
  targets: AttackTargets;
  limits: AttackLimits;
  seed: number;
  signal?: AbortSignal | undefined;
}): Promise<AttackFindings> {
  const { released, people, targets, limits, seed, signal } = input;
  const members = Uint32Array.from({ length: people.rows }, (_, row) => row);
  const whole = { released, people, members, strangers: new Uint32Array(), targets, chance: chanceOf(seed) };
  const tallies = await attackRelease({ ...whole, pause: pace(signal) });
  return {
    halves: 0,
    rows: people.rows,
    limits,
    results: tallies.map((tally) => resultOf(tally, people.rows, limits)),
  };
}
