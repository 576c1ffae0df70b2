import type { EarlierEdition, EarlierJoin } from '#shared/domain/release-figures.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { countAllColumns, countJoined, type AllColumns } from '#engine/privacy/measure/all-columns.ts';
import type { MeasuredColumn } from '#engine/privacy/measure/classes.ts';
import { measureInference, type InferenceGain } from '#engine/privacy/measure/measure-inference.ts';
import { earlierJoinOf, earlierRelation, type ReadyEarlier } from './join-earlier.ts';

/** What somebody finds who has all columns of a release, the source, or an earlier release of it. */
export interface OutsiderView {
  uniqueAllColumns: number;
  /** Share (0…1) of the written rows. */
  relinkable: number;
  /** Null: no earlier release is known here. */
  earlierReleases: EarlierJoin[] | null;
  /** Releases of other editions of the same people that are known. */
  earlierEditions: EarlierEdition[];
  /** Null: not measured. */
  inference: InferenceGain[] | null;
}

export interface OutsiderInput {
  /**
   * FROM-clause expressions of the rows that are written and of those that are not; `columns` are the SQL names in
   * both.
   */
  written: string;
  leftOut: string | null;
  /** Whether the written rows are drawn, so that none of them is one of the source. */
  drawn: boolean;
  columns: readonly string[];
  /** Rows alone over all of them, where they are counted already. */
  alone?: AllColumns | null;
  rows: number;
  earlier: readonly ReadyEarlier[] | null;
  /** Held against before: a written row does not say whose it is. */
  editions: EarlierEdition[];
  /** What inference is measured of; null where it is not asked. */
  inference: {
    counted: readonly MeasuredColumn[];
    further: readonly MeasuredColumn[];
    person?: string | undefined;
  } | null;
}

/**
 * Measured by whichever data engine has the rows: the one that made them for a look ahead, the one that read the file
 * back for a release.
 */
export async function viewFromOutside(duck: Duck, input: OutsiderInput): Promise<OutsiderView> {
  const { written, columns, rows } = input;
  const leftOut = input.drawn ? null : input.leftOut;
  const { unique, relinkable } = input.alone ?? (await countAllColumns(duck, columns, written, leftOut));
  const alike =
    input.drawn && input.leftOut !== null ? await countJoined(duck, columns, written, input.leftOut) : relinkable;
  const earlierReleases: EarlierJoin[] = [];
  for (const release of input.earlier ?? []) {
    const joined =
      release.path === null
        ? 0
        : await countJoined(
            duck,
            release.columns.map(({ here }) => here),
            written,
            earlierRelation(release),
          );
    earlierReleases.push(earlierJoinOf(release, joined, rows));
  }
  return {
    uniqueAllColumns: unique,
    relinkable: rows === 0 ? 0 : alike / rows,
    earlierReleases: input.earlier === null ? null : earlierReleases,
    earlierEditions: input.editions,
    inference: input.inference === null ? null : await measureInference(duck, written, input.inference),
  };
}
