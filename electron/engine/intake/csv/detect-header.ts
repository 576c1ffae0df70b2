import { csvText } from '#shared/text/engine/csv.ts';
import type { TextRecord } from './parse-text.ts';

const shapes: [string, RegExp][] = [
  ['number', /^[+-]?(\d+([.,]\d+)*|[.,]\d+)([eE][+-]?\d+)?\s?%?$/],
  ['date', /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ].*)?$/],
  ['time', /^\d{1,2}:\d{2}(:\d{2})?/],
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ['url', /^https?:\/\//i],
  ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-/i],
  ['hex', /^(?=.*\d)[0-9a-f]{12,}$/i],
  ['phone', /^\+?[\d\s().-]{7,}$/],
  ['ip', /^\d{1,3}(\.\d{1,3}){3}$/],
  ['code', /^[A-Z]{1,4}[-_]?\d[\w-]*$/],
];
const shapeOf = (cell: string): string => shapes.find(([, pattern]) => pattern.test(cell))?.[0] ?? 'text';
const headerWord = /(^|[^a-z])(id|name|date|time|type|code|city|country|state|status|email|e-mail|phone|address|street|zip|postal|gender|sex|age|birth|url|source|count|total|amount|price|value|number|year|month|day|currency|title|category|region|language|lat|lon|score|rank|class|group|user|customer|company)([^a-z]|$)/i;

/**
 * Whether the first record names the columns. Column by column: a first cell of another shape than the values below speaks for a
 * header, one of the same shape or one that occurs again below against it.
 */
export function detectHeader(records: TextRecord[]): { header: boolean; reason: string } {
  const first = records[0]?.fields.map((cell) => cell.trim()) ?? [];
  const body = records.slice(1, 501);
  if (body.length === 0) return { header: first.length > 0 && first.every((cell) => cell === '' || shapeOf(cell) === 'text'), reason: csvText.onlyRecord };
  let forHeader = 0;
  let against = 0;
  let typed = 0;
  for (const [index, cell] of first.entries()) {
    const values = body.map((record) => record.fields[index]?.trim() ?? '').filter((value) => value !== '');
    if (cell === '' || values.length === 0) continue;
    const counts = new Map<string, number>();
    for (const value of values) {
      const shape = shapeOf(value);
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
    const [shape, count] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
    const own = shapeOf(cell);
    if (shape !== 'text' && count >= 0.8 * values.length) {
      typed += 1;
      if (own === shape) against += 2;
      else forHeader += own === 'text' ? 2 : 0.5;
    } else if (own !== 'text') against += 1;
    else if (values.includes(cell)) against += 1.5;
    else {
      const lengths = values.map((value) => value.length);
      const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      const distinct = new Set(values).size;
      // A column of few repeated values that does not hold this cell: the cell is most likely a name.
      if (distinct <= 0.2 * values.length && values.length >= 20) forHeader += 1;
      if (headerWord.test(cell.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ')) && cell.length <= 40) forHeader += 0.6;
      else if (/^[A-Za-z][\w.]*$/.test(cell) && (cell.includes('_') || /[a-z][A-Z]/.test(cell))) forHeader += 0.5;
      else if (cell.length > 3 * mean + 20) against += 0.3;
    }
  }
  if (new Set(first.filter((cell) => cell !== '')).size < first.filter((cell) => cell !== '').length * 0.7) against += 1;
  const header = forHeader >= against;
  if (forHeader === 0 && against === 0) return { header: true, reason: csvText.usualHeader };
  return header
    ? { header, reason: typed > 0 ? csvText.wordsOverNumbers : csvText.readsLikeNames }
    : { header, reason: csvText.sameKindOfValues };
}
