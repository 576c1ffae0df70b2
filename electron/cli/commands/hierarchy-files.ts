import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { anonymiseCommandText as text } from '#shared/text/cli/anonymise.ts';
import { hierarchiesText } from '#shared/text/engine/hierarchies.ts';

/**
 * The hierarchy files of a folder, by the column each is for.
 * @param columns those that are asked for; null: all that the folder has
 * @throws Failure FILE_MISSING, FILE_DAMAGED where a column has several
 */
export function hierarchyFiles(
  folder: string | undefined,
  columns: readonly string[] | null,
): { column: string; path: string }[] {
  if (folder === undefined) return [];
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    throw new Failure('FILE_MISSING', text.noFolder(folder));
  }
  const all = columns ?? names.flatMap((name) => /_hierarchy_(.+)\.csv$/i.exec(name)?.[1] ?? []);
  return [...new Set(all)].flatMap((column) => {
    const ending = `_hierarchy_${column}.csv`.normalize('NFC').toLowerCase();
    const found = names.filter((name) => name.normalize('NFC').toLowerCase().endsWith(ending)).toSorted();
    if (found.length > 1) throw new Failure('FILE_DAMAGED', hierarchiesText.severalFiles(column, found));
    return found.map((name) => ({ column, path: join(folder, name) }));
  });
}
