/*
 * Days of the calendar as YYYY-MM-DD, without a clock or a zone.
 */

const dayLength = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const asDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** @param days may be negative */
export const addDays = (day: string, days: number): string => asDay(at(day) + days * dayLength);

/** How many days `to` lies after `from`; negative where it lies before. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / dayLength);

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(at(day)).getUTCDay();

/**
 * The day of the same number so many months later; where that month has none, its last day.
 *
 * @see Regulation (EEC, Euratom) No 1182/71 Art. 3(1), 3(2)(c): the day of the event is not counted, the period ends
 * with the day of the same date, or with the last day of the month where there is no such date.
 */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return asDay(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}
