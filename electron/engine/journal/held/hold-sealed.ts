import { isSealedName, nextPath, sealedPath } from '#engine/workspace-folder/sealed-path.ts';
import type { Problem } from '#shared/journal/verify-log.ts';
import { heldText } from '#shared/text/engine/held.ts';
import type { Expected } from './expected-records.ts';
import { hashOrNothing } from './hold-files.ts';

/** SHA-256 of what a sealed file may be read from: in its place, and waiting to take it; null where nothing lies. */
export type SealedHashes = (name: string) => (string | null)[];

const inFolder =
  (directory: string): SealedHashes =>
  (name) => [hashOrNothing(sealedPath(directory, name)), hashOrNothing(nextPath(directory, name))];

/**
 * Sealed files of datasets held against the hashes that the log names: an older one that was put back opens as well as
 * the newest, and only the log tells which it was. What waits to take the place of a file counts as that file: its
 * entry is written first.
 * @param hashesOf where they lie elsewhere than in the folder
 */
export function holdSealed(
  directory: string,
  expected: Expected,
  hashesOf: SealedHashes = inFolder(directory),
): (Problem & { datasetId: string })[] {
  return [...expected.sealed].flatMap(([name, { seq, sha256, datasetId }]) => {
    // A hostile register may hold others.
    if (!isSealedName(name)) return [];
    const lie = hashesOf(name);
    if (lie.includes(sha256)) return [];
    const dataset = expected.names.get(datasetId) ?? datasetId;
    const file = `data/${name}.sealed`;
    const problem = lie.every((one) => one === null)
      ? { kind: 'data-missing', detail: heldText.dataMissing(dataset, file, seq) }
      : { kind: 'data-changed', detail: heldText.dataChanged(dataset, file, seq) };
    return [{ seq, ...problem, datasetId }];
  });
}
