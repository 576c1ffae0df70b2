import { Failure } from '#shared/contract/failure.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { namedColumns } from '#shared/recipe/named-columns.ts';
import { compileText as text } from '#shared/text/cli/compile.ts';
import { readBounded, UnreadableFile } from '#engine/machine/read-bounded.ts';

/** Names of columns; no table has more than this of them. */
const largestList = 4_194_304;

/** A JSON list of names, or null where it is none. */
function listIn(content: string): string[] | null {
  try {
    const parsed: unknown = JSON.parse(content);
    return Array.isArray(parsed) && parsed.every((name) => typeof name === 'string') ? parsed : null;
  } catch {
    return null;
  }
}

/** @throws Failure FILE_UNREADABLE, FILE_EMPTY */
async function columnsIn(file: string): Promise<string[]> {
  try {
    const content = (await readBounded(file, largestList)).toString('utf8').replace(/^\ufeff/, '');
    const names = listIn(content) ?? content.split(/\r?\n/).filter((line) => line.trim() !== '');
    if (names.length === 0) throw new Failure('FILE_EMPTY', text.columnsEmpty(file));
    return names;
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new Failure('FILE_UNREADABLE', text.columnsUnreadable(file), { cause: error });
    throw error;
  }
}

/** The columns that a compiled recipe reads: those of the list, else those that the recipe knows or names. */
export const columnsOfTable = async (recipe: Recipe, list: string | undefined): Promise<string[]> =>
  list === undefined ? [...(recipe.columns ?? namedColumns(recipe))] : columnsIn(list);
