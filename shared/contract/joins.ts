import { z } from 'zod';
import { joinKeyKind, joinMatch, joinRows } from '#shared/domain/joined-view.ts';
import { datasetSummary } from './datasets.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

const side = z.object({ datasetId: z.string().max(200), column: z.string().max(20_000) });

/** Which two datasets, by which columns, and whose rows. */
export const askedJoin = z.object({
  left: side,
  right: side,
  rows: joinRows.default('both'),
  /** Country code of telephone numbers that are written without one, in digits. */
  callingCode: z
    .string()
    .regex(/^([1-9]\d{0,3})?$/)
    .default(''),
  /** Columns of the view that could be known of somebody; absent: all. */
  qi: z.array(z.string().max(20_000)).max(500).optional(),
});
export type AskedJoin = z.input<typeof askedJoin>;

/** `custos join --json`: the match, the dataset that was made of it, and where both stand in the register. */
export const joinResult = joinMatch.extend({
  dataset: datasetSummary,
  registerEntry: z.number(),
  activity: z.object({ id: z.string(), ref: z.string(), title: z.string() }).nullable(),
});
export type JoinResult = z.infer<typeof joinResult>;

export const suggestedKeys = z.object({ left: z.string(), right: z.string(), kind: joinKeyKind, why: z.string() });
export type SuggestedKeys = z.infer<typeof suggestedKeys>;

export const joins = {
  /** Pairs of columns by which both datasets name people, the surest first; without looking at a row. */
  keys: method.input(z.object({ leftId: z.string(), rightId: z.string() })).output(z.array(suggestedKeys)),
  /** How many match, and who could be singled out in the view; writes nothing. */
  preview: method.input(askedJoin).output(jobEvents(joinMatch)),
  /** Makes the view a dataset of the workspace, and the join an activity of the register. */
  run: method.input(askedJoin.extend({ name: z.string().trim().min(1).max(200) })).output(jobEvents(joinResult)),
};
