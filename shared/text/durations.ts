import { counted, listed } from './numbers.ts';

const units = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;
type Unit = keyof typeof units;

/** What people write a unit as: the word, its plural, or its first letter. */
const spelled: Readonly<Record<string, Unit>> = Object.fromEntries(
  (Object.entries(units) as [Unit, string][]).flatMap(([unit, word]) => [
    [word, unit],
    [`${word}s`, unit],
    [word[0]!, unit],
  ]),
);

/** `P1Y6M` → "1 year and 6 months". What is no duration in whole units is shown as it is. */
export function durationWords(iso: string): string {
  const parts = [...iso.matchAll(/(\d+)([YMWD])/g)].map(([, many, unit]) => counted(Number(many), units[unit as Unit]));
  return parts.length === 0 ? iso : listed(parts);
}

/** "1 year, 6 months", "180 days", `P90D` → an ISO 8601 duration in whole units; null where it says none. */
export function readDuration(typed: string): string | null {
  const text = typed.trim();
  if (/^P(?=\d)(\d{1,4}Y)?(\d{1,5}M)?(\d{1,5}W)?(\d{1,6}D)?$/i.test(text)) return text.toUpperCase();
  const found = new Map<Unit, number>();
  const rest = text.toLowerCase().replaceAll(/(\d{1,6})\s*([a-z]+)/g, (all, many: string, word: string) => {
    const unit = spelled[word];
    if (unit === undefined || found.has(unit)) return all;
    found.set(unit, Number(many));
    return '';
  });
  if (found.size === 0 || !/^(\s|,|and)*$/.test(rest)) return null;
  const order: readonly Unit[] = ['Y', 'M', 'W', 'D'];
  return `P${order.flatMap((unit) => (found.has(unit) ? [`${found.get(unit)}${unit}`] : [])).join('')}`;
}
