import { Failure } from '#shared/contract/failure.ts';
import { isMissing } from '#shared/domain/class-values.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { anonymiseText as text } from '#shared/text/engine/anonymise.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { riskText } from '#shared/text/engine/risk.ts';
import { codeArray, type CodedColumn, type CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import type { Widen } from '#engine/anonymise/hierarchies/read-hierarchies.ts';
import type { PopulationRows } from '#engine/anonymise/lattice/population.ts';
import { pace } from '#engine/jobs/pace.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';
import { loadColumns, type LoadedColumns } from './load-columns.ts';

/** k-map by a table of everybody that a file was drawn from: k people of it in every class that is released. */
export interface ByPopulation extends PopulationRows {
  k: number;
  fileName: string;
  sha256: string;
  /** All that are named in it; every row is one where no column tells them apart. */
  people: number;
  /** Codes of the rows that are counted, by the values of file and population together; one per quasi-identifier. */
  codes: readonly CodedColumn['codes'][];
  /** Rows that are in no class, since a hierarchy does not name a value of theirs. */
  unnamed: number;
}

/** A population as it was read, and the k that is asked of it. */
export interface LoadedPopulation {
  table: FileInHand;
  k: number;
  qi: CodedTable;
  person: CodedColumn | null;
  people: number;
}

/** People that a column tells apart. */
const named = ({ codes, values }: CodedColumn): number => {
  const there = new Uint8Array(values.length);
  for (const code of codes) there[code] = 1;
  return values.filter((value, code) => there[code] === 1 && !isMissing(value)).length;
};

/** @throws Failure COLUMN_UNKNOWN where the population lacks a quasi-identifier; as `loadColumns` */
export async function loadPopulation(
  table: FileInHand,
  { qi, person }: Pick<AskedAnonymise, 'qi' | 'person'>,
  k: number,
  signal: AbortSignal,
): Promise<LoadedPopulation> {
  const called = (name: string): SourceColumn | undefined => table.columns.find((column) => column.name === name);
  const columns = qi.map((name) => {
    const column = called(name);
    if (column === undefined) throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumnInFile(table.fileName, name));
    return column;
  });
  const id = person === undefined ? undefined : called(person);
  const own = id === undefined ? [] : [id];
  const { duck, relation, plain } = table;
  const loaded = await loadColumns(
    { duck, relation, plain, columns: [...columns, ...own] },
    { qi: columns, guarded: own },
    signal,
  );
  table.holdCount(loaded.qi.rows);
  const whose = loaded.guarded.columns[0] ?? null;
  return { table, k, qi: loaded.qi, person: whose, people: whose === null ? loaded.qi.rows : named(whose) };
}

/**
 * Refuses before any search what no levels can reach.
 * @throws Failure WRONG_USAGE where the population has fewer people than the file; TARGET_MISSED where it has fewer than k
 */
export function requirePopulation(
  { table, k, people }: LoadedPopulation,
  { qi, guarded }: LoadedColumns,
  person: string | undefined,
): void {
  const whose = guarded.columns.find(({ name }) => name === person);
  const here = whose === undefined ? qi.rows : named(whose);
  if (people < here) throw new Failure('WRONG_USAGE', riskText.populationTooSmall(people, here));
  if (people < k) throw new Failure('TARGET_MISSED', text.populationBelowK(table.fileName, people, k));
}

/** Puts the population's values behind those of the file, as far as the hierarchy may have them. */
export const widenBy =
  ({ qi }: LoadedPopulation): Widen =>
  (column, mayHave) => {
    const here = new Set(column.values);
    const theirs = qi.columns.find(({ name }) => name === column.name)?.values ?? [];
    return { ...column, values: [...column.values, ...theirs.filter((value) => !here.has(value) && mayHave(value))] };
  };

/** Rows between two looks at the clock. */
const some = 4096;

/**
 * The population by the values of widened columns; a row with a value that its column has not is in no class.
 * @throws Failure JOB_CANCELLED
 */
export async function placePopulation(
  { table, k, qi, person, people }: LoadedPopulation,
  columns: readonly CodedColumn[],
  signal: AbortSignal,
): Promise<ByPopulation> {
  const places = columns.map(({ values }, at) => {
    const known = new Map(values.map((value, code) => [value, code]));
    return Int32Array.from(qi.columns[at]!.values, (value) => known.get(value) ?? -1);
  });
  const kept: number[] = [];
  const step = pace(signal);
  for (let row = 0; row < qi.rows; row += 1) {
    if (places.every((place, at) => place[qi.columns[at]!.codes[row]!] !== -1)) kept.push(row);
    if (row % some === 0) await step();
  }
  const of = (values: number, codeOf: (row: number) => number): CodedColumn['codes'] => {
    const codes = codeArray(values, kept.length);
    for (let at = 0; at < kept.length; at += 1) codes[at] = codeOf(kept[at]!);
    return codes;
  };
  return {
    k,
    fileName: table.fileName,
    sha256: table.sha256,
    people,
    rows: kept.length,
    codes: columns.map(({ values }, at) => of(values.length, (row) => places[at]![qi.columns[at]!.codes[row]!]!)),
    person: person && { ...person, codes: of(person.values.length, (row) => person.codes[row]!) },
    unnamed: qi.rows - kept.length,
  };
}
