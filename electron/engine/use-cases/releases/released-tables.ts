import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { tablesCertificate, type TablesCertificate } from '#shared/certificate/tables-certificate.ts';
import { certificateCopy } from '#engine/journal/held/hold-files.ts';
import type { EarlierRelease } from '#engine/release/join-earlier.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** A release of several related tables as the log has it. */
export interface ReleasedTables {
  /** Number of its entry. */
  seq: number;
  releaseId: string;
  createdAt: string;
  label: TablesCertificate['label'];
  k: number;
  /** The table of people first. */
  tables: readonly { datasetId: string | null; sourceSha256: string; fileName: string; rows: number }[];
  /** The workspace's copy of its certificate; null where it is not the one the log names. */
  certificate: TablesCertificate | null;
  /** That copy as it was written; empty where there is none. */
  text: string;
}

/** A certificate whose bytes the log names, unless they are others, or none. */
async function copyOf(
  { directory }: Workspace,
  releaseId: string,
  sha256: string,
): Promise<Pick<ReleasedTables, 'certificate' | 'text'>> {
  const none = { certificate: null, text: '' };
  const text = await readFile(certificateCopy(directory, releaseId), 'utf8').catch(() => null);
  if (text === null || createHash('sha256').update(text).digest('hex') !== sha256) return none;
  const { success, data } = tablesCertificate.safeParse(JSON.parse(text));
  return success ? { certificate: data, text } : none;
}

/** The releases of several related tables that the register knows, newest first. */
export async function releasedTables(workspace: Workspace): Promise<ReleasedTables[]> {
  const found: ReleasedTables[] = [];
  for (const { seq, ts, payload } of workspace.catalog.entriesOf('tables.released').toReversed()) {
    const { releaseId, label, k, tables, certificateSha256 } = payload;
    const copy = await copyOf(workspace, releaseId, certificateSha256);
    found.push({ seq, releaseId, createdAt: ts, label, k, tables, ...copy });
  }
  return found;
}

/** Earlier releases of several related tables that a source was one of. */
export async function earlierTables(workspace: Workspace, sourceSha256: string): Promise<EarlierRelease[]> {
  const all = await releasedTables(workspace);
  return all.flatMap(({ releaseId, createdAt, k, tables, certificate }) =>
    tables.flatMap((table, at): EarlierRelease[] => {
      if (table.sourceSha256 !== sourceSha256) return [];
      const columns = certificate?.tables[at]?.output.columns ?? [];
      const key = certificate?.tables[at]?.input.key;
      const related = { k, columns: columns.filter((name) => name !== key) };
      return [{ releaseId, output: table.fileName, createdAt, made: null, related }];
    }),
  );
}
