import { expect, it } from 'vitest';
import { readIcs, valueOf } from '#test/support/read-ics.ts';
import { calendarText, type CalendarEntry } from './calendar-text.ts';

const file = { name: 'Due; of Acme, all', part: 'Due', stamp: '2026-11-30T09:15:30.123Z', sequence: 4 };
const bytes = (entries: readonly CalendarEntry[]): Uint8Array => new TextEncoder().encode(calendarText(file, entries));

it('is read by the letter of RFC 5545, days and instants, long texts in any script', () => {
  const long = 'Überprüfen; die „Kunden“, 顧客データ 🗂️\\ '.repeat(12).trim();
  const entries: CalendarEntry[] = [
    {
      uid: 'due-review-a@w',
      at: '2026-12-04',
      title: long,
      description: 'One\r\ntwo\nthree\u0000',
      category: 'Reviews',
    },
    { uid: 'due-breach-b@w', at: '2026-12-01T07:30:00.000Z', title: 'B-2', description: '' },
    { uid: 'due-key-c@w', at: '2026-12-05', title: 'Done', description: 'x', cancelled: true },
  ];
  const calendar = readIcs(bytes(entries));
  expect([calendar.name, valueOf(calendar, 'VERSION'), valueOf(calendar, 'METHOD')]).toEqual([
    'VCALENDAR',
    '2.0',
    'PUBLISH',
  ]);
  expect(valueOf(calendar, 'X-WR-CALNAME')).toBe(file.name);
  const [review, breach, key] = calendar.children;
  expect(valueOf(review!, 'SUMMARY')).toBe(long);
  expect(valueOf(review!, 'DESCRIPTION')).toBe('One\ntwo\nthree ');
  expect(review!.properties.get('DTSTART')).toEqual({ parameters: new Map([['VALUE', 'DATE']]), value: '20261204' });
  expect(breach!.properties.get('DTSTART')).toEqual({ parameters: new Map(), value: '20261201T073000Z' });
  expect(calendar.children.map((event) => [valueOf(event, 'DTSTAMP'), valueOf(event, 'SEQUENCE')])).toEqual(
    Array.from({ length: 3 }, () => ['20261130T091530Z', '4']),
  );
  expect([valueOf(review!, 'STATUS'), valueOf(key!, 'STATUS')]).toEqual(['CONFIRMED', 'CANCELLED']);
  // Who struck something out is not reminded of it.
  expect(calendar.children.map(({ children }) => children.map((alarm) => valueOf(alarm, 'TRIGGER')))).toEqual([
    ['-PT15H'],
    ['-PT4H'],
    [],
  ]);
});

it('folds a text of every length so that no line is longer than 75 octets and nothing is lost', () => {
  for (let length = 0; length < 160; length += 1) {
    const title = `${'x'.repeat(length)}é漢🗂`;
    const [event] = readIcs(bytes([{ uid: 'u', at: '2026-12-04', title, description: title }])).children;
    expect(valueOf(event!, 'SUMMARY')).toBe(title);
  }
});
