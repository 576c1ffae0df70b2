const hour = 3_600_000;
const day = 24 * hour;

/** The moment at which something is late: a day is over with its last moment (UTC). */
const lateFrom = (at: string): number => (at.length === 10 ? Date.parse(`${at}T00:00:00Z`) + day : Date.parse(at));

/** Whether a day (`YYYY-MM-DD`) or an instant (ISO 8601) is over. */
export const isOverdue = (at: string, now: string): boolean => Date.parse(now) >= lateFrom(at);

/** How long until something is due, or since when it is over: in hours below three days, where an hour is known. */
export type TimeLeft =
  | { over: boolean; unit: 'hours' | 'days'; count: number }
  /** A day that is today. */
  | { over: false; unit: 'today' };

export function timeLeft(at: string, now: string): TimeLeft {
  if (at.length > 10) {
    const left = Date.parse(at) - Date.parse(now);
    const over = left <= 0;
    if (Math.abs(left) < 3 * day) return { over, unit: 'hours', count: Math.floor(Math.abs(left) / hour) };
    return { over, unit: 'days', count: Math.floor(Math.abs(left) / day) };
  }
  const days = Math.round((Date.parse(`${at}T00:00:00Z`) - Date.parse(`${now.slice(0, 10)}T00:00:00Z`)) / day);
  return days === 0 ? { over: false, unit: 'today' } : { over: days < 0, unit: 'days', count: Math.abs(days) };
}
