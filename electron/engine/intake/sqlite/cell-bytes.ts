import { quoteIdentifier } from '#shared/sql/quote.ts';

/** SQLite refuses a sum of more terms than this that is not parted by brackets. */
const together = 500;

/**
 * SQL of the bytes that the cells of a row have, each column's as often as it says. Lengths stand at the head of a row:
 * no cell is fetched for them.
 */
export function cellBytes(columns: Iterable<readonly [name: string, times: number]>): string {
  const terms = [...columns].map(([name, times]) => {
    const bytes = `ifnull(octet_length(${quoteIdentifier(name)}), 0)`;
    return times === 1 ? bytes : `${times} * ${bytes}`;
  });
  const parts: string[] = [];
  for (let at = 0; at < terms.length; at += together) parts.push(`(${terms.slice(at, at + together).join(' + ')})`);
  return parts.length === 0 ? '0' : parts.join(' + ');
}
