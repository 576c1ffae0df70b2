import type { Database } from 'better-sqlite3';
import { changeKey, type ChangedHolidays } from '#shared/deadlines/holidays.ts';
import { holidayChange, type HolidayChange } from '#shared/domain/holiday-change.ts';
import { settingsRepository } from './settings.ts';

/** What the names of their settings begin with. */
export const holidayPrefix = 'holiday:';
export const holidaySetting = ({ calendar, day }: Pick<HolidayChange, 'calendar' | 'day'>): string =>
  `${holidayPrefix}${changeKey(calendar, day)}`;
/** A change as its setting holds it: one text per value, which the log is held against. */
export const storedHoliday = ({ calendar, day, holiday, reason, by, at }: HolidayChange): string =>
  JSON.stringify({ calendar, day, holiday, reason, by, at });

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Holidays of single years that a workspace added or took away, a setting each. */
export function holidayChangesRepository(db: Database) {
  const settings = settingsRepository(db);
  /** What cannot be read counts as none: it is not what the log says. */
  const list = (): HolidayChange[] =>
    settings.named(holidayPrefix).flatMap(({ value }) => {
      const parsed = holidayChange.safeParse(parsedJson(value));
      return parsed.success ? [parsed.data] : [];
    });
  return {
    list,
    changed: (): ChangedHolidays =>
      new Map(list().map(({ calendar, day, holiday }) => [changeKey(calendar, day), holiday])),
    set: (change: HolidayChange): void => settings.set(holidaySetting(change), storedHoliday(change)),
    remove: (of: Pick<HolidayChange, 'calendar' | 'day'>): void => settings.remove(holidaySetting(of)),
  };
}
