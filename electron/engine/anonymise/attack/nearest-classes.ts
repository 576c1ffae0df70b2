import { mostMatched } from './match-rows.ts';
import { NearestExact } from './nearest-exact.ts';
import { NearestSets } from './nearest-sets.ts';
import type { ReleasedClasses } from './released-classes.ts';

/** A person, by their place in the people's table, and the places of the columns that are known of them. */
export interface Sought {
  row: number;
  known: readonly number[];
}

/**
 * Distances between a person and the classes of a release: over the columns that are known, a cell that does not stand
 * for the person's value costs `other`, one that stands for it and others a little, so that of two that fit the
 * narrower one is nearer. Where all cells are exact this is the Hamming distance.
 */
export interface NearestClasses {
  readonly classes: ReleasedClasses;
  /** The most that a cell costs. Costs are whole numbers. */
  readonly other: number;
  /** Cells of classes that are measured in a few seconds. */
  readonly cells: number;
  /** So many people are sought together at most. */
  readonly atOnce: number;
  /** Measures all classes for some people. */
  seek(sought: readonly Sought[]): void;
  /**
   * Turns to one of those sought last; everything below is about them.
   * @returns the least distance; Infinity where there is no class
   */
  look(place: number): number;
  far(group: number): number;
  /** Classes from one distance to another, both within, in order. Holds until the next question. */
  between(low: number, high: number): Uint32Array;
  /** The next greater distance that a class has; Infinity where none has. */
  above(level: number): number;
  /** What a class's cell of a known column costs. */
  cost(at: number, group: number): number;
}

/** The quickest way to measure a release's classes. */
export function nearestClasses(classes: ReleasedClasses): NearestClasses {
  const exact = classes.columns.every(({ labelOf }) => labelOf !== null);
  return exact && classes.columns.length <= mostMatched ? new NearestExact(classes) : new NearestSets(classes);
}
