import { Failure } from '#shared/contract/failure.ts';
import type { LeftOutRows } from '#shared/domain/anonymised-tables.ts';
import { isMissing } from '#shared/domain/class-values.ts';
import { relatedText as text } from '#shared/text/engine/related-tables.ts';
import { boundRows } from '#engine/anonymise/related/bound-rows.ts';
import { rowsByPerson, type RelatedTables } from '#engine/anonymise/related/related-tables.ts';
import { codesDigest } from '#engine/run-recipe/ways/way-input.ts';
import type { AskedTables } from './asked-tables.ts';
import type { LoadedTable } from './load-table.ts';

/** People with their rows, and the rows of each table that are nobody's or too many. */
export interface Related {
  tables: RelatedTables;
  /** By person: their key, and the number of their row in the table of people. */
  names: readonly string[];
  rowOfPerson: Uint32Array;
  /** The table of people first. */
  leftOut: { why: LeftOutRows; rows: number }[][];
  /** What only who has the rows can know: choices that chance makes go by it. */
  seed: number;
}

/** The text of a key, without blanks around it; null where it names nobody. */
const keyText = (value: string | null): string | null => (value === null || isMissing(value) ? null : value.trim());

/** @throws Failure WRONG_USAGE where somebody has several rows; TARGET_MISSED where nobody has one */
function peopleOf({ keys, key, table }: LoadedTable): { byKey: Map<string, number>; rows: Uint32Array } {
  const byKey = new Map<string, number>();
  const repeated = new Set<string>();
  const rows: number[] = [];
  const texts = keys.values.map(keyText);
  for (const [row, code] of keys.codes.entries()) {
    const own = texts[code]!;
    if (own === null) continue;
    if (byKey.has(own)) repeated.add(own);
    else {
      byKey.set(own, rows.length);
      rows.push(row);
    }
  }
  if (repeated.size > 0) throw new Failure('WRONG_USAGE', text.repeated(table.fileName, key.name, repeated.size));
  if (rows.length === 0) throw new Failure('WRONG_USAGE', text.nobody(table.fileName, key.name));
  return { byKey, rows: Uint32Array.from(rows) };
}

/** Households by person, numbered from 1. @throws Failure WRONG_USAGE where somebody has none */
function householdsOf({ household, table }: LoadedTable, rows: Uint32Array): Uint32Array | undefined {
  if (household === null) return undefined;
  const texts = household.values.map(keyText);
  const known = new Map<string, number>();
  let missing = 0;
  const of = rows.map((row) => {
    const own = texts[household.codes[row]!]!;
    if (own === null) {
      missing += 1;
      return 0;
    }
    const number = known.get(own) ?? known.size + 1;
    known.set(own, number);
    return number;
  });
  if (missing > 0) throw new Failure('WRONG_USAGE', text.noHousehold(table.fileName, household.name, missing));
  return of;
}

/** Whose each row is, and which are nobody's. @throws Failure WRONG_USAGE where all are */
function ownersOf({ keys, key, table, rows }: LoadedTable, byKey: ReadonlyMap<string, number>, people: string) {
  const owner = keys.values.map((value) => {
    const own = keyText(value);
    return own === null ? -2 : (byKey.get(own) ?? -1);
  });
  const personOf = Int32Array.from(keys.codes, (code) => owner[code]!);
  const many = (which: number): number => personOf.reduce((sum, person) => sum + Number(person === which), 0);
  const [orphan, noKey] = [many(-1), many(-2)];
  if (rows > 0 && orphan + noKey === rows)
    throw new Failure('WRONG_USAGE', text.noneMatches(table.fileName, key.name, people));
  return { personOf, orphan, noKey };
}

const some = (all: { why: LeftOutRows; rows: number }[]) => all.filter(({ rows }) => rows > 0);

/** A number that follows from all cells of all tables. */
function seedOf(loaded: readonly LoadedTable[]): number {
  const columns = loaded.flatMap((one) => [
    one.keys,
    ...one.columns.map(({ codes }) => ({ name: '', codes, values: [] })),
  ]);
  return codesDigest({ rows: 0, columns }).readUInt32LE(0);
}

/**
 * Puts the rows of every table to their people.
 * @throws Failure WRONG_USAGE for keys that do not fit; TARGET_MISSED where k is larger than who is counted
 */
export function relateTables(
  loaded: readonly LoadedTable[],
  { k, rowsPerPerson }: Pick<AskedTables, 'k' | 'rowsPerPerson'>,
): Related {
  const [first, ...others] = loaded as [LoadedTable, ...LoadedTable[]];
  const { fileName } = first.table;
  if (first.rows === 0) throw new Failure('FILE_EMPTY', text.noRows(fileName));
  const { byKey, rows } = peopleOf(first);
  const households = householdsOf(first, rows);
  const counted = households === undefined ? rows.length : new Set(households).size;
  if (k > counted) throw new Failure('TARGET_MISSED', text.tooFew(fileName, counted, k, households !== undefined));
  const seed = seedOf(loaded);
  const leftOut: Related['leftOut'] = [some([{ why: 'no-key', rows: first.rows - rows.length }])];
  const children = others.map((one) => {
    const { personOf, orphan, noKey } = ownersOf(one, byKey, fileName);
    const all = { name: one.table.fileName, columns: one.columns, ...rowsByPerson(personOf, rows.length) };
    const child = boundRows(all, rowsPerPerson, seed);
    leftOut.push(
      some([
        { why: 'no-key', rows: noKey },
        { why: 'orphan', rows: orphan },
        { why: 'above-bound', rows: all.rows.length - child.rows.length },
      ]),
    );
    return child;
  });
  const person = first.columns.map(({ codes, hierarchy }) => ({
    codes: Uint32Array.from(rows, (row) => codes[row]!),
    hierarchy,
  }));
  const names = [...byKey.keys()];
  return { tables: { people: rows.length, person, children, households }, names, rowOfPerson: rows, leftOut, seed };
}
