import { z } from 'zod';

/** ISO 8601 duration in whole units, `P90D`, `P3Y`. */
export const isoDuration = z.string().regex(/^P(?=\d)(\d{1,4}Y)?(\d{1,5}M)?(\d{1,5}W)?(\d{1,6}D)?$/);

/** How long it is, in whole months and whole days, which no calendar turns into each other. */
export function unitsOf(duration: string): { months: number; days: number } {
  const units = [...duration.matchAll(/(\d+)([YMWD])/g)].map(([, many, unit]) => [Number(many), unit] as const);
  const of = (wanted: string): number => units.find(([, unit]) => unit === wanted)?.[0] ?? 0;
  return { months: of('M') + 12 * of('Y'), days: 7 * of('W') + of('D') };
}

/** The day on which what began then is over. @param start YYYY-MM-DD @param duration ISO 8601 in whole units */
export function endOf(start: string, duration: string): string {
  const added = unitsOf(duration);
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  const months = month - 1 + added.months;
  // A month that lacks the day ends with its last one.
  const last = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, months, Math.min(day, last) + added.days)).toISOString().slice(0, 10);
}
