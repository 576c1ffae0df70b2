import { z } from 'zod';

/** What a value of a key column is: values of two kinds never mean the same person. */
export const joinKeyKind = z.enum(['email', 'phone', 'id']);
export type JoinKeyKind = z.infer<typeof joinKeyKind>;

/** Whose rows a joined view holds: everybody's, those of all of the left, or of people in both. */
export const joinRows = z.enum(['all', 'left', 'both']);
export type JoinRows = z.infer<typeof joinRows>;

export const joinSides = ['left', 'right'] as const;
export type JoinSide = (typeof joinSides)[number];

/** How often a person of one dataset is in the other; the first word is about the left. */
export const joinRelation = z.enum(['one-to-one', 'one-to-many', 'many-to-one', 'many-to-many']);
export type JoinRelation = z.infer<typeof joinRelation>;

/** A count of people that is not told exactly where it is of a few: it lies between both, which are the same else. */
export const peopleRange = z.object({ least: z.int().min(0), most: z.int().min(0) });
export type PeopleRange = z.infer<typeof peopleRange>;

/** A dataset that a joined view was made of, as it was then. */
export const joinSource = z.object({
  datasetId: z.string(),
  name: z.string(),
  sha256: z.string(),
  column: z.string(),
});

/** A column of a joined view: whose it is, and what it is called there. */
export const joinedColumn = z.object({ name: z.string(), side: z.enum(joinSides), from: z.string() });
export type JoinedColumn = z.infer<typeof joinedColumn>;

/** Lineage of a joined view, kept with its dataset. `columns` are all but the person's key, which is the first. */
export const joinLineage = z.object({
  left: joinSource,
  right: joinSource,
  kind: joinKeyKind,
  rows: joinRows,
  columns: z.array(joinedColumn),
});
export type JoinLineage = z.infer<typeof joinLineage>;

/** People who are alone with what some columns say of them. */
const alone = z.object({ people: z.int().min(0), unique: z.int().min(0) });

/**
 * Who can be singled out, counted in people: in each source by its own columns, and in the joined view by those of both.
 * `onlyAfter` are alone in the view and in neither source. `worst`: of how many of them a column takes the company, so
 * that they would not be alone without it; most first.
 */
export const joinRisk = z.object({
  columns: z.array(z.string()),
  left: alone,
  right: alone,
  joined: alone,
  onlyAfter: z.int().min(0),
  worst: z.array(z.object({ column: z.string(), people: z.int().min(1) })),
});
export type JoinRisk = z.infer<typeof joinRisk>;

/** A dataset as it takes part in a join. */
export const joinedSide = joinSource.extend({
  /** What the key column is held to be. */
  type: z.string(),
  rows: z.int().min(0),
  people: z.int().min(0),
  /** Rows without a key, and rows whose key is no value of its kind: they find nobody. */
  emptyKeys: z.int().min(0),
  unreadableKeys: z.int().min(0),
  /** People with several rows, and the most rows that one of them has. */
  repeated: z.int().min(0),
  mostRows: z.int().min(0),
  /** People whose key is spelled in several ways that were taken for one. */
  respelled: z.int().min(0),
  /** People who are in this dataset alone. */
  only: peopleRange,
  /** Share (0..1) of its people who are in both. */
  matchRate: z.object({ least: z.number().min(0).max(1), most: z.number().min(0).max(1) }),
});
export type JoinedSide = z.infer<typeof joinedSide>;

/** Who was left out of a view that rests on consent. */
export const joinConsent = z.object({
  leftOut: z.array(z.object({ standing: z.string(), people: z.int().min(1) })),
  /** All of them; null where that is not told, because few people match. */
  people: z.int().min(0).nullable(),
});
export type JoinConsent = z.infer<typeof joinConsent>;

/** Two datasets held against each other on a keyed hash, without any value of theirs. */
export const joinMatch = z.object({
  left: joinedSide,
  right: joinedSide,
  kind: joinKeyKind,
  rows: joinRows,
  /** How spellings were made alike before they were hashed. */
  normalisation: z.string(),
  both: peopleRange,
  relation: joinRelation,
  /** Rows that the view has; null where that would tell how few people match. */
  rowsAfter: z.int().min(0).nullable(),
  columns: z.array(joinedColumn),
  leftOutColumns: z.array(z.object({ side: z.enum(joinSides), column: z.string(), why: z.string() })),
  /** Null: the view does not rest on consent. */
  consent: joinConsent.nullable(),
  /** Over all columns, or those that were named; and over the linkable ones. Null where few people match. */
  risk: joinRisk.nullable(),
  riskOfLinkable: joinRisk.nullable(),
  remarks: z.array(z.string()),
});
export type JoinMatch = z.infer<typeof joinMatch>;
