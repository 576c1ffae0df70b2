import { readFile } from 'node:fs/promises';
import { eraseText } from '#shared/text/engine/erase.ts';
import { subjectsText } from '#shared/text/engine/subjects.ts';
import { certificateCopy } from '#engine/journal/held/hold-files.ts';
import { byRelease, releasedFiles, searchedAs } from '#engine/use-cases/releases/released-files.ts';
import type { Searched } from '../search-workspace.ts';
import type { Holds } from './holds.ts';

interface Remaining {
  what: string;
  why: string;
}

/** Released files in which the person was found, and certificates whose recipes name them. */
async function handedOut({ search: { workspace, found } }: Searched, holds: Holds): Promise<Remaining[]> {
  const said = eraseText.remains;
  const holding = new Set(found.hits.filter(({ place }) => place === 'release').map(({ id }) => id));
  const told: Remaining[] = [];
  for (const files of byRelease(releasedFiles(workspace))) {
    const [{ releaseId, fileName } = { releaseId: '', fileName: '' }] = files;
    for (const file of files)
      if (holding.has(searchedAs(file)))
        told.push({ what: subjectsText.release(file.fileName, file.recipient), why: said.handedOver });
    const certificate = await readFile(certificateCopy(workspace.directory, releaseId), 'utf8').catch(() => '');
    if (holds(certificate)) told.push({ what: said.certificate(fileName), why: said.certificateWhy });
  }
  return told;
}

/**
 * What an erasure cannot reach, each with the reason.
 * @param touched ids of the datasets that held the person
 */
export async function whatRemains(
  searched: Searched,
  touched: ReadonlySet<string>,
  holds: Holds,
): Promise<Remaining[]> {
  const said = eraseText.remains;
  const datasets = searched.search.workspace.catalog.datasets.list();
  return [
    ...(await handedOut(searched, holds)),
    ...datasets
      .filter(({ id }) => touched.has(id))
      .map(({ fileName }) => ({ what: said.source(fileName), why: said.sourceWhy })),
    ...datasets
      .filter(({ columns, fileName, name }) => [name, fileName, ...columns.map((one) => one.name)].some(holds))
      .map(({ name }) => ({ what: said.columnName(name), why: said.columnNameWhy })),
    ...searched.search.found.hits.flatMap(({ place, dataset }): Remaining[] =>
      place === 'register'
        ? [{ what: dataset, why: said.entriesWhy }]
        : place === 'records'
          ? [{ what: dataset, why: said.recordWhy }]
          : [],
    ),
    ...searched.search.found.notSearched,
    { what: said.backups, why: said.backupsWhy },
  ];
}
