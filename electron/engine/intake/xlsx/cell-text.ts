const pad = (value: number, size = 2): string => String(value).padStart(size, '0');

/**
 * A workbook's value as text: dates and times in ISO form without a zone, numbers as JavaScript's shortest exact form,
 * errors as written.
 */
export function cellText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : dateText(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function dateText(date: Date): string {
  const milliseconds = date.getUTCMilliseconds();
  const time =
    `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}` +
    `${milliseconds === 0 ? '' : `.${pad(milliseconds, 3)}`}`;
  // A time of day without a date is a fraction of the day before the calendar begins.
  if (date.getUTCFullYear() < 1900) return time;
  const day = `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
  return time === '00:00:00' ? day : `${day} ${time}`;
}
