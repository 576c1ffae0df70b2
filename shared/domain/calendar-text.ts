/** Something that is due, as an entry of a calendar. */
export interface CalendarEntry {
  /** The same for the same thing for ever, so that a calendar that reads it again replaces what it has. */
  uid: string;
  /** YYYY-MM-DD: all of a day; or an instant (ISO 8601, UTC). */
  at: string;
  title: string;
  description: string;
  /** A kind by which calendars group and colour. */
  category?: string;
  /** It is done, or due no more: a calendar that has it strikes it out. */
  cancelled?: true;
}

/** What all entries of a file have in common. */
export interface CalendarFile {
  name: string;
  /** The part of the program that made it: `Consent`. */
  part: string;
  /** ISO 8601 in UTC: when it was made. */
  stamp: string;
  /** Larger than in every earlier file with the same entries. */
  sequence: number;
}

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');

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

const utc = (iso: string): string => iso.replaceAll(/[-:]|\.\d+/g, '');

/** Reminders: at nine in the morning of the day before, and four hours before an instant. */
const reminder = (isDay: boolean): string => (isDay ? '-PT15H' : '-PT4H');

function eventLines({ uid, at, title, description, category, cancelled }: CalendarEntry, file: CalendarFile): string[] {
  const isDay = at.length === 10;
  const alarm = [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:${reminder(isDay)}`,
    'END:VALARM',
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(file.stamp)}`,
    `SEQUENCE:${file.sequence}`,
    isDay ? `DTSTART;VALUE=DATE:${at.replaceAll('-', '')}` : `DTSTART:${utc(at)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(category === undefined ? [] : [`CATEGORIES:${escaped(category)}`]),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    ...(cancelled ? [] : alarm),
    'END:VEVENT',
  ];
}

/**
 * What is due, as an iCalendar file (RFC 5545, METHOD:PUBLISH of RFC 5546): all-day entries and instants, each with a
 * reminder. A calendar that takes it in again updates by UID and SEQUENCE.
 */
export function calendarText(file: CalendarFile, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Custos//${file.part}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(file.name)}`,
    ...entries.flatMap((entry) => eventLines(entry, file)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
