import type { Duck } from '#engine/analysis/open-duck.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { SubjectMatch } from '#shared/contract/subjects.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import { anyPattern, type Sought } from './sought.ts';

/** Hashes and tokens that stand for somebody, in small letters. */
export type Pseudonyms = ReadonlyMap<string, Extract<SubjectMatch, 'keyed' | 'platform'>>;

export interface Relation {
  duck: Duck;
  relation: string;
  /** `longest`: signs of its longest value, where that is known of all rows. */
  columns: readonly { name: string; physical: string; longest?: number | undefined }[];
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

/** So many columns are looked at in one scan. */
const atOnce = 100;

const anyOf = (conditions: readonly string[]): string => `(${conditions.join(' OR ')})`;

/** Whether a text in small letters may hold one of the values; never false where it does. One pass, however many. */
const mayHold = (text: string, sought: readonly Sought[]): string =>
  `regexp_matches(${text}, ${quoteText(anyPattern(sought.map(({ pattern }) => pattern)))})`;

/** Whether a cell may be one of the pseudonyms. */
function mayBe(cell: string, pseudonyms: Pseudonyms): string {
  const listed = [...pseudonyms.keys()].map((own) => quoteText(own)).join(', ');
  return `lower(trim(${cell})) IN (${listed})`;
}

function matchOf(cell: string, sought: readonly Sought[], pseudonyms: Pseudonyms): SubjectMatch | null {
  const held = sought.map((one) => one.heldBy(cell));
  if (held.includes('plain')) return 'plain';
  return pseudonyms.get(cell.trim().toLowerCase()) ?? (held.includes('text') ? 'text' : null);
}

/** Cells of a column by how they name somebody; those that only seemed to are left out. */
function byMatch(
  column: string,
  cells: readonly (string | null)[],
  numbered: readonly (string | null)[],
  matchIn: (cell: string) => SubjectMatch | null,
): FoundCells[] {
  const found = new Map<SubjectMatch, FoundCells>();
  for (const [at, text] of cells.entries()) {
    const match = text === null ? null : matchIn(text);
    if (text === null || match === null) continue;
    const own = found.get(match) ?? { column, match, cells: [], rows: [] };
    found.set(match, own);
    own.cells.push(text);
    const row = numbered[at] ?? null;
    if (row !== null) own.rows.push(Number(row));
  }
  return [...found.values()];
}

/** What of a table may hold what is sought: a condition on its rows, and one on the cells of each column. */
function conditions(columns: Relation['columns'], sought: readonly Sought[], pseudonyms: Pseudonyms) {
  const cells = columns.map(({ physical }) => quoteIdentifier(physical));
  const ofCells = cells.map((cell) =>
    anyOf([
      ...(sought.length === 0 ? [] : [mayHold(`lower(${cell})`, sought)]),
      ...(pseudonyms.size === 0 ? [] : [mayBe(cell, pseudonyms)]),
    ]),
  );
  // Looking once at a row's cells together costs a fraction of looking at each; where they meet, a sign stands that no
  // value has.
  const together = `lower(concat_ws(chr(31), ${cells.join(', ')}))`;
  const ofRows = anyOf([
    ...(sought.length === 0 ? [] : [mayHold(together, sought)]),
    ...(pseudonyms.size === 0 ? [] : cells.map((cell) => mayBe(cell, pseudonyms))),
  ]);
  return { cells, ofRows, ofCells };
}

/** The columns whose longest value is long enough to hold anything that is sought. */
function longEnough(columns: Relation['columns'], sought: readonly Sought[], pseudonyms: Pseudonyms) {
  const least = Math.min(
    ...sought.map(({ shortest }) => shortest),
    ...[...pseudonyms.keys()].map((own) => [...own].length),
  );
  return columns.filter(({ longest }) => longest === undefined || longest >= least);
}

/**
 * The cells of a table that name somebody: one scan, by what cells that hold it have in them at least; only those are
 * judged.
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
  const possible = longEnough(columns, sought, pseudonyms);
  for (let from = 0; from < possible.length; from += atOnce) {
    throwIfCancelled(signal);
    const part = possible.slice(from, from + atOnce);
    const { cells, ofRows, ofCells } = conditions(part, sought, pseudonyms);
    const held = cells.map((cell, at) => `CASE WHEN ${ofCells[at]} THEN ${cell} END`);
    const [numbered = [], ...texts] = await duck.texts(
      `SELECT CAST(${rowNumber} AS VARCHAR), ${held.join(', ')} FROM ${relation} WHERE ${ofRows}`,
    );
    for (const [at, { name }] of part.entries())
      found.push(...byMatch(name, texts[at] ?? [], numbered, (text) => matchOf(text, sought, pseudonyms)));
  }
  return found;
}
