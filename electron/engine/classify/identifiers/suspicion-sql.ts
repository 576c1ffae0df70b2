import { quoteText } from '#shared/sql/quote.ts';

/** Forms that the detectors of single values look for, loosely, in the data engine's own expressions (RE2: linear). */
const address = String.raw`[\w.+-](?:@|%40)[\w.-]+\.[A-Za-z]{2}`;
const forms = [
  String.raw`(?:\+|%2[Bb])[1-9][0-9 ().-]{7}`,
  String.raw`\b[A-Z]{2}[0-9]{2} ?[A-Z0-9]{4} ?[0-9]{4} ?[0-9]{3}`,
  String.raw`\b[0-9]{4}[ -][0-9]{4}[ -][0-9]{4}[ -][0-9]`,
  String.raw`\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b`,
];

/** How much of a column's values is worth the search: numbers and dates may only have an address among them. */
export type Suspicion = 'any' | 'addresses';

/** SQL that is true where a text may hold an identifier: a sieve before `findIdentifiers`, for scans of all rows. @param column quoted identifier */
export function suspicionSql(column: string, suspicion: Suspicion): string {
  const addresses = `((contains(${column}, '@') OR contains(${column}, '%40')) AND regexp_matches(${column}, ${quoteText(address)}))`;
  return suspicion === 'addresses' ? addresses : `(${addresses} OR regexp_matches(${column}, ${quoteText(forms.join('|'))}))`;
}

const mostValues = 200;
const longest = 4000;

/** Aggregates `d<at>` (rows that arouse suspicion) and `x<at>` (some of their values, the same for the same data), for each column asked for. */
export const suspectSql = (columns: readonly string[], suspects: ReadonlyMap<number, Suspicion>): string[] =>
  [...suspects].flatMap(([at, suspicion]) => {
    const column = columns[at] ?? '';
    const where = `FILTER (${suspicionSql(column, suspicion)})`;
    return [`count(*) ${where} AS d${at}`, `to_json(min(left(${column}, ${longest}), ${mostValues}) ${where})::VARCHAR AS x${at}`];
  });

/** What the aggregates found, by column. */
export const suspectsOf = (row: Record<string, unknown>, suspects: ReadonlyMap<number, Suspicion>): Map<number, { rows: number; values: string[] }> =>
  new Map([...suspects.keys()].flatMap((at) => {
    const rows = Number(row[`d${at}`] ?? 0);
    return rows === 0 ? [] : [[at, { rows, values: JSON.parse(String(row[`x${at}`] ?? '[]')) as string[] }] as const];
  }));
