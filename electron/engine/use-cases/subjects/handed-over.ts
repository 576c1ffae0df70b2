import { listed } from '#shared/text/numbers.ts';
import type { SubjectFound } from '#shared/contract/subjects.ts';
import type { HandedOver } from '#shared/subjects/copy-of-data.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { byRelease, mayHoldPeople, releasedFiles, searchedAs } from '../releases/released-files.ts';

/** A list of names that a record keeps. */
const longest = 1000;

/**
 * The releases that somebody was found in, or may be in because not all of their files were looked through: whoever has
 * them is to be told (GDPR Art. 15(1)(c), 19).
 */
export function handedOver(
  workspace: Workspace,
  found: Pick<SubjectFound, 'hits' | 'searched'>,
): (HandedOver & { releaseId: string })[] {
  const places = (of: readonly { place: string; id: string }[]): Set<string> =>
    new Set(of.filter(({ place }) => place === 'release').map(({ id }) => id));
  const [holding, looked] = [places(found.hits), places(found.searched)];
  return byRelease(releasedFiles(workspace)).flatMap((files) => {
    const { releaseId, purpose, recipient, writtenAt } = files[0]!;
    const ids = files.map(searchedAs);
    const holds = ids.some((id) => holding.has(id)) ? ('yes' as const) : ('not-known' as const);
    // Nobody stands in what is anonymised, nor in files that were looked through in vain.
    const none = ids.every((id) => looked.has(id)) || !mayHoldPeople(files[0]!);
    if (holds === 'not-known' && none) return [];
    const fileName = listed(files.map((file) => file.fileName)).slice(0, longest);
    return [{ releaseId, fileName, purpose: purpose ?? '', recipient, writtenAt, holds }];
  });
}
