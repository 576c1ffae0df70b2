import { wideFrom, type Duck } from '#engine/analysis/open-duck.ts';

/**
 * Copies a wide source into a table of its data engine, which spills beyond the memory limit: whatever is asked then
 * reads only the columns it is about, where a file would be parsed, and all its columns named, each time.
 * @param relation FROM-clause expression with columns c1…cn
 * @returns the table's name; a narrow source's relation as it is
 */
export async function holdWide(duck: Duck, relation: string, columns: number): Promise<string> {
  if (columns < wideFrom) return relation;
  await duck.run(`CREATE TABLE wide_source AS SELECT * FROM ${relation}`);
  return 'wide_source';
}
