import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { ReleaseLabel } from '#shared/domain/release-figures.ts';
import type { RewrittenSince } from '#shared/domain/rewrites.ts';
import { arrivalKinds } from '#shared/journal/entry-kinds/dataset.ts';
import type { EntryOf } from '#engine/catalog/repositories/entries-of.ts';
import { sinceRelease } from '#engine/release/since-release.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** A file that was released, by itself or together with those of related tables, as the log has it. */
export interface ReleasedFile {
  releaseId: string;
  /** Its place among the tables that were released together, that of people first; null: released by itself. */
  table: number | null;
  entry: EntryOf<'release.written' | 'tables.released'>;
  writtenAt: string;
  fileName: string;
  sha256: string;
  certificateSha256: string;
  /** Null: its source was a file. */
  datasetId: string | null;
  sourceSha256: string;
  /** Null where nobody said. */
  purpose: string | null;
  recipient: string | null;
  kind: ReleaseKind;
  /** Null in entries from before releases were called something. */
  label: ReleaseLabel | null;
  /** Null in entries from before rows were counted. */
  rows: number | null;
}

function byItself(entry: EntryOf<'release.written'>): ReleasedFile {
  const { ts, subjectRef, payload } = entry;
  const { fileName, datasetId, sourceSha256, certificateSha256, purpose, release: kind } = payload;
  return {
    releaseId: payload.releaseId ?? subjectRef,
    table: null,
    entry,
    writtenAt: ts,
    fileName,
    sha256: payload.outputSha256,
    certificateSha256,
    datasetId,
    sourceSha256,
    purpose,
    recipient: payload.recipient ?? null,
    kind,
    label: payload.label ?? null,
    rows: payload.rowsOut ?? null,
  };
}

function together(entry: EntryOf<'tables.released'>): ReleasedFile[] {
  const { ts, payload } = entry;
  const { releaseId, tables, label, certificateSha256, purpose = null } = payload;
  return tables.map(({ fileName, outputSha256: sha256, datasetId, sourceSha256, rows }, table) => {
    const source = { datasetId, sourceSha256, purpose, recipient: null, kind: 'anonymised' as const, label };
    return { releaseId, table, entry, writtenAt: ts, fileName, sha256, certificateSha256, rows, ...source };
  });
}

/**
 * Every file that the register knows to have been released, in the order in which they were: the one list for whoever asks
 * what went out. By the log, so that a release whose record was deleted is not forgotten.
 */
export const releasedFiles = ({ catalog }: Pick<Workspace, 'catalog'>): ReleasedFile[] =>
  catalog
    .entriesOf('release.written', 'tables.released')
    .flatMap((entry) => (entry.kind === 'tables.released' ? together(entry) : byItself(entry)));

/** What a search calls a file: each of several tables has its own name, and one machine knows where it wrote which. */
export const searchedAs = ({ releaseId, table }: Pick<ReleasedFile, 'releaseId' | 'table'>): string =>
  table === null ? releaseId : `${releaseId}/${table}`;

/** Whether somebody may stand in a file: nobody does where it is called anonymised, or its rows were drawn. */
export const mayHoldPeople = ({ label, kind }: Pick<ReleasedFile, 'label' | 'kind'>): boolean =>
  label === null ? kind !== 'anonymised' : label !== 'anonymised' && label !== 'synthetic';

/** Whether a file was made of a dataset, or of the file that this was imported from. */
export const isMadeOf =
  ({ id, sha256 }: { id: string; sha256: string | undefined }) =>
  (file: Pick<ReleasedFile, 'datasetId' | 'sourceSha256'>): boolean =>
    file.datasetId === id || file.sourceSha256 === sha256;

/** What a dataset is called where something was made of it: by its id, those of the editions before it, and its bytes. */
interface SourceOfReleases {
  id: string;
  sha256: string | undefined;
  earlier: readonly string[];
}

/** The files that were made of a dataset or of an edition before it, in their order. */
export const madeOf = (files: readonly ReleasedFile[], { earlier, ...own }: SourceOfReleases): ReleasedFile[] => {
  const isOwn = isMadeOf(own);
  return files.filter((file) => isOwn(file) || (file.datasetId !== null && earlier.includes(file.datasetId)));
};

/** Files that were released together as one, in their order. */
export function byRelease(files: readonly ReleasedFile[]): ReleasedFile[][] {
  const found = new Map<string, ReleasedFile[]>();
  for (const file of files) found.set(file.releaseId, [...(found.get(file.releaseId) ?? []), file]);
  return [...found.values()];
}

/** How often the sources of a release were written anew after it; null: never. */
export function sourcesSince({ catalog }: Pick<Workspace, 'catalog'>): (file: ReleasedFile) => RewrittenSince | null {
  const sources = {
    arrived: catalog.entriesOf(...arrivalKinds),
    rewritten: catalog.entriesOf('dataset.rewritten'),
  };
  return ({ entry }) => sinceRelease(entry, sources);
}
