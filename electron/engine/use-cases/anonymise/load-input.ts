import type { CodedHierarchy } from '#engine/anonymise/coded/coded-hierarchy.ts';
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
    const { hierarchies, notes } = await readHierarchies(loaded.qi, paths);
    return { loaded, hierarchies, population: undefined, notes };
  }
  const read = await loadPopulation(everybody.table, asked, everybody.k, signal);
  requirePopulation(read, loaded, asked.person);
  const { hierarchies, columns, notes } = await readHierarchies(loaded.qi, paths, widenBy(read));
  return {
    loaded: { ...loaded, qi: { ...loaded.qi, columns } },
    hierarchies,
    population: await placePopulation(read, columns, signal),
    notes,
  };
}
