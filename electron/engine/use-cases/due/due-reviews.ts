import type { DueItem } from '#shared/domain/due.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { AnyBody } from '#shared/register/any-body.ts';
import { isReadableVersion } from '#shared/register/register-snapshot.ts';
import { dueText as text } from '#shared/text/engine/due.ts';
import type { StoredRecord } from '#engine/catalog/repositories/records.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { shownOf } from '../records/stored-record.ts';

/** The day on which a record says that it is reviewed next; null where it says none or is retired. */
function reviewDay(record: StoredRecord): string | null {
  const shown = shownOf(record);
  if (!isReadableVersion(shown)) throw new Failure('WORKSPACE_FROM_FUTURE', text.unreadableRecord(record.ref));
  if (shown.state === 'retired') return null;
  const { nextReviewOn, reviewOn } = shown.body as AnyBody;
  const answer = nextReviewOn ?? reviewOn;
  return answer?.state === 'stated' && 'value' in answer ? String(answer.value) : null;
}

/**
 * Records of the register that are to be reviewed: activities, weighings, periods, and impact assessments.
 * @throws Failure WORKSPACE_FROM_FUTURE where a record cannot be read: whether it is due is not known
 */
export const dueReviews = ({ catalog }: Pick<Workspace, 'catalog'>): DueItem[] =>
  catalog.records.list().flatMap((record): DueItem[] => {
    const at = reviewDay(record);
    if (at === null) return [];
    const { id, ref } = record;
    const kind = record.kind === 'assessment' ? 'assessment' : 'review';
    const what = kind === 'assessment' ? text.reviewAssessment : text.reviewRecord;
    return [{ kind, id: `${record.kind}-${id}`, ref, what, at, screen: 'register' }];
  });
