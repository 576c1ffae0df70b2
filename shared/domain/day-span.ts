/** Whether a text is a day as YYYY-MM-DD that the calendar has. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (found === null) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The instant, ISO 8601 in UTC, at which a day (YYYY-MM-DD) begins where the reader is; `later` days after it. */
function beginning(day: string, later: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, date + later).toISOString();
}

/** From the first moment of one day to the last of another, both included, in the reader's zone; either may be open. */
export const daySpan = (from: string | undefined, to: string | undefined): { since?: string; before?: string } => ({
  ...(from === undefined ? {} : { since: beginning(from, 0) }),
  ...(to === undefined ? {} : { before: beginning(to, 1) }),
});
