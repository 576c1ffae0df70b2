import { hierarchiesText as text } from '#shared/text/engine/hierarchies.ts';
import type { CodedHierarchy } from '#engine/anonymise/coded/coded-hierarchy.ts';
import { joinPositions, type JoinedPosition } from '#engine/anonymise/hierarchies/join-positions.ts';
import { readHierarchies } from '#engine/anonymise/hierarchies/read-hierarchies.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';
import { loadColumns, namedColumns, type LoadedColumns } from './load-columns.ts';
import { loadPopulation, placePopulation, requirePopulation, widenBy, type ByPopulation } from './population.ts';
import { requirePossible } from './search-columns.ts';

export interface LoadedInput {
  /** Where there is a population, the quasi-identifiers have its values, too. */
  loaded: LoadedColumns;
  /** In the order of the quasi-identifiers. */
  hierarchies: CodedHierarchy[];
  population: ByPopulation | undefined;
  /** Of the quasi-identifiers, which then have one column for two of the file. */
  positions: JoinedPosition[];
  notes: string[];
}

/**
 * Reads what a search goes by, and refuses what none could reach.
 * @param everybody a table of the population with the k that is asked of it
 * @param paths of hierarchy files, by column
 * @throws Failure as `namedColumns`, `requirePossible`, `loadPopulation`, `requirePopulation` and `readHierarchies`
 */
export async function loadInput(
  table: FileInHand,
  everybody: { table: FileInHand; k: number } | null,
  asked: AskedAnonymise,
  paths: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<LoadedInput> {
  const loaded = await loadColumns(table, namedColumns(table, asked), signal);
  table.holdCount(loaded.qi.rows);
  requirePossible(table.fileName, asked, loaded);
  if (everybody === null) {
    return { population: undefined, ...(await withPositions(loaded, asked, paths)) };
  }
  const read = await loadPopulation(everybody.table, asked, everybody.k, signal);
  requirePopulation(read, loaded, asked.person);
  const { hierarchies, columns, notes } = await readHierarchies(loaded.qi, paths, widenBy(read));
  return {
    loaded: { ...loaded, qi: { ...loaded.qi, columns } },
    hierarchies,
    population: await placePopulation(read, columns, signal),
    positions: [],
    notes,
  };
}

/** A latitude and a longitude move together, unless somebody says something of one of them. */
async function withPositions(
  loaded: LoadedColumns,
  { limits }: AskedAnonymise,
  paths: ReadonlyMap<string, string>,
): Promise<Omit<LoadedInput, 'population'>> {
  const positions = joinPositions(loaded.qi, new Set([...paths.keys(), ...limits.map(({ column }) => column)]));
  const halves = new Set(positions.flatMap(({ latitude, longitude }) => [latitude, longitude]));
  const others = loaded.qi.columns.filter(({ name }) => !halves.has(name));
  const { hierarchies, notes } = await readHierarchies({ ...loaded.qi, columns: others }, paths);
  const joined = loaded.qi.columns.flatMap(({ name }) => positions.filter(({ latitude }) => latitude === name));
  return {
    loaded: { ...loaded, qi: { ...loaded.qi, columns: [...others, ...joined.map(({ column }) => column)] } },
    hierarchies: [...hierarchies, ...joined.map(({ hierarchy }) => hierarchy)],
    positions,
    notes: [...notes, ...positions.map(({ latitude, longitude }) => text.together(latitude, longitude))],
  };
}
