import { z } from 'zod';

/**
 * What a release may be called (docs/definitions.md, "A release"). Nothing makes a `synthetic` one yet; readers of
 * certificates and registers know the word.
 */
export const releaseLabel = z.enum(['anonymised', 'k-anonymous', 'synthetic', 'pseudonymised']);
export type ReleaseLabel = z.infer<typeof releaseLabel>;

/** One of WP216's three questions about a release that calls itself anonymous. `detail` names what was measured. */
export const disclosureTest = z.strictObject({
  test: z.enum(['singling-out', 'linkability', 'inference']),
  result: z.enum(['pass', 'fail', 'not-assessed']),
  detail: z.string(),
});
export type DisclosureTest = z.infer<typeof disclosureTest>;

/**
 * How a release joins an earlier one of the same source: `joined` is the share (0…1) of its rows that agree with
 * exactly one row of the earlier release in all of `columns`, those that both have with the same values. Null: not
 * measured, and `why` says why.
 */
export const earlierJoin = z.object({
  releaseId: z.string(),
  output: z.string(),
  createdAt: z.string(),
  columns: z.array(z.string()),
  joined: z.number().nullable(),
  why: z.string(),
});
export type EarlierJoin = z.infer<typeof earlierJoin>;

/**
 * How a release stands against one of another edition of the same people (docs/definitions.md, "Releases of the same
 * people"). Null where it could not be told, and then `why` says why.
 */
export const earlierEdition = z.object({
  releaseId: z.string(),
  output: z.string(),
  createdAt: z.string(),
  /** Columns that both publish alike and that k counts here: a group is of one combination of them. */
  columns: z.array(z.string()),
  /** The column that says who is who in both; null: rows that read the same are taken for the same person. */
  followedBy: z.string().nullable(),
  /** Share (0…1) of the rows that agree with exactly one row there, their own person's. */
  joined: z.number().nullable(),
  /** People pointed at by groups that changed by fewer than `k`, of whom so many left, joined, or have other values. */
  pointedAt: z
    .object({
      people: z.number().int().min(0),
      left: z.number().int().min(0),
      joined: z.number().int().min(0),
      changed: z.number().int().min(0),
      groups: z.number().int().min(0),
      k: z.number().int().min(2),
    })
    .nullable(),
  why: z.string(),
});
export type EarlierEdition = z.infer<typeof earlierEdition>;

/** What an outsider finds who looks at all columns of a release rather than at those that k counts. */
export const outsiderFigures = {
  /** Columns that k and `uniqueRows` count. */
  counted: z.array(z.string()),
  /** Rows of the output whose combination over all its columns occurs once. */
  uniqueAllColumns: z.number(),
  /**
   * Share (0…1) of the rows of the output that equal exactly one source row once the recipe is applied to the source.
   */
  relinkable: z.number(),
  /** Earlier releases of the same source; null: none is known here, so nothing was measured. */
  earlierReleases: z.array(earlierJoin).nullable(),
  /** Earlier releases of other editions of the same people; absent where none is known. */
  earlierEditions: z.array(earlierEdition).optional(),
};
