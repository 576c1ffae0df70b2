import { quoteText } from '#shared/sql/quote.ts';

/** Forms that the detectors of single values look for, loosely, in the data engine's own expressions (RE2: linear). */
const address = String.raw`[\w.+-] ?(?:@|%40) ?[\w.-]+\.[A-Za-z]{2}`;
const phone = String.raw`(?:\+|%2[Bb])[1-9][0-9 ().-]{7}`;
const forms = [
  phone,
  String.raw`[A-Z]{2}[0-9]{2} ?[A-Z0-9]{4} ?[0-9]{4} ?[0-9]{3}`,
  String.raw`[0-9]{4}[ -][0-9]{4}[ -][0-9]{4}[ -][0-9]`,
  String.raw`[0-9]{3}-[0-9]{2}-[0-9]{4}`,
];
/** Bytes below which no text has one of these forms; asking costs next to nothing. */
const shortest = 9;

/**
 * How much of a column's values is worth the search. Numbers and dates may only have an address among them. Where there
 * are very many rows, texts are searched for what a sign gives away (`@`, `+`): looking for a sign takes a tenth of the
 * time that a pattern takes.
 */
export type Suspicion = 'any' | 'signs' | 'addresses';

/** Outside a WHERE clause both sides of AND are worked out for every row, of CASE only the rows that come to it. */
const onlyWhere = (first: string, second: string): string => `(CASE WHEN ${first} THEN ${second} ELSE false END)`;

const signed = (column: string, signs: readonly string[], pattern: string): string =>
  onlyWhere(
    signs.map((sign) => `contains(${column}, ${quoteText(sign)})`).join(' OR '),
    `regexp_matches(${column}, ${quoteText(pattern)})`,
  );

/**
 * SQL that is true where a text may hold an identifier: a sieve before `findIdentifiers`, for scans of all rows.
 * @param column quoted identifier
 */
export function suspicionSql(column: string, suspicion: Suspicion): string {
  const addresses = signed(column, ['@', '%40'], address);
  if (suspicion === 'addresses') return addresses;
  if (suspicion === 'signs') return `(${addresses} OR ${signed(column, ['+', '%2B'], phone)})`;
  return `(${addresses} OR ${onlyWhere(`strlen(${column}) >= ${shortest}`, `regexp_matches(${column}, ${quoteText(forms.join('|'))})`)})`;
}

const mostValues = 200;
const longest = 4000;

/** What every text that `signs` and `addresses` look for has in it: a sign, or the begin of one that was encoded. */
const anySign = ['@', '+', '%'];

/**
 * FROM item with the rows of `relation`, their `columns`, and expressions `s<at>` that the aggregates below stand on.
 * The signs are looked for once in a row: only where there is one, its columns are asked one by one, which for thirty
 * columns takes a fifth of the time.
 * @param columns quoted identifiers
 */
export function withSuspicion(
  relation: string,
  columns: readonly string[],
  suspects: ReadonlyMap<number, Suspicion>,
): { from: string; columns: string[] } {
  const bySign = [...suspects].filter(([, suspicion]) => suspicion !== 'any').map(([at]) => columns[at] ?? '');
  const signs = anySign.map((sign) => `contains(suspect_text, ${quoteText(sign)})`).join(' OR ');
  const guarded = ([at, suspicion]: [number, Suspicion]): string => {
    const sql = suspicionSql(columns[at] ?? '', suspicion);
    return `${suspicion === 'any' ? sql : onlyWhere('suspect_row', sql)} AS s${at}`;
  };
  if (bySign.length < 2)
    return {
      from: relation,
      columns: [...suspects].map(([at, kind]) => `${suspicionSql(columns[at] ?? '', kind)} AS s${at}`),
    };
  return {
    from:
      `(SELECT * EXCLUDE (suspect_text), (${signs}) AS suspect_row FROM (SELECT *, concat(${bySign.join(', ')}) AS ` +
      `suspect_text FROM ${relation}))`,
    columns: [...suspects].map(guarded),
  };
}

/**
 * Aggregates `d<at>` (rows that arouse suspicion) and `x<at>` (some of their values, the same for the same data), for
 * each column asked for.
 */
export const suspectSql = (columns: readonly string[], suspects: ReadonlyMap<number, Suspicion>): string[] =>
  [...suspects.keys()].flatMap((at) => [
    `count_if(s${at}) AS d${at}`,
    `to_json(min(CASE WHEN s${at} THEN left(${columns[at]}, ${longest}) END, ${mostValues}))::VARCHAR AS x${at}`,
  ]);

/** What the aggregates found, by column. */
export const suspectsOf = (
  row: Record<string, unknown>,
  suspects: ReadonlyMap<number, Suspicion>,
): Map<number, { rows: number; values: string[] }> =>
  new Map(
    [...suspects.keys()].flatMap((at) => {
      const rows = Number(row[`d${at}`] ?? 0);
      return rows === 0 ? [] : [[at, { rows, values: JSON.parse(String(row[`x${at}`] ?? '[]')) as string[] }] as const];
    }),
  );
