import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { hierarchiesText as text } from '#shared/text/engine/hierarchies.ts';
import { readBounded, UnreadableFile } from '#engine/machine/read-bounded.ts';
import type { CodedHierarchy } from '../coded/coded-hierarchy.ts';
import type { CodedTable } from '../coded/coded-table.ts';
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

/**
 * The hierarchy of every column: from its file, else built of its values.
 * @param paths of the files, by column
 * @returns in the order of the columns; `notes` say which were built, and how
 * @throws Failure as `parseHierarchy` and `codeHierarchy`; FILE_MISSING, FILE_UNREADABLE
 */
export async function readHierarchies(
  table: CodedTable,
  paths: ReadonlyMap<string, string>,
): Promise<{ hierarchies: CodedHierarchy[]; notes: string[] }> {
  const hierarchies: CodedHierarchy[] = [];
  const notes: string[] = [];
  for (const column of table.columns) {
    const path = paths.get(column.name);
    if (path !== undefined) {
      hierarchies.push(codeHierarchy(await readHierarchyFile(path, basename(path)), column));
      continue;
    }
    const { hierarchy, kind } = buildHierarchy(column);
    hierarchies.push(hierarchy);
    notes.push(text.built[kind](column.name, hierarchy.levels.length - 1));
  }
  return { hierarchies, notes };
}
