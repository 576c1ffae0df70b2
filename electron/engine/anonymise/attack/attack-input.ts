import type { CodedTable } from '../coded/coded-table.ts';
import type { Chance } from './chance.ts';
import type { NearestClasses } from './nearest-classes.ts';
import type { ReleasedClasses } from './released-classes.ts';

/** People an attack is tried on: how many of each side at most. */
export interface AttackTargets {
  /** Predicates of each number of columns. */
  predicates: number;
  linkability: number;
  inference: number;
}

/** A release made of some people, those people, and others. */
export interface AttackedHalf {
  classes: ReleasedClasses;
  nearest: NearestClasses;
  /** Everybody as the attacker may know them. */
  people: CodedTable;
  /** Places of the columns that an attacker may know; the others are only guessed. */
  known: readonly number[];
  /** Places of those the release was made from, whether they are in it or were left out of it. */
  members: Uint32Array;
  /** Places of those it was not made from. */
  strangers: Uint32Array;
  targets: AttackTargets;
  chance: Chance;
  /** Gives other work its turn; throws where it was cancelled. Called every few milliseconds of reckoning. */
  pause: () => Promise<void>;
}
