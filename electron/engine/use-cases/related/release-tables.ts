import { dirname, join } from 'node:path';
import type { z } from 'zod';
import type { askedFilesTogether } from '#shared/contract/files.ts';
import type { askedRelated } from '#shared/contract/related.ts';
import { tablesCertificateName, type AnonymisedTables } from '#shared/domain/anonymised-tables.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { makeOutFolder } from '#engine/release/place/out-folder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { anonymiseTables } from './anonymise-tables.ts';
import { openDatasets, openFiles } from './open-tables.ts';

/** Writes to a folder, which is made where it is not there, and removed again where nothing was written. */
async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const made = makeOutFolder(folder);
  try {
    return await work();
  } catch (error) {
    made.undo();
    throw error;
  }
}

/**
 * Granted files, written to granted places; the folder of their certificate is made where it is not there.
 * @throws Failure as `anonymiseTables`; TARGET_UNWRITABLE, GRANT_UNKNOWN
 */
export function releaseFilesTogether(
  state: EngineSession,
  job: JobContext,
  {
    grantId,
    options,
    key,
    children,
    hierarchies,
    outputGrantIds,
    certificateGrantId,
    ...how
  }: z.output<typeof askedFilesTogether>,
): Promise<AnonymisedTables> {
  const { grants } = state;
  const asked = {
    ...how,
    keys: [key, ...children.map((child) => child.key)],
    hierarchies: new Map(hierarchies.map((one) => [one.column, grants.readPath(one.grantId, 'source')])),
    outputs: outputGrantIds.map((grant) => grants.path(grant, 'write')),
    certificate: grants.path(certificateGrantId, 'write'),
  };
  const open = openFiles(state, [{ grantId, options }, ...children]);
  return inFolder(dirname(asked.certificate), () => anonymiseTables(state, job, asked, open));
}

/** A dataset's name as that of a file; no two are the same. */
function fileNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base =
      name
        .replaceAll(/[^\p{L}\p{N} ._-]/gu, '_')
        .replace(/^[ .]+|[ .]+$/g, '')
        .slice(0, 80) || '_';
    let own = base;
    for (let at = 2; taken.has(own.toLowerCase()); at += 1) own = `${base}-${at}`;
    taken.add(own.toLowerCase());
    return `${own}.csv`;
  });
}

/**
 * Datasets of the open workspace, written to a granted folder, which is made where it is not there.
 * @returns files named without their folder
 * @throws Failure as `anonymiseTables`; DATASET_UNKNOWN, TARGET_UNWRITABLE, GRANT_UNKNOWN
 */
export async function releaseDatasetsTogether(
  state: EngineSession,
  job: JobContext,
  { datasetId, key, children, folderGrantId, ...how }: z.output<typeof askedRelated>,
): Promise<AnonymisedTables> {
  const folder = state.grants.path(folderGrantId, 'write');
  const ids = [datasetId, ...children.map((child) => child.datasetId)];
  const names = fileNames(ids.map((id) => state.datasetRecord(id).summary.name));
  const asked = {
    ...how,
    keys: [key, ...children.map((child) => child.key)],
    hierarchies: new Map<string, string>(),
    outputs: names.map((name) => join(folder, name)),
    certificate: join(folder, tablesCertificateName),
    force: false,
  };
  const result = await inFolder(folder, () => anonymiseTables(state, job, asked, openDatasets(state, ids)));
  const tables = result.tables.map((table, at) => ({ ...table, output: names[at]! }));
  return { ...result, tables, certificate: tablesCertificateName };
}
