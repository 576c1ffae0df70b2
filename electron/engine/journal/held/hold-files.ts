import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { readRecipeText, recipeFileName } from '#engine/catalog/recipe-files.ts';
import { parseRecipe } from '#shared/recipe/parse-recipe.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import type { Problem } from '#shared/journal/verify-log.ts';
import { heldText } from '#shared/text/engine/held.ts';
import type { Sitting } from '#shared/journal/recipe-sitting.ts';
import type { Expected, ExpectedRecord } from './expected-records.ts';

export const certificateCopy = (directory: string, releaseId: string): string =>
  join(directory, 'releases', `${releaseId}.certificate.json`);

/** An id that can stand in a file's name; a hostile register may hold others. */
const isFileId = (id: string): boolean => /^[A-Za-z0-9_-]{1,100}$/.test(id);

/** SHA-256 of a file's bytes, read piece by piece; null where there is none, or no plain file. */
export function hashOfFile(path: string): string | null {
  if (!(lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false)) return null;
  const hash = createHash('sha256');
  const piece = Buffer.alloc(2 ** 20);
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const read = readSync(file, piece, 0, piece.length, null);
      if (read === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Files on disk held against the hashes that the log names: the workspace's copies of certificates, and what was
 * released, where it still lies where this machine wrote it. A released file that is gone was handed over; one that is
 * there and differs is not what was released.
 * @param placeOf where this machine wrote a release, or null
 */
export function holdReleases(
  directory: string,
  expected: Expected,
  placeOf: (releaseId: string) => string | null,
): Problem[] {
  return [...expected.releases].flatMap(([releaseId, { seq, facts }]): Problem[] => {
    const name = String(facts.fileName);
    const problems = holdCopy(directory, releaseId, { seq, facts, name });
    const place = placeOf(releaseId);
    if (place === null) return problems;
    const differs = (path: string, hash: unknown): boolean => ![null, hash].includes(hashOrNothing(path));
    if (differs(place, facts.outputSha256))
      problems.push({ seq, kind: 'output-changed', detail: heldText.outputChanged(name, seq) });
    if (differs(`${place}.certificate.json`, facts.certificateSha256))
      problems.push({ seq, kind: 'output-changed', detail: heldText.outputCertificateChanged(name, seq) });
    // Entries from before there were descriptors say nothing of one.
    if (facts.descriptorSha256 !== undefined && differs(`${place}.datapackage.json`, facts.descriptorSha256))
      problems.push({ seq, kind: 'output-changed', detail: heldText.outputDescriptorChanged(name, seq) });
    return problems;
  });
}

/** The workspace's copies of the certificates of several tables. */
export const holdTables = (directory: string, expected: Expected): Problem[] =>
  [...expected.tables].flatMap(([releaseId, { seq, facts }]) =>
    holdCopy(directory, releaseId, { seq, facts, name: heldText.severalTables }),
  );

/** The workspace's copies of the certificates of figures that other engines told. */
export const holdTold = (directory: string, expected: Expected): Problem[] =>
  [...expected.told].flatMap(([releaseId, { seq, facts }]) =>
    holdCopy(directory, releaseId, { seq, facts, name: heldText.figuresTold(String(facts.fileName)) }),
  );

/** The workspace's copy of a certificate held against the hash that its entry names. */
function holdCopy(
  directory: string,
  releaseId: string,
  { seq, facts, name }: Pick<ExpectedRecord, 'seq' | 'facts'> & { name: string },
): Problem[] {
  const copy = isFileId(releaseId) ? hashOfFile(certificateCopy(directory, releaseId)) : null;
  if (copy === facts.certificateSha256) return [];
  const [kind, says] =
    copy === null
      ? ['certificate-missing', heldText.certificateMissing]
      : ['certificate-changed', heldText.certificateChanged];
  return [{ seq, kind, detail: says(name, seq) }];
}

/**
 * Hashes of released files that were read before, with what the file system then said of the file: the window verifies
 * often, and outputs are large.
 */
const known = new Map<string, { state: string; sha256: string }>();

/** SHA-256 of a file's bytes; a place that may not be read now says nothing. */
export function hashOrNothing(path: string): string | null {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!(found?.isFile() ?? false)) return null;
    const state = [found?.ino, found?.size, found?.mtimeMs, found?.ctimeMs].join(' ');
    const before = known.get(path);
    if (before?.state === state) return before.sha256;
    const sha256 = hashOfFile(path);
    if (sha256 !== null) known.set(path, { state, sha256 });
    return sha256;
  } catch {
    return null;
  }
}

/** Hashes that a dataset's working recipe may have; null: there may be none. */
function acceptable(entry: ExpectedRecord | undefined, sitting: Sitting | null | undefined): (string | null)[] | null {
  if (sitting === null) return null;
  if (sitting === undefined) return [entry?.sha256 ?? null];
  // An older row that was put back: the sitting it speaks of has its entry.
  if (sitting.base !== (entry?.seq ?? 0)) return null;
  return [sitting.last.sha256, sitting.before?.sha256 ?? sitting.baseSha256];
}

/**
 * The working recipes of the datasets that are there, held against what was saved last: by the log, or in a sitting that
 * has no entry yet. Another spelling of the same recipe is no other recipe.
 * @param sittings by dataset; null where a row is not one that the workspace signed
 */
export function holdRecipes(
  directory: string,
  expected: Expected,
  sittings: ReadonlyMap<string, Sitting | null>,
): (Problem & { datasetId: string })[] {
  return [...expected.datasets.keys()].filter(isFileId).flatMap((datasetId) => {
    const entry = expected.recipes.get(datasetId);
    const seq = entry?.seq ?? null;
    const name = expected.names.get(datasetId) ?? datasetId;
    const file = recipeFileName(datasetId);
    const hashes = acceptable(entry, sittings.get(datasetId));
    if (hashes === null) return [{ seq, kind: 'record-changed', detail: heldText.sittingChanged(name), datasetId }];
    const text = textOf(directory, datasetId);
    if (hashesOf(text).some((hash) => hashes.includes(hash))) return [];
    const problem =
      text === null
        ? { kind: 'recipe-missing', detail: heldText.recipeMissing(name, file, seq) }
        : seq === null && !sittings.has(datasetId)
          ? { kind: 'recipe-added', detail: heldText.recipeAdded(name, file) }
          : { kind: 'recipe-changed', detail: heldText.recipeChanged(name, file, seq) };
    return [{ seq, ...problem, datasetId }];
  });
}

/** Of a recipe's file as it is, and as Custos would write it; null stands for no file. */
const hashesOf = (text: string | null): (string | null)[] =>
  text === null
    ? [null]
    : [text, normalised(text)].map((version) => createHash('sha256').update(version).digest('hex'));

/** Whether the working recipe of a dataset is the one of this hash. */
export const isRecipeOf = (directory: string, datasetId: string, sha256: string | null): boolean =>
  hashesOf(textOf(directory, datasetId)).includes(sha256);

function textOf(directory: string, datasetId: string): string | null {
  try {
    return readRecipeText(directory, datasetId);
  } catch {
    return '';
  }
}

function normalised(text: string): string {
  try {
    return serialiseRecipe(parseRecipe(text));
  } catch {
    return text;
  }
}
