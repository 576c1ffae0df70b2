import { Failure } from '#shared/contract/failure.ts';
import type { SubjectLeft } from '#shared/contract/subjects.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { eraseText } from '#shared/text/engine/erase.ts';
import { personColumns } from '#engine/privacy/person/person-column.ts';
import type { DatasetInHand } from '#engine/tables/from-dataset.ts';
import type { CellChange } from '#engine/use-cases/rewrite/rewrite-change.ts';
import { pointingColumns, sharedTypes } from '../pointing-columns.ts';
import type { FoundCells } from '../search-relation.ts';
import { pointsAtOne, takenOut, type Identifiers } from './identifiers.ts';

/** More rows than this, by a value that does not point at one person, are many people's. */
const mostShared = 20;

/** What stands where a mention of the person stood. */
export const erasedSign = '[erased]';

/** What of a dataset is the person's. */
export interface Whose {
  /** Their numbers, ascending. */
  rows: number[];
  foundBy: string[];
  /** In the rows of others. */
  cells: CellChange[];
  left: SubjectLeft[];
}

interface Hit {
  row: number;
  column: string;
  match: FoundCells['match'];
  cell: string;
}

const hitsOf = (found: readonly FoundCells[]): Hit[] =>
  found.flatMap(({ column, match, cells, rows }) =>
    rows.map((row, at) => ({ row, column, match, cell: cells[at] ?? '' })),
  );

const isHashed = ({ match }: Hit): boolean => match === 'keyed' || match === 'platform';

/** Hits by which a row is the person's. */
function pointedHits(hits: readonly Hit[], findings: readonly Finding[], identifiers: Identifiers): Hit[] {
  const { all, typeOf, by } = identifiers;
  const pointing = pointingColumns(findings);
  const types = new Map(findings.map(({ name, type }) => [name, type]));
  const pointsIn = (column: string, cell: string): boolean =>
    all.some((one) => (one.isOfOnePerson || typeOf.get(one) === types.get(column)) && one.heldBy(cell) === 'plain');
  return hits.filter((hit) => {
    const { column, match, cell } = hit;
    if (match === 'plain' && by.has(column)) return true;
    // Only of values that point at one person are hashes and tokens looked for.
    return pointing.has(column) && (isHashed(hit) || (match === 'plain' && pointsIn(column, cell)));
  });
}

/** Rows that point at the person by any value, those of a shared telephone included; numbers from 0. */
export const pointedRows = (
  found: readonly FoundCells[],
  findings: readonly Finding[],
  identifiers: Identifiers,
): Set<number> => new Set(pointedHits(hitsOf(found), findings, identifiers).map(({ row }) => row));

/** Rows found by a telephone alone, which several may share: whose they are, the surest column tells. */
async function byPhoneAlone(
  table: DatasetInHand,
  rows: readonly number[],
  surest: string | null,
  others: ReadonlySet<number>,
): Promise<{ theirs: readonly number[]; shared: ReadonlySet<number> }> {
  if (rows.length === 0 || surest === null) return { theirs: rows, shared: new Set() };
  const { duck, relation, columns, session } = table;
  const physical = columns.find(({ name }) => name === surest)?.physical ?? '';
  const [numbers = [], values = []] = await duck.texts(
    `SELECT CAST(rowid AS VARCHAR), ${quoteIdentifier(physical)} FROM ${relation} WHERE rowid IN (${rows.join(', ')})`,
  );
  const cells = new Map(numbers.map((row, at) => [Number(row), (values[at] ?? '').trim()]));
  const named = new Set(rows.filter((row) => (cells.get(row) ?? '') !== ''));
  if (others.size > 0) return { theirs: rows.filter((row) => !named.has(row)), shared: named };
  const { size: people } = new Set([...named].map((row) => cells.get(row)));
  if (people > 1) throw new Failure('WRONG_USAGE', eraseText.sharedPhone(people, session.record.summary.name, surest));
  return { theirs: rows, shared: new Set() };
}

/** Hits of values that are many people's: by them nobody is erased, and a person is told rather than nothing done. */
function refuseMany(hits: readonly Hit[], theirs: ReadonlySet<number>, name: string, identifiers: Identifiers): void {
  for (const [at, one] of identifiers.all.entries()) {
    if (pointsAtOne(one, identifiers)) continue;
    const counts = new Map<string, number>();
    for (const hit of hits) {
      const said = identifiers.by.has(hit.column);
      if (isHashed(hit) || (theirs.has(hit.row) && !said) || one.heldBy(hit.cell) === null) continue;
      const rows = (counts.get(hit.column) ?? 0) + 1;
      counts.set(hit.column, rows);
    }
    for (const [column, rows] of counts)
      if (rows > mostShared)
        throw new Failure('WRONG_USAGE', eraseText.manyPeople(at + 1, rows, name, column, identifiers.by.has(column)));
  }
}

/** What becomes of cells in rows of somebody else; undefined: it stays. */
function withoutThem(hits: readonly Hit[], identifiers: Identifiers): (hit: Hit) => string | null | undefined {
  const taken = takenOut(identifiers);
  const texts = new Map<string, number>();
  for (const { column, match } of hits) if (match === 'text') texts.set(column, (texts.get(column) ?? 0) + 1);
  return (hit) => {
    if (isHashed(hit)) return null;
    const { column, match, cell } = hit;
    // A number that is theirs in one column may be another thing's in the next.
    if (match === 'plain')
      return taken.some((one) => one.isOfOnePerson && one.heldBy(cell) === 'plain') ? null : undefined;
    const often = (texts.get(column) ?? 0) > mostShared;
    const held = taken.filter((one) => (one.isOfOnePerson || !often) && one.heldBy(cell) !== null);
    return held.length === 0 ? undefined : held.reduce((text, one) => one.without(text, erasedSign), cell);
  };
}

/** Counts by column and reason. */
function toldOnce(dataset: string, left: readonly { column: string; why: string }[]): SubjectLeft[] {
  const counts = new Map<string, SubjectLeft>();
  for (const { column, why } of left) {
    const key = JSON.stringify([column, why]);
    counts.set(key, { dataset, column, why, rows: (counts.get(key)?.rows ?? 0) + 1 });
  }
  return [...counts.values()];
}

/**
 * Which rows of a dataset are the person's, which cells of others name them, and what is left because it may be
 * somebody else's.
 * @throws Failure WRONG_USAGE where a value is many people's, or a telephone number several people's
 */
export async function whoseRows(
  table: DatasetInHand,
  found: readonly FoundCells[],
  identifiers: Identifiers,
): Promise<Whose> {
  const { name } = table.session.record.summary;
  const findings = table.session.effectiveFindings();
  const phones = new Set(findings.filter(({ type }) => sharedTypes.has(type)).map((one) => one.name));
  const hits = hitsOf(found);
  const pointed = pointedHits(hits, findings, identifiers);
  const surely = new Set(pointed.filter(({ column }) => !phones.has(column)).map(({ row }) => row));
  const phoneOnly = [...new Set(pointed.map(({ row }) => row))].filter((row) => !surely.has(row));
  const surest = personColumns(findings).find((column) => !phones.has(column)) ?? null;
  const { theirs: byPhone, shared } = await byPhoneAlone(table, phoneOnly, surest, surely);
  const theirs = new Set([...surely, ...byPhone]);
  refuseMany(hits, theirs, name, identifiers);
  const others = hits.filter(({ row }) => !theirs.has(row));
  const becomes = withoutThem(others, identifiers);
  const cells: CellChange[] = [];
  const left: { column: string; why: string }[] = [];
  for (const hit of others) {
    const { row, column } = hit;
    const value = phones.has(column) && shared.has(row) ? undefined : becomes(hit);
    if (value !== undefined) cells.push({ row, column, value });
    else left.push({ column, why: shared.has(row) ? eraseText.left.sharedPhone : eraseText.left.notOnePerson });
  }
  const foundBy = [...new Set(pointed.filter(({ row }) => theirs.has(row)).map(({ column }) => column))];
  return { rows: [...theirs].toSorted((a, b) => a - b), foundBy, cells, left: toldOnce(name, left) };
}
