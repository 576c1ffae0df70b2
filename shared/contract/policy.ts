import { z } from 'zod';
import { holidayChange } from '#shared/domain/holiday-change.ts';
import { policyOverride, policyUnit } from '#shared/domain/policy-override.ts';
import { method } from './failure.ts';

/** A shipped row: what holds of a subject since when, and who says so. */
const policyRow = z.object({
  value: z.number(),
  validFrom: z.string().nullable(),
  source: z.string(),
  checkedOn: z.string(),
  note: z.string(),
});

/** What holds of one subject on a day; `custos policy list --json` is a list of these. */
export const policyItem = z.object({
  /** Name of the row, to set or reset it: `identifier-lifetime.cookie_id`. */
  key: z.string(),
  id: z.string(),
  subject: z.string(),
  /** The workspace's own value where it has one, else the row's. */
  value: z.number(),
  unit: policyUnit,
  /** The least and the most that a workspace may set. */
  minimum: z.number(),
  maximum: z.number(),
  row: policyRow,
  /** Other rows of the subject that are proposed or not confirmed: they decide nothing. */
  pending: z.array(policyRow),
  override: policyOverride.nullable(),
});
export type PolicyItem = z.infer<typeof policyItem>;

const calendar = z.string().min(1).max(10);

/** The holidays of one calendar in one year. */
export const holidayYear = z.object({
  calendar,
  /** Law, or list, that names the days, and when it was last looked up. */
  source: z.string(),
  checkedOn: z.string(),
  /** In their order; a day that the workspace took away is among them. */
  days: z.array(
    z.object({ day: z.string(), holiday: z.boolean(), shipped: z.boolean(), change: holidayChange.nullable() }),
  ),
});
export type HolidayYear = z.infer<typeof holidayYear>;

const key = z.string().min(1).max(200);
const reason = z.string().max(2000);

export const policy = {
  /** Every row that holds on a day (YYYY-MM-DD; default: today), in the open workspace where there is one. */
  list: method.input(z.object({ onDate: z.string().max(40).optional() })).output(z.array(policyItem)),
  /** Sets a value for the open workspace, in place of the row's. Refused outside the row's bounds or without a reason. */
  override: method.input(z.object({ key, value: z.number(), reason })).output(policyItem),
  /** Takes it back: the shipped row holds again. */
  reset: method.input(z.object({ key, reason })).output(policyItem),
  holidays: method.input(z.object({ calendar, year: z.int().min(2000).max(2100) })).output(holidayYear),
  /** Takes a day for a holiday, or for none; null: as it is shipped. */
  setHoliday: method
    .input(z.object({ calendar, day: z.iso.date(), holiday: z.boolean().nullable(), reason }))
    .output(holidayYear),
};
