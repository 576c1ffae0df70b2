import { addDays, weekdayOf } from './days.ts';
import { orthodoxEaster, westernEaster } from './easter.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const isWeekend = (day: string): boolean => [0, 6].includes(weekdayOf(day));

/** The first such weekday on a day or after it. */
function weekdayFrom(day: string, weekday: string): string {
  const wanted = weekdays.indexOf(weekday);
  return addDays(day, (wanted - weekdayOf(day) + 7) % 7);
}

/** A rule without its years and without what happens at a weekend, in one year. */
function plainDay(rule: string, year: number): string {
  const easter = /^([EO])([+-]\d+)$/.exec(rule);
  if (easter !== null)
    return addDays(easter[1] === 'E' ? westernEaster(year) : orthodoxEaster(year), Number(easter[2]));
  const [date, weekday] = rule.split('/') as [string, string?];
  const day = `${year}-${date}`;
  return weekday === undefined ? day : weekdayFrom(day, weekday);
}

/**
 * The holidays of a year by a list of rules, one after another, blanks between them:
 *
 * - `05-01` that day of the year; `05-01/Mon` the first Monday from that day on;
 * - `E+1`, `O-2` so many days from Western or Orthodox Easter Sunday;
 * - at its end `>`: at a weekend the next working day that is no holiday is one, too; `~`: from a Sunday it goes to the
 *   day before;
 * - after that `@2025-` from that year on, `@-2025` until that year.
 */
export function holidaysByRules(rules: string, year: number): ReadonlySet<string> {
  const days = new Set<string>();
  const toMove: string[] = [];
  for (const whole of rules.trim().split(/\s+/)) {
    const [rule, years] = whole.split('@') as [string, string?];
    const [from, until] = (years ?? '-').split('-') as [string, string];
    if ((from !== '' && year < Number(from)) || (until !== '' && year > Number(until))) continue;
    const move = /[>~]$/.exec(rule)?.[0] ?? '';
    const day = plainDay(move === '' ? rule : rule.slice(0, -1), year);
    if (move === '~' && weekdayOf(day) === 0) days.add(addDays(day, -1));
    else {
      days.add(day);
      if (move === '>' && isWeekend(day)) toMove.push(day);
    }
  }
  for (const day of toMove) {
    let next = day;
    while (isWeekend(next) || days.has(next)) next = addDays(next, 1);
    days.add(next);
  }
  return days;
}
