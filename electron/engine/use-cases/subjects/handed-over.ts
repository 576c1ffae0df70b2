import type { SubjectFound } from '#shared/contract/subjects.ts';
import type { HandedOver } from '#shared/subjects/copy-of-data.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/**
 * The released files that somebody was found in, or may be in because they were not looked through: whoever has them is
 * to be told (GDPR Art. 15(1)(c), 19).
 */
export function handedOver(
  workspace: Workspace,
  found: Pick<SubjectFound, 'hits' | 'searched'>,
): (HandedOver & { releaseId: string })[] {
  const places = (of: readonly { place: string; id: string }[]): Set<string> =>
    new Set(of.filter(({ place }) => place === 'release').map(({ id }) => id));
  const [holding, looked] = [places(found.hits), places(found.searched)];
  return workspace.catalog.entriesOf('release.written').flatMap(({ ts, subjectRef, payload }) => {
    const releaseId = payload.releaseId ?? subjectRef;
    const holds = holding.has(releaseId) ? ('yes' as const) : ('not-known' as const);
    // Nobody stands in what is anonymised, nor in a file that was looked through in vain.
    if (holds === 'not-known' && (looked.has(releaseId) || payload.release === 'anonymised')) return [];
    const { fileName, purpose, recipient = null } = payload;
    return [{ releaseId, fileName, purpose, recipient, writtenAt: ts, holds }];
  });
}
