import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { findIdentifiers } from './find-identifiers.ts';
import { identifierKinds, type IdentifierKind } from './kinds.ts';

/** How many of a column's different values hold a kind of identifier. */
export interface IdentifierTally {
  kind: IdentifierKind;
  /** Values that hold one, and of these the ones that are one (or are made of some). */
  hits: number;
  whole: number;
  /** Hits that leave no doubt one by one. */
  sure: number;
  /** Different values looked at. */
  of: number;
}

/** Counts identifiers over different values; kinds without a hit are left out, most frequent first. */
export function tallyIdentifiers(values: Iterable<string>, tools: ValueTools): IdentifierTally[] {
  const tallies = new Map<IdentifierKind, IdentifierTally>(
    identifierKinds.map((kind) => [kind, { kind, hits: 0, whole: 0, sure: 0, of: 0 }]),
  );
  let of = 0;
  for (const value of values) {
    of += 1;
    for (const { kind, whole, sure } of findIdentifiers(value, tools)) {
      const tally = tallies.get(kind)!;
      tally.hits += 1;
      if (whole) tally.whole += 1;
      if (sure) tally.sure += 1;
    }
  }
  return [...tallies.values()]
    .filter(({ hits }) => hits > 0)
    .map((tally) => ({ ...tally, of }))
    .sort((left, right) => right.hits - left.hits);
}
