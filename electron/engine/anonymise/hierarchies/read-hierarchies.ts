import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { hierarchiesText as text } from '#shared/text/engine/hierarchies.ts';
import { detectEncoding } from '#engine/intake/csv/detect-encoding.ts';
import { readBounded, UnreadableFile } from '#engine/machine/read-bounded.ts';
import type { CodedHierarchy } from '../coded/coded-hierarchy.ts';
import type { CodedColumn, CodedTable } from '../coded/coded-table.ts';
import { buildHierarchy } from './build-hierarchy.ts';
import { codeHierarchy } from './code-hierarchy.ts';
import { parseHierarchy, type HierarchyRows } from './parse-hierarchy.ts';

const most = 64 * 2 ** 20;

/** @throws Failure FILE_MISSING, FILE_UNREADABLE */
export async function readHierarchyBytes(path: string): Promise<Buffer> {
  try {
    return await readBounded(path, most);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const file = basename(path);
    if (error.why === 'missing') throw new Failure('FILE_MISSING', text.missing(file));
    throw new Failure('FILE_UNREADABLE', text.unreadable(file));
  }
}

/** @throws Failure as `parseHierarchy`; FILE_MISSING, FILE_UNREADABLE */
export const readHierarchyFile = async (path: string, file: string): Promise<HierarchyRows> =>
  parseHierarchy(await readHierarchyBytes(path), file);

/** A column with further values behind its own, of those that its hierarchy may have. */
export type Widen = (column: CodedColumn, mayHave: (value: string | null) => boolean) => CodedColumn;

/**
 * The hierarchy of every column: from its file, else built of its values.
 * @param paths of the files, by column
 * @param widen values that the hierarchies shall have beside those of the table
 * @returns in the order of the columns, which have the values that the hierarchies were coded by; `notes` say which were
 *   built, and how
 * @throws Failure as `parseHierarchy` and `codeHierarchy`; FILE_MISSING, FILE_UNREADABLE
 */
export async function readHierarchies(
  table: CodedTable,
  paths: ReadonlyMap<string, string>,
  widen: Widen = (column) => column,
): Promise<{ hierarchies: CodedHierarchy[]; columns: CodedColumn[]; notes: string[] }> {
  const hierarchies: CodedHierarchy[] = [];
  const columns: CodedColumn[] = [];
  const notes: string[] = [];
  for (const narrow of table.columns) {
    const path = paths.get(narrow.name);
    if (path !== undefined) {
      const bytes = await readHierarchyBytes(path);
      const read = parseHierarchy(bytes, basename(path));
      const { encoding } = detectEncoding(bytes);
      // Taken for it without a word of the file: letters would be others in another one.
      if (!encoding.startsWith('utf-')) notes.push(text.readAs(basename(path), encoding));
      const leaves = new Set(read.rows.map(([leaf]) => leaf));
      const column = widen(narrow, (value) => leaves.has(value ?? ''));
      columns.push(column);
      hierarchies.push(codeHierarchy(read, column));
      continue;
    }
    const column = widen(narrow, () => true);
    const { hierarchy, kind } = buildHierarchy(column);
    columns.push(column);
    hierarchies.push(hierarchy);
    notes.push(text.built[kind](column.name, hierarchy.levels.length - 1));
  }
  return { hierarchies, columns, notes };
}
