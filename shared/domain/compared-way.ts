import { z } from 'zod';
import { attackResult } from './attack-results.ts';
import { blockingGroups } from './blocking-groups.ts';
import { recipe } from './recipe-file.ts';
import { recommendedWay } from './recommended-way.ts';
import { releaseLabel } from './release-figures.ts';

/** A way of making a release, or that it is not anonymised at all. */
export const offeredWay = z.enum([...recommendedWay.options, 'pseudonymised']);
export type OfferedWay = z.infer<typeof offeredWay>;

/** What a way costs and what an outsider finds, measured on one file; numbers null where there is no recipe. */
export const comparedWay = z.object({
  way: offeredWay,
  /** What `apply` would run; null where there is none. */
  recipe: recipe.nullable(),
  /** Why there is none, or why a release of it would be refused; empty where it would be written. */
  why: z.array(z.string()),
  label: releaseLabel.nullable(),
  statement: z.string(),
  rowsIn: z.number().nullable(),
  rowsOut: z.number().nullable(),
  /** Columns that are written. */
  columns: z.number().nullable(),
  /** Share (0…1) of the source's detail that is kept, mean over its columns (docs/definitions.md, "Detail lost"). */
  detail: z.number().nullable(),
  /** Of the columns that are counted; null where nobody stands behind a row. */
  k: z.number().nullable(),
  counted: z.array(z.string()),
  uniqueAllColumns: z.number().nullable(),
  relinkable: z.number().nullable(),
  /** Of each kind of attack the one that found most; none where it was not attacked: pseudonymised rows are a person’s. */
  attacks: z.array(attackResult),
  /** Which groups make the rows that are left out for k; absent where none is, or there is nobody behind a row. */
  blocking: blockingGroups.optional(),
});
export type ComparedWay = z.infer<typeof comparedWay>;

/** The ways side by side on one file. `sourceColumns`: of how many columns each could keep some. */
export const wayComparison = z.object({
  file: z.string(),
  purpose: z.string(),
  k: z.number(),
  suppression: z.number(),
  /** Of the narrow way: how many over the same rows at most; what is said of it is said of the first. */
  tables: z.number(),
  sourceColumns: z.number(),
  ways: z.array(comparedWay),
});
export type WayComparison = z.infer<typeof wayComparison>;
