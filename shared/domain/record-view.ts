import { z } from 'zod';

const choice = z.string().max(100).nullable();

/** What a list of activities is narrowed to; null: whatever it is. */
export const recordFacets = z.strictObject({
  state: choice,
  role: choice,
  basis: choice,
  special: choice,
  country: choice,
  overdue: z.boolean(),
  mine: z.boolean(),
});
export type RecordFacets = z.infer<typeof recordFacets>;

export const noFacets: RecordFacets = {
  state: null,
  role: null,
  basis: null,
  special: null,
  country: null,
  overdue: false,
  mine: false,
};

/** A narrowed list that somebody keeps by a name. */
export const recordView = z.strictObject({
  name: z.string().trim().min(1).max(100),
  text: z.string().max(500),
  facets: recordFacets,
});
export interface RecordView extends z.infer<typeof recordView> {}

/** All of a workspace; no two of one name. */
export const recordViews: z.ZodType<RecordView[]> = z
  .array(recordView)
  .max(50)
  .refine((views) => new Set(views.map(({ name }) => name)).size === views.length);
