import type { Duck } from '#engine/analysis/open-duck.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { SubjectMatch } from '#shared/contract/subjects.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import type { Sought } from './sought.ts';

/** Hashes and tokens that stand for somebody, in small letters. */
export type Pseudonyms = ReadonlyMap<string, Extract<SubjectMatch, 'keyed' | 'platform'>>;

export interface Relation {
  duck: Duck;
  relation: string;
  columns: readonly { name: string; physical: string }[];
  /** SQL of what numbers its rows; absent where nobody asks which they are. */
  rowNumber?: string;
}

/** Cells of one column that name somebody in one way. */
export interface FoundCells {
  column: string;
  match: SubjectMatch;
  cells: string[];
  /** Their rows, where those are numbered. */
  rows: number[];
}

/** Conditions of so many columns are counted in one scan. */
const atOnce = 100;

/** Between two digits of a telephone number no more signs than these stand. */
const digitsApart = (digits: string): string => [...digits].join('[^0-9a-zA-Z]{0,3}');

function mayHold(cell: string, sought: readonly Sought[], pseudonyms: Pseudonyms): string {
  const needles = sought.flatMap(({ needles: own }) => own);
  const digits = sought.flatMap(({ digits: own }) => own ?? []);
  return [
    ...needles.map((needle) => `contains(lower(${cell}), ${quoteText(needle)})`),
    ...digits.map((own) => `regexp_matches(${cell}, ${quoteText(digitsApart(own))})`),
    ...(pseudonyms.size === 0
      ? []
      : [`lower(trim(${cell})) IN (${[...pseudonyms.keys()].map((own) => quoteText(own)).join(', ')})`]),
  ].join(' OR ');
}

function matchOf(cell: string, sought: readonly Sought[], pseudonyms: Pseudonyms): SubjectMatch | null {
  const held = sought.map((one) => one.heldBy(cell));
  if (held.includes('plain')) return 'plain';
  return pseudonyms.get(cell.trim().toLowerCase()) ?? (held.includes('text') ? 'text' : null);
}

/** Cells of a column by how they name somebody; those that only seemed to are left out. */
function byMatch(
  column: string,
  cells: readonly string[],
  numbered: readonly (string | null)[],
  matchIn: (cell: string) => SubjectMatch | null,
): FoundCells[] {
  const found = new Map<SubjectMatch, FoundCells>();
  for (const [at, text] of cells.entries()) {
    const match = matchIn(text);
    if (match === null) continue;
    const own = found.get(match) ?? { column, match, cells: [], rows: [] };
    found.set(match, own);
    own.cells.push(text);
    const row = numbered[at] ?? null;
    if (row !== null) own.rows.push(Number(row));
  }
  return [...found.values()];
}

/**
 * The cells of a table that name somebody. One scan counts, by column, the cells that may; only those are read.
 * @param sought may be empty where only pseudonyms are looked for
 */
export async function searchRelation(
  { duck, relation, columns, rowNumber = 'NULL' }: Relation,
  sought: readonly Sought[],
  pseudonyms: Pseudonyms,
  signal: AbortSignal,
): Promise<FoundCells[]> {
  if (sought.length === 0 && pseudonyms.size === 0) return [];
  const found: FoundCells[] = [];
  for (let from = 0; from < columns.length; from += atOnce) {
    throwIfCancelled(signal);
    const part = columns.slice(from, from + atOnce);
    const conditions = part.map(({ physical }) => mayHold(quoteIdentifier(physical), sought, pseudonyms));
    const counts = conditions.map((condition, at) => `count(*) FILTER (WHERE ${condition}) AS n${at}`);
    const [numbers = {}] = await duck.query<Record<string, number>>(`SELECT ${counts.join(', ')} FROM ${relation}`);
    for (const [at, { name, physical }] of part.entries()) {
      if (numbers[`n${at}`] === 0) continue;
      const cell = quoteIdentifier(physical);
      const [cells = [], numbered = []] = await duck.texts(
        `SELECT ${cell}, CAST(${rowNumber} AS VARCHAR) FROM ${relation} WHERE ${conditions[at]}`,
      );
      found.push(...byMatch(name, cells as string[], numbered, (text) => matchOf(text, sought, pseudonyms)));
    }
  }
  return found;
}
