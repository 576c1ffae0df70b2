/** A month in which consents end, as an entry of a calendar. */
export interface CalendarEntry {
  /** The same for the same purpose and month, so that a calendar that is read again replaces it. */
  uid: string;
  /** YYYY-MM-DD: the day on which it is due. */
  day: string;
  title: string;
  description: string;
}

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n');

/** Bytes of a code point in UTF-8. */
const bytesOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_00_00 ? 3 : 4);

/** A content line in pieces of at most 75 bytes, the further ones after a space (RFC 5545, 3.1). */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const sign of line) {
    const size = bytesOf(sign.codePointAt(0)!);
    if (bytes + size > 74) {
      pieces.push(piece);
      [piece, bytes] = ['', 0];
    }
    piece += sign;
    bytes += size;
  }
  return [...pieces, piece].join('\r\n ');
}

/**
 * Days on which something is to be done, as an iCalendar file (RFC 5545): all-day entries with a reminder.
 * @param stamp ISO 8601 in UTC: when it was made
 */
export function calendarText(name: string, entries: readonly CalendarEntry[], stamp: string): string {
  const moment = stamp.replaceAll(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Custos//Consent//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(({ uid, day, title, description }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${moment}`,
      `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(description)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
