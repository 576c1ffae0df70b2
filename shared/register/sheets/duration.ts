import { codeOf, wordLists, type LayoutLanguage } from '../layouts/words.ts';

/** An ISO 8601 duration in words: `P1Y6M` → `1 year 6 months`. */
export function writeDuration(language: LayoutLanguage, duration: string): string {
  const units: Record<string, readonly string[]> = wordLists[language].durationUnits;
  return [...duration.matchAll(/(\d+)([YMWD])/g)]
    .map(([, count = '', unit = '']) => {
      const [many = unit, one = many] = units[unit] ?? [];
      return `${count} ${count === '1' ? one : many}`;
    })
    .join(' ');
}

/** The ISO 8601 duration that words say, whole; null where they say anything else. */
export function readDuration(language: LayoutLanguage, words: string): string | null {
  const text = words.trim().toLowerCase();
  if (!/^\d+ *\p{L}+(?:(?: |, ?| and | et )\d+ *\p{L}+)*$/u.test(text)) return null;
  const parts = [...text.matchAll(/(\d+) *(\p{L}+)/gu)].map(([, count = '', unit = '']) => ({
    count: Number(count),
    unit: codeOf(language, 'durationUnits', unit),
  }));
  const order = 'YMWD';
  const places = parts.map(({ unit }) => (unit === null ? -1 : order.indexOf(unit)));
  if (places.some((place, at) => place < 0 || place <= (places[at - 1] ?? -1))) return null;
  return `P${parts.map(({ count, unit }) => `${count}${unit ?? ''}`).join('')}`;
}
