import { describe, expect, it } from 'vitest';
import { alpha2 } from '#shared/domain/country-codes.ts';
import { eeaCountries } from '#shared/policy/countries-of-data.ts';
import { orthodoxEaster, westernEaster } from './easter.ts';
import { holidaysByRules } from './holiday-rules.ts';
import { holidayCalendars, isHoliday } from './holidays.ts';

describe('Easter', () => {
  // Printed calendars of both churches.
  it.each([
    [2024, '2024-03-31', '2024-05-05'],
    [2025, '2025-04-20', '2025-04-20'],
    [2026, '2026-04-05', '2026-04-12'],
    [2027, '2027-03-28', '2027-05-02'],
    [2028, '2028-04-16', '2028-04-16'],
    [2038, '2038-04-25', '2038-04-25'],
  ])('%i', (year, western, orthodox) => {
    expect(westernEaster(year)).toBe(western);
    expect(orthodoxEaster(year)).toBe(orthodox);
  });

  it('is a Sunday between 22 March and 25 April for two centuries', () => {
    for (let year = 1900; year < 2100; year += 1) {
      const day = westernEaster(year);
      expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(0);
      expect(day.slice(5) >= '03-22' && day.slice(5) <= '04-25').toBe(true);
    }
  });
});

describe('holidays', () => {
  it('has a calendar for every country that the Regulation holds in, for Switzerland and the United Kingdom', () => {
    const there = new Set(holidayCalendars.map(({ id }) => id));
    const wanted = eeaCountries.rows.filter(({ subject }) => subject !== '*').map(({ subject }) => subject);
    expect([...wanted, 'CH', 'GB-SCT', 'GB-NIR'].filter((id) => !there.has(id))).toEqual([]);
    expect(there.size).toBe(holidayCalendars.length);
    for (const { id, source } of holidayCalendars) {
      expect(alpha2).toContain(id.slice(0, 2));
      expect(source).not.toBe('');
    }
  });

  it.each([
    ['AT', '2026-10-26', true],
    ['DE', '2026-10-26', false],
    ['FR', '2027-07-14', true],
    ['SE', '2027-06-25', false],
    ['FI', '2027-06-25', true],
    ['GR', '2027-05-03', true],
    ['RO', '2028-04-17', true],
    // A Sunday goes to Saturday.
    ['NL', '2031-04-26', true],
    ['NL', '2031-04-28', false],
    // Christmas Day and Boxing Day 2027 are Saturday and Sunday: Monday and Tuesday stand in.
    ['GB', '2027-12-27', true],
    ['GB', '2027-12-28', true],
    ['GB', '2027-12-29', false],
    ['GB-SCT', '2026-04-06', false],
    ['IE', '2030-02-01', true],
    ['IE', '2027-02-01', true],
    ['PL', '2024-12-24', false],
    ['PL', '2026-12-24', true],
    ['', '2026-12-25', false],
  ])('%s %s', (id, day, holiday) => {
    expect(isHoliday(id, day)).toBe(holiday);
  });

  it('reads rules with years, weekdays and days that move', () => {
    const of = (rules: string, year: number) => [...holidaysByRules(rules, year)].toSorted();
    expect(of('05-01/Mon 12-25', 2026)).toEqual(['2026-05-04', '2026-12-25']);
    expect(of('12-24@2027-', 2026)).toEqual([]);
    expect(of('01-01>', 2028)).toEqual(['2028-01-01', '2028-01-03']);
  });
});
