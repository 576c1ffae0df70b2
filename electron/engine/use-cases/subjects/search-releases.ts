import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { recipeOf, type Recipe } from '#shared/domain/recipe-file.ts';
import { subjectsText } from '#shared/text/engine/subjects.ts';
import { openSource } from '#engine/intake/open-source.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { releasedPlaces } from '#engine/workspace-folder/released-places.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { registeredCertificate } from '../releases/earlier-releases.ts';
import { releasedFiles, searchedAs } from '../releases/released-files.ts';
import { hitsIn, type Search } from './search.ts';
import { searchRelation, type Pseudonyms } from './search-relation.ts';

/** The recipes of the releases that the register knows, as far as their certificates are still what it names. */
export async function knownRecipes(workspace: Workspace): Promise<Recipe[]> {
  const recipes: Recipe[] = [];
  for (const { subjectRef, payload } of workspace.catalog.entriesOf('release.written')) {
    const id = payload.releaseId ?? subjectRef;
    const certificate = await registeredCertificate(workspace, id, payload.certificateSha256);
    if (certificate !== null) recipes.push(recipeOf(certificate.recipe));
  }
  return recipes;
}

/** What writes values so that they can be undone with a key, but are not looked for here. */
const otherCiphers: ReadonlySet<string> = new Set(['encrypt-format', 'replace-consistently']);

interface Written {
  id: string;
  fileName: string;
  sha256: string;
  path: string | undefined;
}

/** @returns why the file was not looked through; null where it was */
async function searchFile(search: Search, written: Written, pseudonyms: Pseudonyms): Promise<string | null> {
  const { workspace, job, sought, found } = search;
  const { id, fileName, sha256, path } = written;
  if (path === undefined || !existsSync(path)) return subjectsText.notHere;
  const directory = await mkdtemp(join(workspace.workDirectory, 'released-'));
  try {
    const source = await openSource(path, { directory, quick: true, signal: job.signal });
    try {
      if (source.sha256 !== sha256) return subjectsText.changed;
      const cells = await searchRelation(source, sought, pseudonyms, job.signal);
      await source.unchanged();
      found.searched.push({ place: 'release', id, name: fileName, rows: source.rows });
      found.hits.push(...hitsIn({ place: 'release', id, dataset: fileName }, cells));
      return null;
    } finally {
      await source.close();
    }
  } catch (error) {
    if (error instanceof Failure && error.code !== 'JOB_CANCELLED') return subjectsText.notRead;
    throw error;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * Looks through the released files that still lie where this machine wrote them; says of all others that they were not
 * looked through, and why.
 */
export async function searchReleases(search: Search, pseudonyms: Pseudonyms): Promise<void> {
  const { state, workspace, job, found } = search;
  const places = releasedPlaces(state.environment.profileDirectory, workspace.id);
  const files = releasedFiles(workspace);
  for (const [done, file] of files.entries()) {
    throwIfCancelled(job.signal);
    job.progress({ phase: subjectsText.searchingReleases, done, total: files.length, unit: 'steps' });
    const { fileName, sha256, certificateSha256, recipient, label, kind } = file;
    const id = searchedAs(file);
    const why = await searchFile(search, { id, fileName, sha256, path: places[id] }, pseudonyms);
    const certificate =
      file.table === null ? await registeredCertificate(workspace, file.releaseId, certificateSha256) : null;
    const ciphers = (certificate?.recipe.steps ?? []).filter(({ op }) => otherCiphers.has(op));
    if (why !== null)
      found.notSearched.push({
        what: subjectsText.release(fileName, recipient),
        why: subjectsText.released(label ?? kind, why),
      });
    else if (ciphers.length > 0)
      found.notSearched.push({ what: subjectsText.ciphered(fileName), why: subjectsText.cipheredWhy });
  }
}
