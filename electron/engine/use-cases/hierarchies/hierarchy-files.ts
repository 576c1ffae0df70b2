import { basename } from 'node:path';
import { readHierarchyBytes, readHierarchyFile } from '#engine/anonymise/hierarchies/read-hierarchies.ts';
import { writeHierarchy } from '#engine/anonymise/hierarchies/write-hierarchy.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';

/** Reads a granted hierarchy file. @throws Failure as `readHierarchyFile` */
export async function importHierarchy(
  state: EngineSession,
  { grantId }: { grantId: string },
): Promise<{ fileName: string; rows: string[][] }> {
  const fileName = state.grants.fileName(grantId);
  const { rows } = await readHierarchyFile(state.grants.readPath(grantId, 'hierarchy'), fileName);
  return { fileName, rows };
}

/** Writes a hierarchy to a granted place; it may replace another one. */
export async function exportHierarchy(
  state: EngineSession,
  { rows, grantId, likeGrantId }: { rows: string[][]; grantId: string; likeGrantId?: string | undefined },
): Promise<{ fileName: string }> {
  const path = state.grants.path(grantId, 'write');
  await guardWrite(state, [{ path }], 'hierarchy');
  const like =
    likeGrantId === undefined ? null : await readHierarchyBytes(state.grants.readPath(likeGrantId, 'hierarchy'));
  await writeWhole(path, writeHierarchy(rows, like));
  return { fileName: basename(path) };
}
