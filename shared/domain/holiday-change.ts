import { z } from 'zod';

/** One day of a calendar of holidays that a workspace takes for a holiday, or for none, in place of what is shipped. */
export const holidayChange = z.strictObject({
  /** `shared/deadlines/holidays.ts`. */
  calendar: z.string().min(1).max(10),
  day: z.iso.date(),
  holiday: z.boolean(),
  reason: z.string().min(1).max(2000),
  /** Who set it, and when (ISO 8601). */
  by: z.string().max(200),
  at: z.string().max(40),
});
export type HolidayChange = z.infer<typeof holidayChange>;
